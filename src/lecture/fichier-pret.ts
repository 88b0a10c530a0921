import type { DescriptionTable } from '../tables/description.ts';
import type { FichierDepot } from './depot/fichiers.ts';
import type { Encodage } from './encodage.ts';
import type { FormatDate } from './format-date.ts';

/** Un fichier reconnu à sa tête : assez pour que DuckDB le lise. */
export interface FichierReconnu {
  readonly fichier: FichierDepot;
  readonly table: DescriptionTable;
  readonly encodage: Encodage;
  readonly separateur: string;
  /** Lignes lues au sens de E1 ; `null` tant que le fichier n'est pas balayé jusqu'au bout. */
  readonly enregistrements: number | null;
  /** Ce que DuckDB ouvre : le fichier même, ou sa copie normalisée. */
  readonly cheminLu: string;
  readonly estCopie: boolean;
  /** Où est sa copie normalisée, ou bien où elle s'écrirait. */
  readonly cheminCopie: string;
  /** Les en-têtes du fichier, par position ; `positions` dit lesquels sont des champs de la table. */
  readonly entetes: readonly string[];
  readonly positions: ReadonlyMap<string, number>;
  readonly formats: ReadonlyMap<string, readonly FormatDate[]>;
  /** Valeurs rencontrées en tête, par champ : les plus fréquentes se traduisent sans normalisation. */
  readonly echantillon: ReadonlyMap<string, readonly string[]>;
}

/** Un fichier balayé, et prêt à être lu par DuckDB. */
export interface FichierPret extends FichierReconnu {
  readonly sha256: string;
  readonly octets: number;
  readonly enregistrements: number;
}
