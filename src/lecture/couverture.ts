import type { Session } from '../moteur/session.ts';
import { date, texte } from '../moteur/sql.ts';
import type { DescriptionTable } from '../tables/description.ts';
import type { Relation } from './sql/lecture-csv.ts';

/** Ce que les règles demandent de savoir de chaque fichier : ses colonnes, et le jour de son extraction. */
export async function noterFichiers(session: Session, relations: readonly Relation[]): Promise<void> {
  for (const { fichiers, premierRang } of relations) {
    const lignes = fichiers.map(({ fichier: { source }, positions }, i) => {
      const a = (champ: string): boolean => positions.has(champ) || source.constantes[champ] !== undefined;
      const extraction = source.date_extraction ? date(source.date_extraction) : 'NULL';
      return `(${premierRang + i}, ${a('date_entree')}, ${a('date_derniere_activite')}, ${extraction})`;
    });
    await session.executer(`INSERT INTO fichiers VALUES ${lignes.join(', ')}`);
  }
}

/**
 * N9 : une table couvre un ESSMS si une ligne lisible le nomme, ou si `depot.yaml` le dit. La table
 * `couverture` garde aussi par quel fichier : D4 regarde la date de chacun.
 */
export async function noterCouverture(
  session: Session,
  table: DescriptionTable,
  relations: readonly Relation[],
): Promise<void> {
  const declares = relations.flatMap(({ fichiers, premierRang }) =>
    fichiers.flatMap(({ fichier: { source } }, i) => {
      const constante = source.constantes.finess_et;
      const dits = [...source.couvre, ...(constante === undefined ? [] : [constante])];
      return dits.map((finess) => `UNION SELECT ${texte(finess)}, ${premierRang + i}`);
    }),
  );
  await session.executer(
    `INSERT INTO couverture SELECT ${texte(table.nom)}, e.finess_et, c.fichier FROM (
       SELECT finess_et, fichier FROM lignes_${table.nom} WHERE sort IN ('retenue', 'sans_dossier') ${declares.join(' ')}) c
     LEFT JOIN alias ON alias.secondaire = c.finess_et
     JOIN essms e ON e.finess_et = coalesce(alias.principal, c.finess_et)`,
  );
}
