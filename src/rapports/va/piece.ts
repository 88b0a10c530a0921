import type { EssmsVerifie, EtatCondition } from '../../domaine/va.ts';
import { assainir } from '../texte.ts';

export interface Tableau {
  readonly legende: string;
  readonly titres: readonly string[];
  readonly rangees: readonly (readonly string[])[];
  /** Les colonnes de nombres. */
  readonly nombres?: ReadonlySet<number>;
}

export interface Section {
  readonly titre: string;
  readonly phrases?: readonly string[];
  readonly tableaux?: readonly Tableau[];
  readonly liste?: readonly string[];
}

/** Un brouillon de PV par OG : c'est lui qui commande, et son représentant légal qui signe. */
export interface Piece {
  readonly titre: string;
  readonly bandeau: string;
  readonly etat: EtatCondition;
  readonly verdict: string;
  readonly sections: readonly Section[];
}

/** Un champ que le programme ne sait pas remplir. */
export const VIDE = '______________________ (à compléter)';

export function nommerEssms({ libelle }: Pick<EssmsVerifie, 'libelle'>): string {
  return assainir(libelle);
}
