import type { CodeIndicateur } from '../../src/domaine/resultat.ts';
import type { Sommes } from './bornes.ts';
import type { ComptesReference } from './comptes.ts';
import type { Contexte } from './contexte.ts';
import { estDispense, estHorsPeriode } from './etats.ts';

/** Ce qu'un ESSMS apporte à un agrégat, pour un indicateur. */
export type Situation =
  | { readonly genre: 'hors_periode' }
  | { readonly genre: 'dispense' }
  | { readonly genre: 'compte'; readonly sommes: Sommes }
  /** A3 : non évaluable faute de données, mais sans personne : n'ajoute rien. */
  | { readonly genre: 'vide' }
  /** A3 : le dénominateur connu, s'il l'est, et s'il vient de `essms.places`. */
  | { readonly genre: 'manquant'; readonly denominateur: number | null; readonly places: boolean };

/** N8, N9 : les comptes de l'indicateur sont-ils connus ? */
function estConnu(indicateur: CodeIndicateur, c: ComptesReference): boolean {
  switch (indicateur) {
    case 'dossiers_actifs':
      return c.couvert.dossiers;
    case 'projets':
      return c.couvert.dossiers && c.couvert.projets;
    case 'agenda':
      return c.couvert.dossiers && c.couvert.agenda;
    case 'mssante':
      return c.M !== null && c.E !== null;
    case 'dmp':
      return c.B !== null && c.E !== null;
  }
}

/** A3 : dénominateur connu d'un ESSMS manquant. */
function manquant(indicateur: CodeIndicateur, c: ComptesReference, places: number | null): Situation {
  const surActifs = indicateur === 'projets' || indicateur === 'agenda';
  if (surActifs && c.couvert.dossiers) {
    return { genre: 'manquant', denominateur: c.A + c.I + c.R, places: false };
  }
  if ((indicateur === 'mssante' || indicateur === 'dmp') && c.E !== null) {
    return { genre: 'manquant', denominateur: c.E + (c.eDeduit ? c.R : 0), places: false };
  }
  if (c.D !== null) return { genre: 'manquant', denominateur: c.D, places: false };
  return { genre: 'manquant', denominateur: places, places: places !== null };
}

function sommesDe(c: ComptesReference): Sommes {
  return {
    ...c,
    D: c.D ?? 0,
    E: c.E ?? 0,
    M: c.M ?? 0,
    B: c.B ?? 0,
    rD: c.dDeduit ? c.R : 0,
    rE: c.eDeduit ? c.R : 0,
  };
}

export function situer(indicateur: CodeIndicateur, contexte: Contexte, comptes: ComptesReference): Situation {
  const { essms, fenetre } = contexte;
  if (estHorsPeriode(essms, fenetre)) return { genre: 'hors_periode' };
  if ((indicateur === 'mssante' || indicateur === 'dmp') && estDispense(essms, fenetre))
    return { genre: 'dispense' };
  if (!estConnu(indicateur, comptes)) {
    const situation = manquant(indicateur, comptes, essms.places);
    return situation.genre === 'manquant' && situation.denominateur === 0 ? { genre: 'vide' } : situation;
  }
  return { genre: 'compte', sommes: sommesDe(comptes) };
}
