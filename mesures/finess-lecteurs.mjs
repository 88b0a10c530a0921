/**
 * Le choix du lecteur de FINESS+ : débit et pic de mémoire de chaque candidat sur le même fichier, un processus chacun.
 *   npm install --no-save @streamparser/json@0.0.26 stream-json@3.8.0
 *   node mesures/finess-lecteurs.mjs FICHIER.json.gz
 * `npm run mesure` laisse un tel fichier dans son dossier de travail (finess-national.json.gz).
 */
import { spawnSync } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { Decoupeur } from '../dist/finess/finess-plus/decoupe.js';

const BLOC = 1 << 20;
const COLONNES = "{pmej: 'STRUCT(etatObjet VARCHAR, ege STRUCT(etatObjet VARCHAR)[])[]'}";

// Un nom en variable : ces paquets ne sont pas ceux du projet.
const charger = (nom) => import(nom);

const CANDIDATS = {
  async decompression(blocs) {
    for await (const _ of blocs());
    return 0;
  },
  async decoupeur(blocs) {
    let n = 0;
    const decoupeur = new Decoupeur((cle) => {
      if (cle === 'pmej') n++;
    });
    for await (const bloc of blocs()) decoupeur.ajouter(bloc);
    return n;
  },
  async '@streamparser/json'(blocs) {
    const { JSONParser } = await charger('@streamparser/json');
    let n = 0;
    const analyseur = new JSONParser({ paths: ['$.pmej.*'], keepStack: false, stringBufferSize: 65_536 });
    analyseur.onValue = () => n++;
    for await (const bloc of blocs()) analyseur.write(bloc);
    return n;
  },
  async 'stream-json'(blocs) {
    const { default: parser } = await charger('stream-json/parser.js');
    const { pick } = await charger('stream-json/filters/pick.js');
    const { streamArray } = await charger('stream-json/streamers/stream-array.js');
    const { chain } = await charger('stream-chain');
    let n = 0;
    for await (const _ of chain([Readable.from(blocs()), parser(), pick({ filter: 'pmej' }), streamArray()]))
      n++;
    return n;
  },
  async duckdb(_, fichier) {
    const connexion = await (await DuckDBInstance.create()).connect();
    const lu = await connexion.runAndReadAll(
      `SELECT len(pmej)::INTEGER FROM read_json('${fichier.replaceAll("'", "''")}', maximum_object_size = 2000000000, columns = ${COLONNES})`,
    );
    return lu.getRowsJson()[0][0];
  },
};

async function mesurer(nom, fichier) {
  let octets = 0;
  const blocs = async function* () {
    for await (const bloc of createReadStream(fichier, { highWaterMark: BLOC }).pipe(
      createGunzip({ chunkSize: BLOC }),
    )) {
      octets += bloc.length;
      yield bloc;
    }
  };
  const depart = performance.now();
  const n = await CANDIDATS[nom](blocs, fichier);
  const secondes = (performance.now() - depart) / 1000;
  const pic = Math.round(process.resourceUsage().maxRSS / 1024);
  const debit = octets > 0 ? `${Math.round(octets / 1e6 / secondes)} Mo/s, ` : '';
  console.log(`${nom} : ${n} éléments, ${secondes.toFixed(1)} s, ${debit}pic ${pic} Mo`);
}

const [fichier, nom] = process.argv.slice(2);
if (fichier === undefined) {
  console.error('node mesures/finess-lecteurs.mjs FICHIER.json.gz');
  process.exitCode = 2;
} else if (nom !== undefined) await mesurer(nom, fichier);
else {
  for (const candidat of Object.keys(CANDIDATS)) {
    const argv = [fileURLToPath(import.meta.url), fichier, candidat];
    const { status } = spawnSync(process.execPath, argv, { stdio: ['ignore', 'inherit', 'ignore'] });
    if (status !== 0) console.log(`${candidat} : pas installé, ou en échec`);
  }
}
