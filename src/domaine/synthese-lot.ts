import type { DateCivile, Mois } from './date-civile.ts';
import type { Avis, Echec, Proposition } from './lot.ts';
import type { CodeIndicateur } from './resultat.ts';

/** Combien d'ESSMS atteignent leur cible, sur ceux qu'elle concerne : ni dispensés, ni hors période. */
export interface Atteints {
  readonly atteints: number;
  readonly concernes: number;
}

/** Les ESSMS qui partagent un secteur, un département ou un logiciel. */
export interface GroupeSynthese {
  /** `null` : les relevés ne le disent pas. */
  readonly nom: string | null;
  readonly essms: number;
  /** Dans l'ordre de `CODES_INDICATEURS`. */
  readonly indicateurs: readonly Atteints[];
}

export const AXES = ['secteur', 'departement', 'logiciel'] as const;
export type Axe = (typeof AXES)[number];

/** Les bornes basses des tranches de taux, en pour cent ; la dernière n'a pas de borne haute. */
export const TRANCHES = [0, 50, 60, 70, 80, 90, 100] as const;

/** Une soumission dans la vue régionale. */
export interface SoumissionSynthese {
  readonly nom: string;
  readonly grappe: string | null;
  readonly essms: number;
  readonly echeance: DateCivile | null;
  readonly proposition: Proposition | null;
  readonly erreurs: number;
  readonly avertissements: number;
}

/** Ce que la vue régionale montre d'un lot ; chaque ESSMS y est à son dernier mois retenu. */
export interface Synthese {
  readonly dateReference: DateCivile;
  /** Du plus ancien au plus récent ; vide : aucun relevé intact. */
  readonly mois: readonly Mois[];
  readonly essms: number;
  readonly avis: Readonly<Record<Avis, number>>;
  readonly axes: Readonly<Record<Axe, readonly GroupeSynthese[]>>;
  /** Nombre d'ESSMS par tranche de taux. */
  readonly distribution: readonly {
    readonly indicateur: CodeIndicateur;
    readonly tranches: readonly number[];
    readonly sansChiffre: number;
  }[];
  /** Les constats, par code, du plus fréquent au moins. */
  readonly constats: readonly {
    readonly code: string;
    readonly gravite: 'erreur' | 'avertissement';
    readonly nombre: number;
    readonly soumissions: number;
  }[];
  /** Celles à rappeler d'abord en tête. */
  readonly soumissions: readonly SoumissionSynthese[];
  readonly echecs: readonly Echec[];
}
