import type { Resultat } from '../../domaine/resultat.ts';
import { accorder, INSECABLE } from '../nombres.ts';
import { INDICATEURS } from '../vocabulaire.ts';
import { CODES_ABSENCE } from './cellule.ts';
import { estHorsPeriode, type Ligne } from './lignes.ts';

/** Les gestes à faire, du plus utile au moins : « 22 actifs », « réexporter », « 2 fichiers ». */
export function gestesDe(ligne: Ligne): string[] {
  if (estHorsPeriode(ligne)) return [`hors${INSECABLE}période`];
  const { resultats } = ligne;
  const gestes = [...restes(resultats), ...corrections(resultats), ...fichiers(resultats)];
  return [...new Set(gestes)].map((geste) => geste.replaceAll(' ', INSECABLE));
}

function reste({ indicateur, resteAFaire }: Resultat): string[] {
  return (resteAFaire ?? 0) > 0 ? [accorder(resteAFaire ?? 0, ...INDICATEURS[indicateur].unite)] : [];
}

/** T4, pour les cibles manquées : là, le reste à faire est sûr. */
function restes(resultats: readonly Resultat[]): string[] {
  return resultats.filter((r) => r.etat === 'non_atteint').flatMap(reste);
}

/** Une cible incertaine demande d'abord une meilleure donnée ; à défaut de cause connue, le reste à faire. */
function corrections(resultats: readonly Resultat[]): string[] {
  return resultats
    .filter((r) => r.etat === 'incertain' && r.agregat === undefined)
    .flatMap((r) => {
      const nombreDe = (code: string): number => r.avertissements.find((a) => a.code === code)?.nombre ?? 0;
      if (nombreDe('dossiers.indetermines') > 0) return ['réexporter'];
      const rejetes = nombreDe('dossiers.rejetes');
      if (rejetes > 0) return [`corriger ${accorder(rejetes, 'ligne')}`];
      return reste(r);
    });
}

/** Les tables à fournir ; une même table manque souvent à plusieurs indicateurs. */
function fichiers(resultats: readonly Resultat[]): string[] {
  const absentes = resultats
    .filter((r) => r.etat === 'non_evaluable' && r.agregat === undefined)
    .flatMap(({ avertissements, indicateur }) =>
      avertissements
        .filter(({ code }) => CODES_ABSENCE.has(code))
        .flatMap(({ tables }) => tables ?? [INDICATEURS[indicateur].fichier]),
    );
  return absentes.length > 0 ? [accorder(new Set(absentes).size, 'fichier')] : [];
}
