/**
 * `npm run mesure` (suite) : l'import du répertoire FINESS, à côté d'un processus qui ne fait que décompresser les mêmes
 * octets. Lit les extractions réelles posées à côté du dépôt (`../shared/finess`, ou `ESMS_FINESS`) ; sans elles, il le
 * dit. Le fichier FINESS+ national est l'échantillon réel, répété jusqu'à 600 Mo.
 */
import { createReadStream, createWriteStream, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createGunzip, createGzip, gunzipSync } from 'node:zlib';
import { comparer } from './chronometrer.mjs';

const RACINE = fileURLToPath(new URL('..', import.meta.url));
const DONNEES = process.env.ESMS_FINESS ?? join(RACINE, '../shared/finess');
const TRAVAIL = process.env.ESMS_MESURES ?? join(tmpdir(), 'mesures-esms');
const TOURS = Number(process.env.ESMS_TOURS ?? 3);
const TAILLE_NATIONALE = 600_000_000;

const HISTORIQUE = join(DONNEES, 'etalab-cs1100502-20210108-reconstitue.csv.gz');
const ECHANTILLON = join(DONNEES, 'structures-echantillon-202608.json.gz');

/** Répète les personnes morales de l'échantillon, indentées comme lui. */
async function genererNational(chemin) {
  const { pmej, ...reste } = JSON.parse(gunzipSync(readFileSync(ECHANTILLON)).toString('utf8'));
  const personnes = pmej.map((une) => JSON.stringify(une, null, 2));
  function* morceaux() {
    yield `${JSON.stringify(reste).slice(0, -1)},"pmej":[`;
    let ecrits = 0;
    for (let rang = 0; ecrits < TAILLE_NATIONALE; rang++) {
      const morceau = `${rang === 0 ? '' : ',\n'}${personnes[rang % personnes.length]}`;
      ecrits += Buffer.byteLength(morceau);
      yield morceau;
    }
    yield ']}';
  }
  await pipeline(Readable.from(morceaux()), createGzip({ level: 1 }), createWriteStream(chemin));
}

async function tailleDecompressee(chemin) {
  let octets = 0;
  for await (const bloc of createReadStream(chemin).pipe(createGunzip())) octets += bloc.length;
  return octets;
}

if (!existsSync(HISTORIQUE) || !existsSync(ECHANTILLON)) {
  console.log('FINESS : extractions réelles absentes, rien à mesurer (ESMS_FINESS dit où elles sont).');
} else {
  mkdirSync(TRAVAIL, { recursive: true });
  const national = join(TRAVAIL, 'finess-national.json.gz');
  if (!existsSync(national) || statSync(national).size === 0) await genererNational(national);
  for (const [nom, chemin] of [
    ['historique 2021', HISTORIQUE],
    ['FINESS+ national', national],
  ]) {
    const decompresser = `for await (const b of (await import('node:fs')).createReadStream(${JSON.stringify(chemin)}).pipe((await import('node:zlib')).createGunzip()));`;
    const importer = [join(RACINE, 'bin/esms.js'), 'finess', 'importer', chemin];
    const [reference, esms] = comparer(
      [
        { nom: 'décompresser seulement', arguments: ['--input-type=module', '-e', decompresser] },
        {
          nom: 'esms finess importer',
          arguments: [...importer, '--index', join(TRAVAIL, 'finess.duckdb'), '--silencieux'],
        },
      ],
      TOURS,
    );
    if (esms.code !== 0) throw new Error(`${nom} : l'import sort ${esms.code}`);
    const mo = (await tailleDecompressee(chemin)) / 1e6;
    console.log(
      `${nom} (${Math.round(mo)} Mo) : ${esms.millisecondes} ms, ${Math.round((mo / esms.millisecondes) * 1000)} Mo/s, pic ${esms.memoireMo} Mo ; décompresser seulement : ${reference.millisecondes} ms (rapport ${esms.rapport})`,
    );
  }
}
