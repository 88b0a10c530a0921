import type { DateCivile } from '../date-civile.ts';

/** Ce qu'un fichier du répertoire a donné : lus = établissements + entités + sans emploi + rejetés. */
export interface FichierImporte {
  readonly fichier: string;
  readonly format: string;
  readonly dateExtraction: DateCivile | null;
  readonly sha256: string;
  readonly octets: number;
  readonly enregistrements: number;
  readonly etablissements: number;
  readonly entites: number;
  /** Lus et sans emploi : les lignes de géolocalisation. */
  readonly ignores: number;
  readonly rejets: number;
}

/** Les agrégats de catégories où sont les ESSMS, par leurs deux premiers chiffres. */
export const AGREGATS_ESSMS = ['41', '43', '44', '45', '46'] as const;
export type AgregatEssms = (typeof AGREGATS_ESSMS)[number];

/** Ce que l'index contient ; un numéro lu dans deux fichiers y est une fois. */
export interface RapportImport {
  readonly etablissements: number;
  /** Ouverts, et d'une entité juridique ouverte. */
  readonly ouverts: number;
  readonly entitesJuridiques: number;
  /** Numéros d'établissement ou d'entité dont la clé de Luhn est fausse. */
  readonly clesInvalides: number;
  /** Les ouverts de chaque agrégat. */
  readonly parAgregat: Readonly<Record<AgregatEssms, number>>;
  readonly fichiers: readonly FichierImporte[];
}
