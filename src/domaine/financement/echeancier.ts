import type { DateCivile } from '../date-civile.ts';
import type { Centimes } from '../montant.ts';
import type { Avertissement, Provenance, TypeProjet } from './commun.ts';

export const CODES_ETAPES = [
  'signature',
  'sons_fin_avances',
  'sons_fin_soldes',
  'premiere_mesure',
  'preuve',
  'fin',
] as const;
export type CodeEtape = (typeof CODES_ETAPES)[number];

/** Une date du projet, ou une période, bornes comprises. */
export interface Etape {
  readonly code: CodeEtape;
  readonly debut: DateCivile;
  /** Le même jour pour une date. */
  readonly fin: DateCivile;
  readonly titre: string;
  /** Ce qu'il faut faire ou remettre. */
  readonly geste: string;
  /** Ce que l'étape paie. */
  readonly versement: {
    readonly part: 'avance' | 'solde';
    /** Le porteur du projet, ou son éditeur (SONS). */
    readonly a: 'porteur' | 'editeur';
    readonly pourcent: number | null;
    readonly montant: Centimes | null;
  } | null;
  /** Elle est finie à la date de référence. */
  readonly passee: boolean;
  readonly provenance: Provenance | null;
}

export interface Echeancier {
  readonly nom: string | null;
  readonly type: TypeProjet;
  /** L'année de l'instruction dont le projet relève. */
  readonly annee: number;
  readonly signature: DateCivile;
  readonly dateReference: DateCivile;
  /** En mois civils ; `null` : inconnu. */
  readonly delai: number | null;
  readonly fin: DateCivile | null;
  /** Dans l'ordre des dates. */
  readonly etapes: readonly Etape[];
  readonly avertissements: readonly Avertissement[];
  readonly sources: readonly Provenance[];
}
