import type { DateCivile } from '../date-civile.ts';
import type { Centimes } from '../montant.ts';
import type { Avertissement, Provenance, Versement } from './commun.ts';

/** Une ligne du barème : `a` vaut `null` sans borne. */
export interface TrancheSons {
  readonly code: string;
  readonly de: number;
  readonly a: number | null;
  /** Par ESSMS commandé. */
  readonly montant: Centimes;
  /** Comment ses bornes ont été lues ; sans elle, comme le barème. */
  readonly lecture?: Provenance['lecture'];
}

/** Où en est une vague à la date de référence. */
export const ETATS_VAGUE = ['ouverte', 'avances_closes', 'close', 'inconnue'] as const;
export type EtatVague = (typeof ETATS_VAGUE)[number];

export interface CalendrierSons {
  readonly etat: EtatVague;
  readonly ouverture: DateCivile | null;
  readonly finAvances: DateCivile | null;
  readonly finSoldes: DateCivile | null;
  /** Une phrase sans point final. */
  readonly phrase: string;
}

/** Deux tailles d'OG voisines, de part et d'autre d'une tranche, où la plus grande est moins payée. */
export interface EffetDeSeuil {
  readonly avant: { readonly essms: number; readonly montant: Centimes };
  readonly apres: { readonly essms: number; readonly montant: Centimes };
}

/** Ce que l'éditeur peut percevoir pour la commande d'un OG. */
export interface Sons {
  readonly vague: number;
  readonly essmsOg: number;
  readonly essmsCommande: number;
  readonly tranche: TrancheSons | null;
  readonly montant: Centimes | null;
  readonly versements: readonly [avance: Versement, solde: Versement];
  readonly seuils: readonly EffetDeSeuil[];
  readonly avertissements: readonly Avertissement[];
}

/** Ce que les règles disent d'une vague à une date : lu une fois, appliqué à chaque OG. */
export interface VagueSons {
  readonly vague: number;
  readonly dateReference: DateCivile;
  /** `null` : barème inconnu. */
  readonly bareme: readonly TrancheSons[] | null;
  /** Pourquoi, si le barème est inconnu. */
  readonly raison: string | null;
  /** En pour cent. */
  readonly avance: number | null;
  /** En jours calendaires, de la commande au dépôt du dossier complet de référencement. */
  readonly delaiReferencement: number | null;
  readonly calendrier: CalendrierSons;
  readonly sources: readonly Provenance[];
  readonly avertissements: readonly Avertissement[];
}
