import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aCleJuste, aFormeFiness } from '../../src/domaine/finess.ts';
import { ouvrirIndex } from '../../src/finess/index/ouvrir.ts';
import { sqlCleJuste } from '../../src/finess/index/schema.ts';
import { creerDossierPrive } from '../../src/moteur/dossier-prive.ts';
import { ouvrirSession } from '../../src/moteur/session.ts';
import { etablissement, extraction, importer, indexDe, PARC, REPERTOIRE } from './outil.ts';

test.each([
  ['un gzip tronqué', 'etalab.csv.gz', gzipSync(REPERTOIRE).subarray(0, -20), 'fichier.gzip_tronque'],
  [
    'un CSV fautif',
    'etalab.csv',
    Buffer.from(extraction([etablissement({ siret: '1E+13' })])),
    'finess.tableur',
  ],
])("%s : refusé, et l'index d'avant reste en place, octet pour octet", async (_, nom, contenu, code) => {
  const { place } = await importer({ 'bon.csv': REPERTOIRE });
  const avant = readFileSync(place.index);
  const chemin = join(place.dossier, nom);
  writeFileSync(chemin, contenu);
  const { importerFiness } = await import('../../src/finess/importer.ts');
  const { refus, rapport, recueil } = await importerFiness({
    fichiers: [{ chemin, nom }],
    index: place.index,
    tolererRejets: 0,
    maxAnomalies: 9,
  });
  expect({ refus, rapport, codes: recueil.details.map((un) => un.code) }).toEqual({
    refus: true,
    rapport: null,
    codes: [code],
  });
  expect(readFileSync(place.index).equals(avant)).toBe(true);
  expect(readdirSync(dirname(place.index))).toEqual(['finess.duckdb']);
});

test("un import remplace l'index, et n'en laisse pas d'autre trace", async () => {
  const { place } = await importer({ 'bon.csv': REPERTOIRE });
  await importer({ 'un.csv': extraction([etablissement({ nofinesset: PARC })]) }, place);
  const ouverture = await ouvrirIndex(place.index);
  if (ouverture.etat !== 'ouvert') throw new Error(ouverture.etat);
  expect(ouverture.index.etablissements).toBe(1);
  ouverture.index.fermer();
  expect(readdirSync(dirname(place.index))).toEqual(['finess.duckdb']);
});

test("l'index porte sa provenance : date d'extraction et SHA-256", async () => {
  const index = await indexDe();
  expect(index.dateExtraction).toBe('2025-06-03');
  expect(index.empreintes).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
  index.fermer();
});

test('un index absent, un fichier quelconque, une autre version : dits', async () => {
  const { place } = await importer({ 'bon.csv': REPERTOIRE });
  expect(await ouvrirIndex(join(place.dossier, 'absent'))).toEqual({ etat: 'absent' });

  const quelconque = join(place.dossier, 'quelconque.duckdb');
  writeFileSync(quelconque, 'pas une base');
  expect(await ouvrirIndex(quelconque)).toMatchObject({
    etat: 'illisible',
    constat: { code: 'finess.index_illisible' },
  });
  expect(existsSync(quelconque)).toBe(true);

  const prive = creerDossierPrive();
  const session = await ouvrirSession({
    fichiersPermis: [],
    dossierTemporaire: prive.chemin,
    base: { chemin: place.index, lectureSeule: false },
  });
  await session.executer('UPDATE version SET index_finess = 0');
  session.fermer();
  prive.effacer();
  expect(await ouvrirIndex(place.index)).toMatchObject({
    etat: 'illisible',
    constat: { code: 'finess.index_perime' },
  });
});

test("la clé de Luhn en SQL s'accorde avec celle du domaine", async () => {
  const prive = creerDossierPrive();
  const session = await ouvrirSession({ fichiersPermis: [], dossierTemporaire: prive.chemin });
  const chiffre = fc.integer({ min: 0, max: 9 }).map(String);
  const numero = fc
    .tuple(fc.constantFrom('01', '2A', '2B', '97', '63'), fc.array(chiffre, { minLength: 7, maxLength: 7 }))
    .map(([debut, reste]) => debut + reste.join(''));
  const numeros = fc.sample(numero, { numRuns: 2000, seed: 1 }).filter(aFormeFiness);
  const lignes = await session.lignes(
    `SELECT n, ${sqlCleJuste('n')} AS juste FROM (SELECT unnest([${numeros.map((n) => `'${n}'`).join(', ')}]) AS n)`,
  );
  session.fermer();
  prive.effacer();
  expect(lignes.map(({ n, juste }) => [n, juste])).toEqual(numeros.map((n) => [n, aCleJuste(n)]));
  expect(lignes.some(({ juste }) => juste)).toBe(true);
});
