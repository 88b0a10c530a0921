import type { Session } from '../moteur/session.ts';
import type { DescriptionTable, NomTable } from '../tables/description.ts';
import { noterCouverture } from './couverture.ts';
import type { FichierPret } from './fichier-pret.ts';
import { agreger } from './sql/agreger.ts';
import type { Relation } from './sql/lecture-csv.ts';
import type { Retenue } from './sql/retenue.ts';
import { creerTableLue, creerTableVide, estAgregee, rejeterDoublons, trier } from './sql/tables.ts';
import { premierTemps, secondTemps } from './sql/temps.ts';

/** Rend la copie normalisée d'un fichier, ou `null` si elle n'a pas pu s'écrire. */
export type Recopier = (pret: FichierPret) => Promise<FichierPret | null>;

interface Lecture {
  /** Les jours à garder d'une table agrégée ; `null` : aucun. */
  readonly retenue: Retenue | null;
  readonly recopier: Recopier;
}

/** Le périmètre et les factures ne sont l'export d'aucun ESSMS (N9, D4). */
const SANS_COUVERTURE: ReadonlySet<NomTable> = new Set(['essms', 'depenses']);

/**
 * Lit une table et trie ses lignes : `lignes_<table>` les a toutes, la vue `<table>` celles qui sont retenues. Rend
 * les relations telles qu'elles ont été lues ; celle qui n'a pas pu l'être n'y est pas.
 */
export async function chargerTable(
  session: Session,
  table: DescriptionTable,
  relations: readonly Relation[],
  { retenue, recopier }: Lecture,
): Promise<Relation[]> {
  const voir = `CREATE VIEW ${table.nom} AS SELECT * FROM lignes_${table.nom} WHERE sort = 'retenue'`;
  if (relations.length === 0) {
    await session.executer(`${creerTableVide(table, retenue)}; ${voir}`);
    return [];
  }
  await session.executer(creerTableLue(table, retenue));
  const lues: Relation[] = [];
  for (const relation of relations) {
    const lue = await lireRelation(session, table, relation, { retenue, recopier });
    if (lue) lues.push(lue);
  }
  const doublons = rejeterDoublons(table);
  if (doublons) await session.executer(doublons);
  await session.executer(
    `CREATE TABLE lignes_${table.nom} AS ${trier(table, `SELECT * FROM lus_${table.nom}`)};
     DROP TABLE lus_${table.nom};
     ${voir}`,
  );
  if (!SANS_COUVERTURE.has(table.nom)) await noterCouverture(session, table, lues);
  return lues;
}

/**
 * Lit les fichiers d'une relation. DuckDB saute sans un mot une ligne qui a deux colonnes de trop : si le compte du
 * balayage n'y est pas, tout se relit par des copies normalisées, où cette ligne est rejetée (E1).
 */
async function lireRelation(
  session: Session,
  table: DescriptionTable,
  relation: Relation,
  { retenue, recopier }: Lecture,
): Promise<Relation | null> {
  const inserer = (lue: Relation): Promise<void> =>
    session.executer(`INSERT INTO lus_${table.nom} BY NAME (${lireTable(table, lue, retenue)})`);
  await inserer(relation);
  const { fichiers, premierRang } = relation;
  const siens = `fichier BETWEEN ${premierRang} AND ${premierRang + fichiers.length - 1}`;
  if (fichiers[0].estCopie || (await estEntiere(session, table, relation, siens))) return relation;
  await session.executer(`DELETE FROM lus_${table.nom} WHERE ${siens}`);
  const copies: FichierPret[] = [];
  for (const fichier of fichiers) {
    const copie = await recopier(fichier);
    if (copie) copies.push(copie);
  }
  const [premiere, ...autres] = copies;
  if (!premiere || copies.length < fichiers.length) return null;
  const copiee = { ...relation, fichiers: [premiere, ...autres] as const };
  await inserer(copiee);
  return copiee;
}

function lireTable(table: DescriptionTable, relation: Relation, retenue: Retenue | null): string {
  return estAgregee(table)
    ? secondTemps(table, agreger(relation, retenue), false)
    : secondTemps(table, premierTemps(relation, true), true);
}

/** Vrai si DuckDB a rendu de chaque fichier autant de lignes que le balayage en a compté. */
async function estEntiere(
  session: Session,
  table: DescriptionTable,
  { fichiers, premierRang }: Relation,
  siens: string,
): Promise<boolean> {
  const lignes = await session.lignes(
    `SELECT fichier::INTEGER AS fichier, ${estAgregee(table) ? 'sum(n)' : 'count(*)'}::INTEGER AS n
     FROM lus_${table.nom} WHERE ${siens} GROUP BY fichier`,
  );
  const lues = new Map(lignes.map(({ fichier, n }) => [Number(fichier), Number(n)]));
  return fichiers.every(({ enregistrements }, i) => (lues.get(premierRang + i) ?? 0) === enregistrements);
}
