import type { CodeIndicateur, Etat } from '../../src/domaine/resultat.ts';
import { AUCUNE_SOMME, type Encadrement, encadrer, type Manque, type Sommes } from './bornes.ts';
import { etatDe } from './etats.ts';
import type { Situation } from './situations.ts';

export interface Evaluation {
  readonly etat: Etat;
  /** `null` pour les états sans valeur. */
  readonly encadrement: Encadrement | null;
}

function sommer(a: Sommes, b: Sommes): Sommes {
  const cles = Object.keys(AUCUNE_SOMME) as (keyof Sommes)[];
  return Object.fromEntries(cles.map((cle) => [cle, a[cle] + b[cle]])) as unknown as Sommes;
}

/** A3 : ce que les manquants ajoutent ; `null` si l'un d'eux n'a aucun dénominateur connu. */
function reunirManquants(indicateur: CodeIndicateur, situations: readonly Situation[]): Manque | null {
  let denominateur = 0;
  for (const situation of situations) {
    if (situation.genre !== 'manquant') continue;
    if (situation.denominateur === null) return null;
    denominateur += situation.denominateur;
  }
  return { denominateur, borneHaute: indicateur !== 'mssante' || situations.length === 0 };
}

/** T1, T2, A2 à A4 : un ESSMS est un groupe d'un seul. */
export function evaluer(
  indicateur: CodeIndicateur,
  situations: readonly Situation[],
  cible: number,
): Evaluation {
  const comptees = situations.filter((s) => s.genre === 'compte');
  const manquants = situations.filter((s) => s.genre === 'manquant');
  if (comptees.length === 0) {
    if (situations.some((s) => s.genre === 'manquant' || s.genre === 'vide')) {
      return { etat: 'non_evaluable', encadrement: null };
    }
    const horsPeriode = situations.every((s) => s.genre === 'hors_periode');
    return { etat: horsPeriode ? 'hors_periode' : 'dispense', encadrement: null };
  }
  const manque = reunirManquants(indicateur, manquants);
  const sommes = comptees.map((s) => s.sommes).reduce(sommer);
  const encadrement = manque && encadrer(indicateur, sommes, manque);
  if (encadrement === null) return { etat: 'non_evaluable', encadrement: null };
  const etat = etatDe(encadrement, cible);
  const places = manquants.some((s) => s.places);
  return { etat: places && etat === 'atteint' ? 'incertain' : etat, encadrement };
}
