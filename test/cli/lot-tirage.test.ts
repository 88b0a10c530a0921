import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lancer } from './faux-contexte.ts';

let dossier: string;

/** 200 ESSMS, deux mois chacun ; le premier est dans deux soumissions. */
const LIGNES = [
  'soumission;grappe;finess_et;libelle;mois;indicateur',
  ...Array.from({ length: 200 }, (_, rang) =>
    ['2025-08', '2025-09'].map(
      (mois) => `s${rang % 9};G;63099${String(rang).padStart(4, '0')};ESSMS n° ${rang};${mois};dmp`,
    ),
  ).flat(),
  's8;G;630990000;ESSMS n° 0;2025-09;dmp',
];

beforeAll(() => {
  dossier = mkdtempSync(join(tmpdir(), 'esms-tirage-'));
  writeFileSync(join(dossier, 'lot.csv'), `${LIGNES.join('\n')}\n`);
  const [entete, ...autres] = LIGNES;
  writeFileSync(join(dossier, 'melange.csv'), `${[entete, ...autres.reverse()].join('\n')}\n`);
  writeFileSync(join(dossier, 'abime.csv'), `${LIGNES.slice(0, 5).join('\n')}\ns1;G\n`);
});
afterAll(() => rmSync(dossier, { recursive: true, force: true }));

const tirer = (...argv: readonly string[]) => lancer(['lot', 'tirage', ...argv], { dossierCourant: dossier });

describe('esms lot tirage', () => {
  test('le tirage, la confiance en mots, la règle et le moyen de le refaire', async () => {
    const { code, sortie, erreur } = await tirer('.', '--graine', '20251001');
    expect([code, erreur]).toEqual([0, '']);
    const phrases = sortie.replace(/\s+/g, ' ');
    expect(phrases).toContain('30 ESSMS tirés parmi 200, graine 20251001');
    expect(phrases).toContain(
      "Si aucune pièce n'est fausse sur 30, il y a 95 chances sur 100 que moins de 18 ESSMS sur 200 (9,00 %) en aient une.",
    );
    expect(phrases).toContain('1 − 0,05^(1/n), 9,51 %');
    expect(phrases).toContain('SHA-256');
  });

  test('ni l’ordre des lignes ni le nombre de mois n’y changent rien', async () => {
    const csv = (lot: string) => tirer(lot, '--graine', '7', '--format', 'csv');
    const [un, autre] = [await csv('lot.csv'), await csv('melange.csv')];
    expect(un.code).toBe(0);
    expect(un.sortie.trim().split('\n')).toHaveLength(31);
    expect(autre.sortie).toBe(un.sortie);
  });

  test('un ESSMS de deux soumissions se tire une fois, et les nomme', async () => {
    const { sortie } = await tirer('lot.csv', '--graine', '7', '--taille', '200', '--format', 'csv');
    expect(sortie).toMatch(/;630990000;ESSMS n° 0;s0, s8\r?\n/);
    const { sortie: table } = await tirer('lot.csv', '--graine', '7', '--taille', '200');
    expect(table).toContain('Tout est tiré');
  });

  test.each<[string, readonly string[], string]>([
    ['sans graine', ['.'], 'il manque --graine N'],
    ['une taille nulle', ['.', '--graine', '1', '--taille', '0'], 'un ESSMS au moins'],
    ['plus que le lot', ['.', '--graine', '1', '--taille', '201'], "le lot n'a que 200 ESSMS"],
    ['un fichier absent', ['absent', '--graine', '1'], "le fichier n'existe pas"],
    ['une ligne tronquée', ['abime.csv', '--graine', '1', '--taille', '1'], 'abime.csv:6'],
    ['une graine qui n’est pas un entier', ['.', '--graine', 'x'], "n'est pas un entier"],
  ])('%s : code 2, et rien ne sort', async (_, argv, message) => {
    const { code, sortie, erreur } = await tirer(...argv);
    expect(code).toBe(2);
    expect(sortie).toBe('');
    expect(erreur).toContain(message);
  });
});
