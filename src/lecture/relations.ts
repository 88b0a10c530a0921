import type { FichierReconnu } from './fichier-pret.ts';
import type { Relation } from './sql/lecture-csv.ts';

/** Réunit les fichiers qu'un seul `read_csv` peut lire, et les range dans l'ordre des relations, à partir de `rang`. */
export function grouper<F extends FichierReconnu>(prets: readonly F[], rang: number): Relation<F>[] {
  const groupes = new Map<string, [F, ...F[]]>();
  const sources = new Map<object, number>();
  for (const pret of prets) {
    const { source } = pret.fichier;
    if (!sources.has(source)) sources.set(source, sources.size);
    const cle = JSON.stringify([
      sources.get(source),
      pret.table.nom,
      pret.separateur,
      pret.estCopie,
      pret.entetes,
      [...pret.formats],
    ]);
    const groupe = groupes.get(cle);
    if (groupe) groupe.push(pret);
    else groupes.set(cle, [pret]);
  }
  let premierRang = rang;
  return [...groupes.values()].map((fichiers) => {
    const relation = { fichiers, premierRang };
    premierRang += fichiers.length;
    return relation;
  });
}
