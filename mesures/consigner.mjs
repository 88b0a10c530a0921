import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const RACINE = fileURLToPath(new URL('..', import.meta.url));

/** Le dossier de travail des mesures : `ESMS_MESURES`, ou le dossier temporaire. */
export const TRAVAIL = process.env.ESMS_MESURES ?? join(tmpdir(), 'mesures-esms');

const { dependencies } = JSON.parse(readFileSync(join(RACINE, 'package.json'), 'utf8'));

const machine = {
  machine: `${cpus().length} cœurs ${cpus()[0].model}, ${Math.round(totalmem() / 2 ** 30)} Go`,
  node: process.version,
  duckdb: dependencies['@duckdb/node-api'],
};

/** La machine et les versions, en une ligne. */
export const presentation = `${machine.machine}, Node ${machine.node}, @duckdb/node-api ${machine.duckdb}`;

/** Écrit une section de `mesures.json`, avec la machine et l'heure ; les autres restent ce qu'elles étaient. */
export function consigner(section, donnees) {
  mkdirSync(TRAVAIL, { recursive: true });
  const chemin = join(TRAVAIL, 'mesures.json');
  const dejaLa = existsSync(chemin) ? JSON.parse(readFileSync(chemin, 'utf8')) : {};
  const releve = { ...dejaLa, [section]: { le: new Date().toISOString(), ...machine, ...donnees } };
  writeFileSync(chemin, `${JSON.stringify(releve, null, 2)}\n`);
  console.log(`Détail : ${chemin}, section « ${section} »`);
}
