/**
 * `npm run mesure` : chronomètre `esms indicateurs` comme un processus entier, tour à tour avec des références écrites à la
 * main, et échoue si elles ne rendent pas les mêmes nombres. Écrit une table par dépôt, une des objectifs, et la section
 * « indicateurs » de `mesures.json`, dans le dossier de travail (`ESMS_MESURES`). `ESMS_TOURS` change le nombre de tours ;
 * `ESMS_NATIONAL=1` ajoute la France (3,4 Go à générer) ; `ESMS_DEPUIS=10000000` et `ESMS_EVENEMENTS=3000000` bornent les
 * dépôts.
 */
import { deepStrictEqual } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { comparer } from './chronometrer.mjs';
import { aMiller, commandes, indicateurs } from './commandes.mjs';
import { consigner, presentation, TRAVAIL } from './consigner.mjs';
import { genererDepot } from './generer.mjs';
import { juger } from './objectifs.mjs';
import { tailles, VIDE } from './tailles.mjs';
import { verifierComptes } from './verifier-comptes.mjs';

const TOURS = Number(process.env.ESMS_TOURS ?? 5);

/** Échoue si une commande a échoué, ou si une référence ne compte pas comme la requête simple. */
function verifierNumerateurs(serie, mesures) {
  for (const { nom, code, erreur } of mesures) {
    if (code !== 0 && code !== 1) throw new Error(`${nom} sort ${code} : ${erreur}`);
  }
  const attendus = mesures[0].sortie;
  for (const [rang, { nom, simple }] of serie.entries()) {
    if (simple) deepStrictEqual(JSON.parse(mesures[rang].sortie), JSON.parse(attendus), nom);
  }
}

/** La lecture `existence` et toutes les anomalies, hors chronomètre. */
function detailler(depot, sortie) {
  const chemin = `${sortie}-detail.json`;
  const options = ['--definition', 'evenement_agenda=existence', '--max-anomalies', '100000000'];
  const { status, stderr } = spawnSync(process.execPath, indicateurs(depot, chemin, ...options), {
    encoding: 'utf8',
  });
  if (status !== 0 && status !== 1) throw new Error(`esms sort ${status} : ${stderr}`);
  return chemin;
}

function mesurer({ tours = TOURS, ...taille }, vide) {
  const { evenements, sales } = taille;
  const nom = `${evenements}${sales === undefined ? '' : '-sales'}`;
  const [depot, sortie] = [join(TRAVAIL, nom), join(TRAVAIL, `sortie-${nom}`)];
  genererDepot(depot, taille);
  const serie = commandes({ depot, vide, sortie, evenements, sales });
  const mesures = comparer(serie, Math.min(tours, TOURS));
  verifierNumerateurs(serie, mesures);
  const parCle = Object.fromEntries(serie.map(({ cle }, rang) => [cle, mesures[rang]]));
  const lignes = verifierComptes(parCle.complete.sortie, `${sortie}.json`, detailler(depot, sortie));
  return { ...taille, ...lignes, mesures: parCle };
}

function afficher({ taille, dossiers, evenements, rejetees, ecartees, mesures }) {
  console.log(
    `\n${taille} : ${dossiers} dossiers, ${evenements} événements, ${rejetees} lignes rejetées, ${ecartees} écartées`,
  );
  console.table(
    Object.values(mesures).map((mesure) => ({ ...mesure, memoireMo: mesure.memoireMo ?? '—' })),
    ['nom', 'millisecondes', 'minimum', 'memoireMo', 'rapport'],
  );
}

function publier({ mesures, ...depot }) {
  return { ...depot, mesures: Object.values(mesures).map(({ sortie, erreur, ...mesure }) => mesure) };
}

console.log(`${presentation}, médianes, ${TOURS} tours (3 au plus dès dix millions)`);
if (!aMiller) console.log('Miller (mlr) absent : sa ligne est sautée.');
mkdirSync(TRAVAIL, { recursive: true });
const vide = join(TRAVAIL, 'vide');
genererDepot(vide, VIDE);
const series = [];
for (const taille of tailles(process.env)) {
  const serie = mesurer(taille, vide);
  afficher(serie);
  series.push(serie);
}
const objectifs = juger(series);
console.table(objectifs.map((un) => ({ ...un, atteint: un.atteint ? 'oui' : 'non' })));
consigner('indicateurs', { tours: TOURS, depots: series.map(publier), objectifs });
