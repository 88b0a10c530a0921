import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const RACINE = join(import.meta.dirname, '../..');
const PAQUETS = ['@duckdb', 'zod', 'yaml', 'csv-parse', 'csv-stringify', 'cli-table3'];

/** Les paquets que charge un appel, d'après la couverture de V8, qui nomme chaque script exécuté. */
function charger(appel: string, dossier: string) {
  const { status, stderr } = spawnSync(process.execPath, [join(RACINE, 'bin/esms.js'), ...appel.split(' ')], {
    cwd: dossier,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, NODE_V8_COVERAGE: join(dossier, 'couverture') },
  });
  const [rapport = ''] = readdirSync(join(dossier, 'couverture'));
  const { result } = JSON.parse(readFileSync(join(dossier, 'couverture', rapport), 'utf8')) as {
    result: { url: string }[];
  };
  const urls = result.map(({ url }) => url);
  const charges = PAQUETS.filter((paquet) => urls.some((url) => url.includes(`/node_modules/${paquet}/`)));
  return { status, stderr, charges, programme: urls.some((url) => url.endsWith('/dist/cli/main.js')) };
}

test.each([
  ['sons --essms-og 35', []],
  ['sons --essms-og 35 --format json', []],
  ['forfaits --annee 2022 --type acquisition --secteur PA --essms 46', []],
  ['echeancier --signature 2022-06-15 --type acquisition --format ics', []],
  ['sons --essms-og 35 --format csv', ['csv-stringify']],
  ['sons og.csv', ['csv-parse']],
])('esms %s ne charge que %j', (appel, attendus) => {
  const dossier = mkdtempSync(join(tmpdir(), 'esms-demarrage-'));
  writeFileSync(join(dossier, 'og.csv'), 'finess_ej;essms_og\n630000529;35\n');
  const { status, stderr, charges, programme } = charger(appel, dossier);
  rmSync(dossier, { recursive: true });
  expect([status, stderr]).toEqual([0, '']);
  expect(programme).toBe(true);
  expect(charges).toEqual(attendus);
});
