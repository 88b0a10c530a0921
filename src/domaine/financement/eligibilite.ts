import type { DateCivile } from '../date-civile.ts';
import type { Provenance } from './commun.ts';
import type { EssmsDeclare } from './grappe.ts';

/** Du meilleur au pire : un ensemble vaut le pire de ses contrôles. */
export const ETATS_ELIGIBILITE = ['eligible', 'a_verifier', 'ineligible'] as const;
export type EtatEligibilite = (typeof ETATS_ELIGIBILITE)[number];

/** `non_controle` : rien, dans le dépôt, ne permet de contrôler ; ne change pas l'état. */
export const ETATS_CONTROLE = ['conforme', 'non_controle', 'a_verifier', 'ineligible'] as const;
export type EtatControle = (typeof ETATS_CONTROLE)[number];

/** Les contrôles d'un ESSMS, dans l'ordre où ils sont rendus. */
export const CODES_CONTROLES_ESSMS = [
  'finess',
  'ouverture',
  'inscription',
  'categorie',
  'type_projet',
  'dui_reference',
  'financements_anterieurs',
  'dui_contractualise',
] as const;

/** Les contrôles de la grappe. */
export const CODES_CONTROLES_GRAPPE = [
  'taille',
  'appel_national',
  'une_solution',
  'rattachement',
  'deux_grappes',
] as const;

export type CodeControle = (typeof CODES_CONTROLES_ESSMS)[number] | (typeof CODES_CONTROLES_GRAPPE)[number];

/** Une raison d'être éligible, ou de ne pas l'être, avec la règle qui la fonde. */
export interface Controle {
  readonly code: CodeControle;
  readonly etat: EtatControle;
  readonly message: string;
  /** Ce que l'usager peut faire ; `null` si rien. */
  readonly aide: string | null;
  readonly regle: Provenance | null;
}

export interface EligibiliteEssms {
  readonly essms: EssmsDeclare;
  readonly etat: EtatEligibilite;
  /** Toutes les raisons, les conformes aussi. */
  readonly controles: readonly Controle[];
  /** Déclare avoir déjà reçu la Prestation Ségur : elle ne se demande pas deux fois. */
  readonly sonsRecu: boolean;
}

export interface EligibiliteGrappe {
  readonly etat: EtatEligibilite;
  readonly controles: readonly Controle[];
  /** ESSMS dans chaque état ; la taille qui compte est celle des ESSMS qui ne sont pas inéligibles. */
  readonly essms: Readonly<Record<EtatEligibilite, number>>;
  /** `null` : le seuil de l'appel national est inconnu pour cette année. */
  readonly appel: 'regional' | 'national' | null;
}

export interface Eligibilite {
  readonly annee: number;
  readonly dateReference: DateCivile;
  readonly grappe: EligibiliteGrappe;
  readonly essms: readonly EligibiliteEssms[];
}
