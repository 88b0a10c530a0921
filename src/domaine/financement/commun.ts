import { CATALOGUE, type CodeAnomalie } from '../catalogue.ts';
import type { DateCivile } from '../date-civile.ts';
import { type Centimes, ecrireEuros } from '../montant.ts';

/** D'où vient une valeur de règle, et comment elle a été lue : accompagne tout montant affiché. */
export interface Provenance {
  readonly regle: string;
  readonly titre: string;
  /** « titre, date, lieu ». */
  readonly source: string;
  readonly lecture: 'lue' | 'reconstruite' | 'secondaire' | 'inconnue';
  /** Ce qui est abîmé ou reconstruit. */
  readonly reserve: string | null;
  readonly debut: DateCivile;
  readonly fin: DateCivile | null;
  readonly verifieLe: DateCivile | null;
  /** Vient de `--regles`. */
  readonly fournie: boolean;
}

/** Ce qu'un résultat doit dire en plus de ses montants. */
export interface Avertissement {
  readonly code: CodeAnomalie;
  readonly message: string;
}

/** Vrai si un avertissement est un constat (montant inconnu, commande non finançable) : code de sortie 1. */
export function aConstat(avertissements: readonly Avertissement[]): boolean {
  return avertissements.some(({ code }) => CATALOGUE[code].gravite === 'erreur');
}

export const TYPES_PROJET = ['acquisition', 'montee_de_version'] as const;
export type TypeProjet = (typeof TYPES_PROJET)[number];

/** Une des deux parts d'un financement. */
export interface Versement {
  readonly part: 'avance' | 'solde';
  /** En pour cent ; `null` si la règle est inconnue. */
  readonly pourcent: number | null;
  /** `null` si le montant, ou la part, est inconnu. */
  readonly montant: Centimes | null;
  /** Ce qu'il faut remettre pour être payé. */
  readonly preuve: string;
}

/** « 21 900 € », « 26 611,20 € » : dans une phrase, des euros ronds s'écrivent sans centimes. */
export function direEuros(montant: Centimes): string {
  return ecrireEuros(montant).replace(',00', '');
}
