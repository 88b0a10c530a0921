import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const RACINE = fileURLToPath(new URL('..', import.meta.url));
const ESMS = join(RACINE, 'bin/esms.js');

/** Au-delà, csv-parse et Miller prendraient l'heure. */
const EVENEMENTS_LENTS = 3_000_000;
/** Au-delà, la page HTML d'un rapport, une rangée par ESSMS, n'est plus faite pour être lue. */
const EVENEMENTS_PAGE = 10_000_000;

const COMMUNES = ['--mois', '2025-09', '--date-reference', '2025-11-01', '--silencieux'];

/** `esms indicateurs`, tous les niveaux, écrit en JSON dans un fichier. */
export function indicateurs(depot, sortie, ...options) {
  return [ESMS, 'indicateurs', depot, ...COMMUNES, '--format', 'json', '--sortie', sortie, ...options];
}

const script = (nom, depot) => [join(RACINE, 'mesures', nom), depot];

export const aMiller = spawnSync('mlr', ['--version']).status === 0;

/** Les trois numérateurs, sans moteur ; `simple` : à comparer à ceux de la requête simple. */
const lentes = (depot) => [
  ...(aMiller
    ? [
        {
          cle: 'miller',
          nom: 'Miller',
          simple: true,
          programme: 'mlr',
          arguments: [
            ...['-S', '--icsv', '--ifs', ';', '--ojsonl', 'put', '-q'],
            ...['-f', join(RACINE, 'mesures/reference.mlr')],
            ...['dossiers', 'projets', 'agenda'].map((table) => join(depot, `${table}.csv`)),
          ],
        },
      ]
    : []),
  {
    cle: 'csvParse',
    nom: 'csv-parse et zod',
    simple: true,
    arguments: script('reference-csv-parse.mjs', depot),
  },
];

const premiere = (depot, sortie) => ({
  cle: 'premiere',
  nom: 'esms indicateurs --premiere-mesure',
  arguments: indicateurs(depot, `${sortie}-premiere.json`, '--premiere-mesure'),
});

/** La page d'un relevé (une première mesure), et celle de trois. */
const pages = (depot, sortie) => {
  const page = [ESMS, 'rapport', depot, ...COMMUNES, '--sortie', `${sortie}.html`];
  return [
    { cle: 'page', nom: 'esms rapport --premiere-mesure', arguments: [...page, '--premiere-mesure'] },
    { cle: 'rapport', nom: 'esms rapport, trois mois', arguments: page },
  ];
};

/**
 * Ce qui se chronomètre tour à tour sur un dépôt. La requête simple vient en tête, et chaque rapport affiché est à elle ;
 * un dépôt sale, qu'elle ne sait pas lire, commence par la requête complète.
 */
export function commandes({ depot, vide, sortie, evenements, sales = 0 }) {
  const propre = sales === 0;
  const simple = {
    cle: 'simple',
    nom: 'requête DuckDB simple',
    simple: true,
    arguments: script('reference-duckdb.mjs', depot),
  };
  return [
    ...(propre ? [simple] : []),
    {
      cle: 'complete',
      nom: 'requête DuckDB complète',
      arguments: script('reference-complete.mjs', depot),
    },
    { cle: 'scan', nom: 'scan DuckDB nu', arguments: script('reference-scan.mjs', depot) },
    { cle: 'mois', nom: 'esms indicateurs', arguments: indicateurs(depot, `${sortie}.json`) },
    {
      cle: 'vide',
      nom: 'esms indicateurs, dix événements',
      arguments: indicateurs(vide, `${sortie}-vide.json`),
    },
    ...(propre ? [premiere(depot, sortie)] : []),
    ...(propre && evenements <= EVENEMENTS_PAGE ? pages(depot, sortie) : []),
    ...(propre && evenements <= EVENEMENTS_LENTS ? lentes(depot) : []),
  ];
}
