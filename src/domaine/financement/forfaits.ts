import type { Centimes } from '../montant.ts';
import type { Secteur } from '../secteur.ts';
import type { Avertissement, Provenance, TypeProjet, Versement } from './commun.ts';

/** Les lignes d'un plan ESMS Numérique, dans l'ordre du contrat. */
export const CODES_LIGNES = [
  'amorcage',
  'usages',
  'logiciel',
  'equipement',
  'amoa_marche',
  'amoa_projet',
] as const;
export type CodeLigne = (typeof CODES_LIGNES)[number];

/** Les trois lectures du tarif réduit à partir de 50 ESSMS ; la première est celle par défaut. */
export const LECTURES_REDUIT = ['exemple_publie', 'reduit_des_le_50e', 'reduit_des_le_51e'] as const;
export type LectureReduit = (typeof LECTURES_REDUIT)[number];

/** Heures d'un service à domicile, en centièmes d'heure : le prorata est exact. */
export interface Heures {
  readonly eligibles: number;
  readonly totales: number;
}

export interface LigneForfait {
  readonly code: CodeLigne;
  readonly libelle: string;
  /** ESSMS financés, ou 1 pour un forfait par projet. */
  readonly quantite: number;
  /** « 49 × 7 000 € + 14 × 2 000 € » ; `null` si le montant est inconnu. */
  readonly detail: string | null;
  readonly montant: Centimes | null;
  /** Pourquoi, si le montant est inconnu. */
  readonly raison: string | null;
  /** Un maximum, que l'ARS instruit. */
  readonly plafond: boolean;
  readonly provenance: Provenance | null;
}

export interface Forfaits {
  readonly annee: number;
  readonly type: TypeProjet;
  readonly secteur: Secteur;
  readonly essms: number;
  readonly essmsPetitsOg: number;
  readonly duiReference: boolean;
  readonly lecture: LectureReduit;
  /** Vrai si les trois lectures peuvent différer : la taille atteint le seuil. */
  readonly lecturesUtiles: boolean;
  readonly heures: Heures | null;
  readonly lignes: readonly LigneForfait[];
  /** `null` dès qu'une ligne est inconnue. */
  readonly total: Centimes | null;
  readonly versements: readonly [avance: Versement, solde: Versement];
  readonly parLecture: readonly { readonly lecture: LectureReduit; readonly total: Centimes | null }[];
  readonly fourchette: { readonly min: Centimes | null; readonly max: Centimes | null };
  readonly avertissements: readonly Avertissement[];
  readonly sources: readonly Provenance[];
}
