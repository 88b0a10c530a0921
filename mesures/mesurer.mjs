/**
 * `npm run mesure` : chronomètre `esms` comme un processus entier, à côté d'une référence écrite à la main,
 * dans la même passe. Écrit une table, et `mesures.json` dans le dossier de travail (`ESMS_MESURES`). Avec
 * `ESMS_NATIONAL=1`, mesure aussi 10 puis 70 millions d'événements (3,4 Go à générer), trois tours.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { comparer } from './chronometrer.mjs';
import { genererDepot } from './generer.mjs';

const RACINE = fileURLToPath(new URL('..', import.meta.url));
const TRAVAIL = process.env.ESMS_MESURES ?? join(tmpdir(), 'mesures-esms');
const TOURS = Number(process.env.ESMS_TOURS ?? 5);

const TAILLES = {
  'petit OG (3 000 dossiers, 300 000 événements)': { essms: 20, dossiers: 3_000, evenements: 300_000 },
  'grand OG (30 000 dossiers, 3 000 000 événements)': { essms: 300, dossiers: 30_000, evenements: 3_000_000 },
  ...(process.env.ESMS_NATIONAL === '1' && {
    'dix millions (110 000 dossiers)': { essms: 5_000, dossiers: 110_000, evenements: 10_000_000, tours: 3 },
    'la France (790 000 dossiers, 70 millions)': {
      essms: 34_000,
      dossiers: 790_000,
      evenements: 70_000_000,
      tours: 3,
    },
  }),
};

function totaux(sortie) {
  const { resultats } = JSON.parse(sortie);
  return Object.fromEntries(resultats.map(({ indicateur, numerateur }) => [indicateur, numerateur]));
}

mkdirSync(TRAVAIL, { recursive: true });
const releve = {
  machine: `${cpus().length} cœurs, ${Math.round(totalmem() / 2 ** 30)} Go, ${cpus()[0].model}`,
  node: process.version,
  tours: TOURS,
  mesures: [],
};
for (const [taille, { tours = TOURS, ...options }] of Object.entries(TAILLES)) {
  const depot = join(TRAVAIL, `${options.evenements}`);
  genererDepot(depot, options);
  const [reference, esms] = comparer(
    [
      {
        nom: 'requête DuckDB écrite à la main',
        arguments: [join(RACINE, 'mesures/reference-duckdb.mjs'), depot],
      },
      {
        nom: 'esms indicateurs',
        arguments: [
          join(RACINE, 'bin/esms.js'),
          ...['indicateurs', depot, '--mois', '2025-09', '--niveau', 'grappe', '--format', 'json'],
          ...['--date-reference', '2025-11-01'],
        ],
      },
    ],
    tours,
  );
  const attendus = JSON.parse(reference.sortie);
  const obtenus = totaux(esms.sortie);
  if (
    attendus.actifs !== obtenus.dossiers_actifs ||
    attendus.projets !== obtenus.projets ||
    attendus.agenda !== obtenus.agenda
  ) {
    throw new Error(`numérateurs différents : ${reference.sortie} et ${JSON.stringify(obtenus)}`);
  }
  for (const { sortie, ...mesure } of [reference, esms]) releve.mesures.push({ taille, ...mesure });
}
const colonnes = ['taille', 'nom', 'millisecondes', 'minimum', 'memoireMo', 'rapport'];
console.log(`${releve.machine}, Node ${releve.node}, médianes de ${TOURS} tours`);
console.table(releve.mesures, colonnes);
writeFileSync(join(TRAVAIL, 'mesures.json'), `${JSON.stringify(releve, null, 2)}\n`);
console.log(`Détail : ${join(TRAVAIL, 'mesures.json')}`);
