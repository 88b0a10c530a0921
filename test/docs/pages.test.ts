import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CATALOGUE } from '../../src/domaine/catalogue.ts';

const RACINE = join(import.meta.dirname, '../..');
const REJOUEES = ['README.md', 'docs/prise-en-main.md'];
const ENGENDREES = ['docs/formats.md', 'docs/anomalies.md'];
const PAGES = [
  ...REJOUEES,
  ...ENGENDREES,
  'GLOSSAIRE.md',
  'CONTRIBUER.md',
  'CHANGELOG.md',
  'docs/dependances.md',
];

const lire = (nom: string): string => readFileSync(join(RACINE, nom), 'utf8');

describe('les pages disent ce que fait le programme', () => {
  const dossier = mkdtempSync(join(tmpdir(), 'esms-pages-'));
  beforeAll(() => {
    execFileSync(process.execPath, [join(RACINE, 'scripts/generer-docs.mjs'), dossier], { stdio: 'pipe' });
  }, 120_000);
  afterAll(() => rmSync(dossier, { recursive: true, force: true }));

  test.each([...REJOUEES, ...ENGENDREES])('%s est à jour (sinon : npm run docs)', (nom) => {
    expect(readFileSync(join(dossier, nom), 'utf8')).toBe(lire(nom));
  });
});

describe('les commandes que les pages ne rejouent pas', () => {
  const renvoyees = [...lire('README.md').matchAll(/^```sh ci\n([\s\S]*?)^```/gm)].flatMap(
    ([, contenu = '']) => contenu.trim().split('\n'),
  );

  test('il y en a trois', () => {
    expect(renvoyees).toHaveLength(3);
  });

  test.each(renvoyees)('« %s » est exécutée par .ci/run', (commande) => {
    const lignes = lire('.ci/run').split('\n');
    expect(lignes.some((ligne) => !/^\s*#/.test(ligne) && ligne.includes(commande))).toBe(true);
  });

  test.each([...lire('CONTRIBUER.md').matchAll(/`npm run ([\w:]+)`/g)].map(([, nom = '']) => nom))(
    'npm run %s existe',
    (nom) => {
      expect(JSON.parse(lire('package.json')).scripts).toHaveProperty([nom]);
    },
  );
});

describe.each(PAGES)('%s', (nom) => {
  const texte = lire(nom);

  test('chaque lien mène quelque part', () => {
    const liens = [...texte.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, cible = '']) => cible);
    const locaux = liens.filter((cible) => !/^https?:/.test(cible));
    expect(locaux.filter((cible) => !existsSync(join(RACINE, dirname(nom), cible)))).toEqual([]);
  });

  test("chaque code d'anomalie cité existe", () => {
    const familles = new Set(Object.keys(CATALOGUE).map((code) => code.split('.', 1)[0]));
    const cites = [...texte.matchAll(/`([a-z]+)\.([a-z_]+)`/g)]
      .filter(([, famille = '']) => familles.has(famille))
      .map(([entier]) => entier.slice(1, -1));
    expect(cites.filter((code) => !(code in CATALOGUE) && !FICHIERS.test(code))).toEqual([]);
  });
});

/** `depot.yaml` ou `agenda.csv` ont la forme d'un code. */
const FICHIERS = /\.(yaml|csv|json|md)$/;

describe('la bibliothèque', () => {
  test("s'importe sous le nom du paquet, comme le README le dit", () => {
    const texte = "import { calculerIndicateurs, verifierDepot } from 'esms-numerique'";
    expect(lire('README.md')).toContain(texte);
    const programme = `${texte}; process.stdout.write([typeof calculerIndicateurs, typeof verifierDepot].join());`;
    const sortie = execFileSync(process.execPath, ['--input-type=module', '--eval', programme], {
      cwd: RACINE,
      encoding: 'utf8',
    });
    expect(sortie).toBe('function,function');
  });
});
