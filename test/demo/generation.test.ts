import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCleJuste, aFormeFiness } from '../../src/domaine/finess.ts';
import { ETATS } from '../../src/domaine/resultat.ts';

const script = fileURLToPath(new URL('../../scripts/generer-demo.mjs', import.meta.url));
const fixture = fileURLToPath(new URL('../../fixtures/demo', import.meta.url));

const nomsDe = (dossier: string) =>
  readdirSync(dossier, { recursive: true, withFileTypes: true })
    .filter((entree) => entree.isFile())
    .map((entree) =>
      join(entree.parentPath, entree.name)
        .slice(dossier.length + 1)
        .replaceAll(sep, '/'),
    )
    .sort();

const lire = (nom: string) => readFileSync(join(fixture, nom));
const colonne = (nom: string, rang: number) =>
  lire(nom)
    .toString('utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((ligne) => ligne.split(';')[rang] ?? '');

describe("le dépôt d'exemple", () => {
  let regenere = '';

  beforeAll(() => {
    regenere = mkdtempSync(join(tmpdir(), 'esms-demo-'));
    const { status, stderr } = spawnSync(process.execPath, [script, regenere], {
      encoding: 'utf8',
      env: { TZ: 'Pacific/Noumea' },
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  afterAll(() => rmSync(regenere, { recursive: true, force: true }));

  it('se régénère à l’identique, sous un autre fuseau, sans fichier de plus ni de moins', () => {
    expect(nomsDe(regenere)).toEqual(nomsDe(fixture));
    const differents = nomsDe(fixture).filter((nom) => !lire(nom).equals(readFileSync(join(regenere, nom))));
    expect(differents).toEqual([]);
  });

  it('ne porte que des numéros FINESS de clé juste, hors lignes fautives', () => {
    const depot = lire('depot.yaml').toString('utf8');
    const numeros = [
      ...colonne('essms.csv', 0),
      ...colonne('essms.csv', 1),
      ...colonne('effectifs.csv', 0),
      ...Array.from(depot.matchAll(/"(\d{9})"/g), ([, numero]) => numero ?? ''),
    ];
    expect(numeros.length).toBeGreaterThan(80);
    expect(numeros.filter((numero) => !aFormeFiness(numero) || !aCleJuste(numero))).toEqual([]);
  });

  it('montre tous les états (T7) et quelques lignes fautives', () => {
    const attendus: { etat: string }[] = JSON.parse(lire('attendu-2025-09.json').toString('utf8'));
    expect(attendus).toHaveLength(16 * 5);
    expect(new Set(attendus.map(({ etat }) => etat))).toEqual(new Set(ETATS));
    const comptes: { lignes: number; retenues: number; rejetees: number; ecartees: number }[] = JSON.parse(
      lire('attendu-fichiers.json').toString('utf8'),
    );
    for (const c of comptes) expect(c.lignes).toBe(c.retenues + c.rejetees + c.ecartees);
    const fautives = comptes.reduce((total, c) => total + c.rejetees + c.ecartees, 0);
    expect(fautives).toBe(9);
  });

  it('pèse moins de deux mégaoctets', () => {
    const taille = nomsDe(fixture).reduce((total, nom) => total + lire(nom).length, 0);
    expect(taille).toBeLessThan(2_000_000);
  });
});
