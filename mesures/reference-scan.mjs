/**
 * Le plancher : DuckDB lit les mêmes octets, dates typées, et ne fait que compter les dates lues. Ni sélection, ni
 * groupement, ni contrôle.
 *   node mesures/reference-scan.mjs DEPOT
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

const DATES = {
  dossiers: ['date_entree', 'date_sortie', 'date_derniere_activite'],
  projets: ['date_debut'],
  agenda: ['date_debut'],
};
const COLONNES = {
  dossiers: ['finess_et', 'id_dossier', ...DATES.dossiers],
  projets: ['finess_et', 'id_dossier', 'statut', 'date_debut'],
  agenda: ['finess_et', 'id_dossier', 'date_debut', 'statut', 'type'],
};

const [depot] = process.argv.slice(2);
const connexion = await (await DuckDBInstance.create(':memory:')).connect();
const lues = {};
for (const [table, dates] of Object.entries(DATES)) {
  const chemin = join(depot, `${table}.csv`);
  if (!existsSync(chemin)) continue;
  const colonnes = COLONNES[table].map((nom) => `${nom}: '${dates.includes(nom) ? 'TIMESTAMP' : 'VARCHAR'}'`);
  const lecteur = await connexion.runAndReadAll(
    `SELECT ${dates.map((nom) => `count(${nom})`).join(' + ')} AS dates
     FROM read_csv('${chemin.replaceAll("'", "''")}', delim = ';', header = true, auto_detect = false, ignore_errors = true, columns = {${colonnes.join(', ')}})`,
  );
  lues[table] = Number(lecteur.getRowObjectsJson()[0].dates);
}
process.stdout.write(`${JSON.stringify(lues)}\n`);
