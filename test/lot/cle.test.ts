import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { calculerCle } from '../../src/lot/cle.ts';
import { type Contenus, lireContenus } from '../../src/lot/contenus.ts';
import type { Place } from '../../src/lot/inventaire.ts';
import { ecrireDossier } from './dossier.ts';

function placer(dossier: string, nature: Place['nature'] = 'releves'): Place {
  return { nom: 'a', dossier, nature, releves: nature === 'releves' ? ['releve-1.json'] : [] };
}

async function cleDe(fichiers: Readonly<Record<string, string>>, reglages = 'r', nature?: Place['nature']) {
  const place = placer(ecrireDossier(fichiers), nature);
  return await calculerCle(place, lireContenus(place, 512) as Contenus, reglages);
}

const RELEVE = { 'releve-1.json': '{}', 'pv.pdf': 'un', 'depot.yaml': 'version: 1' };

describe('la clé d’une soumission', () => {
  test('est la même pour les mêmes octets, où que soit le dossier', async () => {
    expect(await cleDe(RELEVE)).toBe(await cleDe(RELEVE));
    expect(await cleDe(RELEVE)).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each([
    ['un relevé', { ...RELEVE, 'releve-1.json': '{ }' }],
    ['la convention', { ...RELEVE, 'depot.yaml': 'version: 2' }],
    ['le nom d’une pièce', { ...RELEVE, 'pv.pdf': undefined, 'pv-vsr.pdf': 'un' }],
    ['une pièce dans un sous-dossier', { ...RELEVE, 'pieces/pv.pdf': '' }],
  ])('change avec %s', async (_, fichiers) => {
    const dits = Object.fromEntries(Object.entries(fichiers).filter(([, texte]) => texte !== undefined));
    expect(await cleDe(dits as Record<string, string>)).not.toBe(await cleDe(RELEVE));
  });

  test('change avec les réglages, pas avec le contenu d’un PV', async () => {
    expect(await cleDe(RELEVE, 'autres')).not.toBe(await cleDe(RELEVE));
    expect(await cleDe({ ...RELEVE, 'pv.pdf': 'deux' })).toBe(await cleDe(RELEVE));
  });

  test('d’un dépôt, tout contenu compte', async () => {
    const depot = { 'essms.csv': 'a', 'exports/agenda.txt': 'b' };
    const autre = { ...depot, 'exports/agenda.txt': 'c' };
    expect(await cleDe(depot, 'r', 'depot')).not.toBe(await cleDe(autre, 'r', 'depot'));
  });
});

describe('les relevés lus d’un coup', () => {
  test('trop gros pour la borne, il est refusé avant d’être lu', () => {
    const dossier = ecrireDossier({});
    writeFileSync(join(dossier, 'releve-1.json'), Buffer.alloc(3 * 2 ** 20));
    expect(lireContenus(placer(dossier), 16)).toMatchObject({
      code: 'lot.memoire',
      message: 'releve-1.json pèse 3 Mio, trop pour une borne de 16 Mio',
    });
    expect(lireContenus(placer(dossier), 24)).toBeInstanceOf(Map);
  });

  test('un dossier qui en prend le nom est un échec', () => {
    const dossier = ecrireDossier({ 'releve-1.json/rien': '' });
    expect(lireContenus(placer(dossier), 16)).toMatchObject({ code: 'lot.illisible' });
  });
});
