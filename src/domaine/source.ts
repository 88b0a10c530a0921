import type { DateCivile } from './date-civile.ts';

/** Provenance et compte d'un fichier lu : lues = retenues + rejetées + écartées, toujours (E1). */
export interface Provenance {
  /** Nom public de la table : `mss` pour ses deux formes. */
  readonly table: string;
  /** Chemin relatif au dépôt, séparé par « / » ; dans un relevé, le nom seul. */
  readonly fichier: string;
  readonly logiciel: string | null;
  readonly dateExtraction: DateCivile | null;
  /** Des octets du fichier tel qu'il est (compressé s'il l'est). */
  readonly sha256: string;
  readonly lignes: number;
  readonly retenues: number;
  readonly rejetees: number;
  readonly ecartees: number;
}

export interface SourceLue extends Provenance {
  readonly octets: number;
  /** Ce que la lecture a reconnu : « windows-1252 », « ; », « JJ/MM/AAAA »… */
  readonly encodage: string;
  readonly separateur: string;
}
