/**
 * Le point de comparaison exigeant d'`esms indicateurs` : les mêmes comptes élémentaires par ESSMS, les mêmes lignes
 * rejetées par cause, écartées, et le SHA-256 de chaque fichier, comme un analyste qui connaît son export les écrirait à la
 * main pour ce seul mois : dialecte, colonnes et codes connus d'avance, dates AAAA-MM-JJ, une seule colonne de trop au plus.
 * Chaque événement est confronté aux séjours, par un masque des jours du mois. Écrit du JSON.
 *   node mesures/reference-complete.mjs DEPOT
 */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { CAUSES, COMPTES, DECOMPTE, TABLES } from './reference-complete-sql.mjs';

const [depot] = process.argv.slice(2);

async function empreinte(chemin) {
  const sha256 = createHash('sha256');
  for await (const bloc of createReadStream(chemin, { highWaterMark: 1 << 20 })) sha256.update(bloc);
  return sha256.digest('hex');
}

async function interroger(presentes) {
  const connexion = await (await DuckDBInstance.create(':memory:')).connect();
  const lire = async (sql) => (await connexion.runAndReadAll(sql)).getRowObjectsJson();
  await connexion.run('SET preserve_insertion_order = false');
  for (const { nom, creer } of TABLES)
    await connexion.run(creer(presentes.includes(nom) ? join(depot, `${nom}.csv`) : null));
  return { essms: await lire(COMPTES), sorts: await lire(DECOMPTE) };
}

const presentes = TABLES.map(({ nom }) => nom).filter((nom) => existsSync(join(depot, `${nom}.csv`)));
const [{ essms, sorts }, ...empreintes] = await Promise.all([
  interroger(presentes),
  ...presentes.map((nom) => empreinte(join(depot, `${nom}.csv`))),
]);
const fichiers = presentes.map((nom, rang) => ({
  fichier: `${nom}.csv`,
  sha256: empreintes[rang],
  sorts: Object.fromEntries(
    sorts.filter(({ table }) => table === nom).map(({ cause, n }) => [CAUSES[cause], n]),
  ),
}));
process.stdout.write(`${JSON.stringify({ essms, fichiers })}\n`);
