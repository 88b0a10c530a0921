import { type Contexte, estCouvert, estDansF, retenues } from './contexte.ts';
import { decompter } from './decomptes.ts';
import type { LigneTriee } from './ecarts.ts';
import { estEligible, lirePopulation } from './population.ts';

/** B, et sa borne haute de N8. */
export interface DmpAlimentes {
  readonly valeur: number;
  readonly haut: number;
}

export function depotsReussis(contexte: Contexte): LigneTriee[] {
  return retenues(contexte, 'dmp_detail').filter((ligne) => ligne.valeurs.get('etat') !== 'echec');
}

/** N7 : `null` si `dossiers` ne couvre pas l'ESSMS (N9). */
function compterDetail(contexte: Contexte): DmpAlimentes | null {
  if (!estCouvert(contexte, 'dossiers')) return null;
  const alimentes = new Set(
    depotsReussis(contexte)
      .filter((ligne) => estDansF(ligne.valeurs.get('date_depot'), contexte.fenetre))
      .map((ligne) => ligne.valeurs.get('id_dossier')),
  );
  const valeur = lirePopulation(contexte).filter((p) => estEligible(p) && alimentes.has(p.id)).length;
  return { valeur, haut: valeur };
}

/** N7, N8 ; `null` si rien ne permet de compter. */
export function compterDmp(contexte: Contexte, eligibles: number | null): DmpAlimentes | null {
  if (estCouvert(contexte, 'dmp_detail')) return compterDetail(contexte);
  const mois = decompter(contexte, 'dmp_decomptes', ['dossiers_alimentes']);
  if (mois === null) return null;
  const valeur = Math.max(...mois);
  const somme = mois.reduce((s, n) => s + n, 0);
  if (mois.length === 1 || eligibles === null) return { valeur, haut: valeur };
  return { valeur, haut: Math.max(valeur, Math.min(somme, eligibles)) };
}
