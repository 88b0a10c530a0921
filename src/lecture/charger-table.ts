import type { Session } from '../moteur/session.ts';
import type { DescriptionTable, NomTable } from '../tables/description.ts';
import { noterCouverture } from './couverture.ts';
import type { FichierPret } from './fichier-pret.ts';
import { type IssuePari, type Mise, parier } from './pari.ts';
import { agreger } from './sql/agreger.ts';
import { type Garde, gardeDe } from './sql/garde.ts';
import type { Relation } from './sql/lecture-csv.ts';
import { creerTableLue, creerTableVide, estAgregee, rejeterDoublons, trier } from './sql/tables.ts';
import { premierTemps, secondTemps } from './sql/temps.ts';

/** Rend la copie normalisée d'un fichier, ou `null` si elle n'a pas pu s'écrire. */
export type Recopier = (pret: FichierPret) => Promise<FichierPret | null>;

/** `pressenties` : vide, sauf si la table se lit avant d'être balayée jusqu'au bout. */
export interface Lecture extends Pick<Mise, 'pressenties' | 'attendre'> {
  /** Les jours à garder d'une table agrégée ; `null` : aucun. */
  readonly garde: Garde | null;
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
  { pressenties, attendre, garde: commune, recopier }: Lecture,
): Promise<Relation<FichierPret>[]> {
  const garde = commune && gardeDe(commune, table);
  const voir = `CREATE VIEW ${table.nom} AS SELECT * FROM lignes_${table.nom} WHERE sort = 'retenue'`;
  const lire = (relation: Relation): Promise<void> =>
    session.executer(`INSERT INTO lus_${table.nom} BY NAME (${lireTable(table, relation, garde)})`);
  const creer = creerTableLue(table, garde);
  const { relations, gagne } =
    pressenties.length > 0
      ? await lireDAvance(session, table, creer, { pressenties, attendre, lire })
      : { relations: await attendre(), gagne: false };
  if (relations.length === 0) {
    await session.executer(`${creerTableVide(table, garde)}; ${voir}`);
    return [];
  }
  if (!gagne) await session.executer(creer);
  const lues: Relation<FichierPret>[] = [];
  for (const relation of relations) {
    if (!gagne) await lire(relation);
    const lue = await completer(session, table, relation, { lire, recopier });
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

/** Crée `lus_<table>` et la lit avant l'heure ; un pari perdu n'en laisse rien. */
async function lireDAvance(
  session: Session,
  table: DescriptionTable,
  creer: string,
  mise: Omit<Mise, 'interrompre'>,
): Promise<IssuePari> {
  await session.executer(creer);
  const issue = await parier({ ...mise, interrompre: session.interrompre });
  if (!issue.gagne) await session.executer(`DROP TABLE lus_${table.nom}`);
  return issue;
}

/**
 * Rend une relation telle qu'elle est lue. DuckDB saute sans un mot une ligne qui a deux colonnes de trop : si le compte
 * du balayage n'y est pas, tout s'efface et se relit par des copies normalisées, où cette ligne est rejetée (E1). `null` :
 * une copie n'a pas pu s'écrire.
 */
async function completer(
  session: Session,
  table: DescriptionTable,
  relation: Relation<FichierPret>,
  { lire, recopier }: Pick<Mise, 'lire'> & Pick<Lecture, 'recopier'>,
): Promise<Relation<FichierPret> | null> {
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
  await lire(copiee);
  return copiee;
}

function lireTable(table: DescriptionTable, relation: Relation, garde: Garde | null): string {
  return estAgregee(table)
    ? secondTemps(table, agreger(relation, garde), false)
    : secondTemps(table, premierTemps(relation, true), true);
}

/** Vrai si DuckDB a rendu de chaque fichier autant de lignes que le balayage en a compté. */
async function estEntiere(
  session: Session,
  table: DescriptionTable,
  { fichiers, premierRang }: Relation<FichierPret>,
  siens: string,
): Promise<boolean> {
  const lignes = await session.lignes(
    `SELECT fichier::INTEGER AS fichier, ${estAgregee(table) ? 'sum(n)' : 'count(*)'}::INTEGER AS n
     FROM lus_${table.nom} WHERE ${siens} GROUP BY fichier`,
  );
  const lues = new Map(lignes.map(({ fichier, n }) => [Number(fichier), Number(n)]));
  return fichiers.every(({ enregistrements }, i) => (lues.get(premierRang + i) ?? 0) === enregistrements);
}
