import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const RACINE = join(import.meta.dirname, '../..');

/** Ce qui dépend de l'heure, du fuseau, de la langue du poste ou du hasard : rien hors de src/cli ne s'en sert. */
const GLOBAUX = new Set(['Date', 'Intl', 'performance', 'fetch', 'WebSocket', 'XMLHttpRequest', 'crypto']);
const MEMBRES = new Set([
  'Math.random',
  'process.env',
  'process.exit',
  'process.cwd',
  'process.argv',
  'process.hrtime',
  'process.uptime',
  'process.stdout',
  'process.stderr',
]);
const METHODES = /^(toLocale\w*|localeCompare)$/;

function estDansUnType(noeud: ts.Node): boolean {
  for (let n: ts.Node | undefined = noeud; n; n = n.parent) if (ts.isTypeNode(n)) return true;
  return false;
}

/** Le nom d'une propriété (`x.Date`, `{ Date: … }`) n'est pas la variable globale de ce nom. */
function estNomDePropriete(noeud: ts.Identifier): boolean {
  const { parent } = noeud;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === noeud) ||
    (ts.isPropertyAssignment(parent) && parent.name === noeud)
  );
}

/** Les emplois interdits d'un texte TypeScript, « ligne: emploi ». */
function emploisInterdits(texte: string): string[] {
  const source = ts.createSourceFile('examen.ts', texte, ts.ScriptTarget.Latest, true);
  const trouves: string[] = [];
  const noter = (noeud: ts.Node, emploi: string): void => {
    trouves.push(`${source.getLineAndCharacterOfPosition(noeud.getStart()).line + 1}: ${emploi}`);
  };
  const visiter = (noeud: ts.Node): void => {
    if (ts.isIdentifier(noeud) && GLOBAUX.has(noeud.text)) {
      if (!estNomDePropriete(noeud) && !estDansUnType(noeud)) noter(noeud, noeud.text);
    }
    if (ts.isPropertyAccessExpression(noeud)) {
      const membre = `${noeud.expression.getText()}.${noeud.name.text}`;
      if (MEMBRES.has(membre)) noter(noeud, membre);
      if (METHODES.test(noeud.name.text)) noter(noeud, noeud.name.text);
    }
    ts.forEachChild(noeud, visiter);
  };
  visiter(source);
  return trouves;
}

describe("le déterminisme : pas d'horloge, de fuseau, de langue ni de hasard hors de src/cli", () => {
  const fichiers = readdirSync(join(RACINE, 'src'), { recursive: true, encoding: 'utf8' }).filter(
    (nom) => nom.endsWith('.ts') && !/^cli[\\/]/.test(nom),
  );

  test('il y a des fichiers à examiner', () => {
    expect(fichiers.length).toBeGreaterThan(50);
  });

  test.each(fichiers)('%s', (nom) => {
    expect(emploisInterdits(readFileSync(join(RACINE, 'src', nom), 'utf8'))).toEqual([]);
  });

  test.each([
    ['new Date()', 'Date'],
    ['Date.now()', 'Date'],
    ["new Date('2025-01-01')", 'Date'],
    ['const f = new Intl.NumberFormat()', 'Intl'],
    ['(1234).toLocaleString()', 'toLocaleString'],
    ["['é'].sort((a, b) => a.localeCompare(b))", 'localeCompare'],
    ['process.env.TZ', 'process.env'],
    ['process.exit(1)', 'process.exit'],
    ['Math.random()', 'Math.random'],
    ["fetch('https://exemple.fr')", 'fetch'],
  ])('%s serait refusé', (texte, emploi) => {
    expect(emploisInterdits(texte)).toEqual([`1: ${emploi}`]);
  });

  test('un commentaire, un texte ou une propriété du même nom ne le sont pas', () => {
    expect(
      emploisInterdits("// Date.now()\nconst t = 'process.env'; const o = { Date: t }; o.Date;"),
    ).toEqual([]);
  });
});
