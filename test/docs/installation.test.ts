import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const RACINE = join(import.meta.dirname, '../..');

interface Paquet {
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

const { packages } = JSON.parse(readFileSync(join(RACINE, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Paquet>;
};
const production = Object.entries(packages).filter(([chemin, { dev }]) => chemin !== '' && !dev);

test('aucune dépendance de production, même facultative, n’a de script d’installation', () => {
  // Sans elle, la liste pourrait être vide sans qu'on le voie.
  expect(production.map(([chemin]) => chemin)).toContain('node_modules/@duckdb/node-bindings-linux-x64');
  expect(production.filter(([, { hasInstallScript }]) => hasInstallScript)).toEqual([]);
});
