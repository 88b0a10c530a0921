import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const RACINE = join(import.meta.dirname, '../..');

/** Pour chaque règle de .dependency-cruiser.mjs, un fichier fautif et l'import qui la viole. */
const FAUTES: Readonly<Record<string, readonly [fichier: string, importation: string]>> = {
  'sens-domaine': ['src/domaine/faute.ts', "export * from '../tables/cible.ts';"],
  'sens-tables': ['src/tables/faute.ts', "export * from '../lecture/cible.ts';"],
  'sens-moteur': ['src/moteur/faute.ts', "export * from '../tables/cible.ts';"],
  'sens-lecture': ['src/lecture/faute.ts', "export * from '../indicateurs/cible.ts';"],
  'sens-regles': ['src/regles/faute.ts', "export * from '../lecture/cible.ts';"],
  'sens-finess': ['src/finess/faute.ts', "export * from '../indicateurs/cible.ts';"],
  'sens-suivi': ['src/suivi/faute.ts', "export * from '../finess/cible.ts';"],
  'sens-lot': ['src/lot/faute.ts', "export * from '../indicateurs/cible.ts';"],
  'sens-controles': ['src/controles/faute.ts', "export * from '../indicateurs/cible.ts';"],
  'types-controles': ['src/controles/faute-de-type.ts', "export { valeur } from '../rapports/modele.ts';"],
  'sens-indicateurs': ['src/indicateurs/faute.ts', "export * from '../rapports/cible.ts';"],
  'types-indicateurs': [
    'src/indicateurs/faute-de-type.ts',
    "export { valeur } from '../rapports/modele.ts';",
  ],
  'sens-financement': ['src/financement/faute.ts', "export * from '../indicateurs/cible.ts';"],
  'types-financement': [
    'src/financement/faute-de-type.ts',
    "export { valeur } from '../rapports/modele.ts';",
  ],
  'sens-rapports': ['src/rapports/faute.ts', "export * from '../tables/cible.ts';"],
  'sens-terminal': ['src/terminal/faute.ts', "export * from '../rapports/cible.ts';"],
  'paquet-duckdb': ['src/lecture/duckdb.ts', "export { DuckDBInstance } from '@duckdb/node-api';"],
  'paquet-chalk': ['src/rapports/chalk.ts', "export { Chalk } from 'chalk';"],
  'paquet-envpaths': ['src/finess/env-paths.ts', "export { default } from 'env-paths';"],
  'paquet-commander': ['src/terminal/commander.ts', "export { Command } from 'commander';"],
  'paquet-csvparse': ['src/tables/csv-parse.ts', "export { parse } from 'csv-parse/sync';"],
  'paquet-csvstringify': ['src/lecture/csv-stringify.ts', "export { stringify } from 'csv-stringify/sync';"],
  'paquet-clitable3': ['src/terminal/cli-table3.ts', "export { default } from 'cli-table3';"],
  'paquet-tinyglobby': ['src/moteur/tinyglobby.ts', "export { glob } from 'tinyglobby';"],
  'paquet-yaml': ['src/tables/yaml.ts', "export { parse } from 'yaml';"],
  'paquet-zod': ['src/indicateurs/zod.ts', "export { z } from 'zod';"],
  'systeme-de-fichiers': ['src/indicateurs/disque.ts', "export { readFileSync } from 'node:fs';"],
  'pas-de-reseau': ['src/cli/reseau.ts', "export { request } from 'node:https';"],
  'pas-de-cycle': ['src/cli/cycle.ts', "export { b as a } from './retour.ts';"],
  'pas-de-test-dans-src': ['src/cli/test.ts', "export * from '../../test/cible.ts';"],
  'dependance-de-developpement': ['src/cli/dev.ts', "export { default } from 'fast-check';"],
  introuvable: ['src/cli/introuvable.ts', "export * from './nulle-part.ts';"],
};

const CIBLES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['tables', 'lecture', 'indicateurs', 'rapports', 'finess'].map((couche) => [
      `src/${couche}/cible.ts`,
      'export const c = 1;',
    ]),
  ),
  'src/rapports/modele.ts': 'export const valeur = 1; export interface Modele { readonly a: 1 }',
  'src/indicateurs/permis.ts': "import type { Modele } from '../rapports/modele.ts'; export type P = Modele;",
  'src/cli/retour.ts': "export { a as b } from './cycle.ts';",
  'test/cible.ts': 'export const c = 1;',
};

interface Compte {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
    readonly ruleSetUsed: {
      readonly forbidden: readonly { readonly name: string; readonly comment: string }[];
    };
  };
}

function examiner(dossier: string): Compte {
  const programme = join(RACINE, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const arguments_ = ['--config', '.dependency-cruiser.mjs', '--output-type', 'json', 'src'];
  try {
    return JSON.parse(
      execFileSync(process.execPath, [programme, ...arguments_], { cwd: dossier, encoding: 'utf8' }),
    );
  } catch (erreur) {
    // Des violations font sortir en erreur, le compte rendu est quand même écrit.
    return JSON.parse((erreur as { readonly stdout: string }).stdout);
  }
}

describe("les règles d'architecture", () => {
  const dossier = mkdtempSync(join(tmpdir(), 'esms-architecture-'));
  let compte: Compte;

  beforeAll(() => {
    for (const nom of ['.dependency-cruiser.mjs', 'tsconfig.json', 'package.json']) {
      cpSync(join(RACINE, nom), join(dossier, nom));
    }
    symlinkSync(join(RACINE, 'node_modules'), join(dossier, 'node_modules'), 'junction');
    for (const [nom, texte] of [...Object.entries(CIBLES), ...Object.values(FAUTES)]) {
      mkdirSync(dirname(join(dossier, nom)), { recursive: true });
      writeFileSync(join(dossier, nom), texte);
    }
    compte = examiner(dossier);
  });
  afterAll(() => rmSync(dossier, { recursive: true, force: true }));

  test('chaque règle a sa faute, et dit son pourquoi', () => {
    const regles = compte.summary.ruleSetUsed.forbidden;
    expect(regles.map(({ name }) => name).sort()).toEqual(Object.keys(FAUTES).sort());
    for (const { comment } of regles) expect(comment.length).toBeGreaterThan(40);
  });

  test.each(Object.entries(FAUTES))('%s échoue quand on la viole', (regle, [fichier]) => {
    const violees = compte.summary.violations
      .filter(({ from }) => from === fichier)
      .map(({ rule }) => rule.name);
    expect(violees).toContain(regle);
  });

  test('chaque couche de src a sa règle, sauf cli qui les assemble', () => {
    const couches = readdirSync(join(RACINE, 'src'), { withFileTypes: true }).filter((un) =>
      un.isDirectory(),
    );
    const sansRegle = couches.map(({ name }) => name).filter((nom) => !(`sens-${nom}` in FAUTES));
    expect(sansRegle).toEqual(['cli']);
  });

  test('un type du modèle des rapports est permis au calcul', () => {
    expect(compte.summary.violations.filter(({ from }) => from === 'src/indicateurs/permis.ts')).toEqual([]);
  });
});
