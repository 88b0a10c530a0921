import type { Resultat } from '../../domaine/resultat.ts';
import { ecrireTaux } from '../nombres.ts';
import { SIGNES } from '../vocabulaire.ts';

/** Ce qui suit une valeur déclarée, en tout ou partie : elle n'est pas calculée. */
export const MARQUE_DECLARE = '*';

/** « 79,9 ✗ », « 31–98 ? », « ≥90,3 ✓ », « 92,0* ✓ », « absent – » : une valeur et son état, lisibles sans couleur. */
export function celluleDe(resultat: Resultat): string {
  return `${valeurMarquee(resultat)} ${SIGNES[resultat.etat]}`.trim();
}

/** La même valeur, sans le signe de son état : « ≥90,3 », « 92,0* », « absent », vide hors période. */
export function valeurMarquee(resultat: Resultat): string {
  return `${valeurDe(resultat)}${estDeclare(resultat) ? MARQUE_DECLARE : ''}`;
}

/** Vrai si le résultat, ou l'un de ceux qu'il somme, vient d'un tableau de bord. */
export function estDeclare({ avertissements }: Resultat): boolean {
  return avertissements.some(({ code }) => code === 'declare.seul');
}

/** Ce qu'on sait du taux, sans le signe de l'état. */
function valeurDe(resultat: Resultat): string {
  if (resultat.etat === 'dispense') return 'dispensé';
  if (resultat.etat === 'hors_periode') return '';
  if (resultat.taux === null || resultat.borneBasse === null) return absence(resultat);
  return encadrer(resultat, resultat.taux, resultat.borneBasse, resultat.borneHaute);
}

function encadrer({ etat }: Resultat, taux: number, basse: number, haute: number | null): string {
  if (basse === haute && basse === taux) return ecrireTaux(taux);
  if (etat === 'atteint' || haute === null) return `≥${ecrireTaux(basse)}`;
  const entieres = [Math.floor(basse), Math.floor(haute)] as const;
  if (entieres[0] !== entieres[1]) return `${entieres[0]}–${entieres[1]}`;
  return etat === 'non_atteint' ? `≤${ecrireTaux(haute)}` : `${ecrireTaux(basse)}–${ecrireTaux(haute)}`;
}

/** Dénominateur nul (T2) : « 0 pers. » ou « 0 actif » ; sinon les données manquent (N8, N9, A3). */
function absence({ indicateur, avertissements }: Resultat): string {
  if (!avertissements.some(({ code }) => code === 'denominateur.nul')) return 'absent';
  return indicateur === 'projets' || indicateur === 'agenda' ? '0 actif' : '0 pers.';
}

/** N8, N9 : ce qui rend un indicateur non évaluable faute de données. */
export const CODES_ABSENCE: ReadonlySet<string> = new Set([
  'table.absente',
  'table.essms_absent',
  'decompte.mois_absent',
]);
