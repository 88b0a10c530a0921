import type { DepotLogique } from './depot-logique.ts';
import type { LigneTriee } from './ecarts.ts';
import { estBlanche, type Lecture } from './rejets.ts';

export interface CompteFichier {
  readonly table: string;
  readonly fichier: string;
  readonly lignes: number;
  readonly retenues: number;
  readonly rejetees: number;
  readonly ecartees: number;
}

/** E1 : lues = retenues + rejetées + écartées, fichier par fichier. */
export function compterFichiers(
  depot: DepotLogique,
  lecture: Lecture,
  triees: readonly LigneTriee[],
): CompteFichier[] {
  return depot.sources.flatMap((source) =>
    source.fichiers.map((fichier) => ({
      table: source.table,
      fichier: fichier.chemin,
      lignes: fichier.lignes.filter((ligne) => !estBlanche(ligne)).length,
      retenues: triees.filter((l) => l.fichier === fichier && l.sort === null).length,
      rejetees: lecture.rejetees.filter((l) => l.fichier === fichier).length,
      ecartees: triees.filter((l) => l.fichier === fichier && l.sort !== null).length,
    })),
  );
}
