import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inventorier, LotIllisible } from '../../src/lot/inventaire.ts';
import { ecrireDossier } from './dossier.ts';

async function natures(dossier: string, sortie: string | null = null) {
  const { places, echecs } = await inventorier(dossier, 'lot', sortie);
  return {
    places: places.map(({ nom, nature }) => `${nom} ${nature}`),
    echecs: echecs.map(({ nom, code }) => `${nom} ${code}`),
  };
}

describe('les soumissions d’un lot', () => {
  test('des relevés, ou des exports ; un depot.yaml à côté de relevés n’en fait pas un dépôt', async () => {
    const dossier = ecrireDossier({
      'b/releve-2025-09.json': '',
      'b/depot.yaml': '',
      'b/depenses.csv': '',
      'a/essms.csv.gz': '',
      'c/depot.yaml': '',
    });
    expect(await natures(dossier)).toEqual({ places: ['a depot', 'b releves', 'c depot'], echecs: [] });
  });

  test('chaque dossier qui n’est pas une soumission est un échec, et dit pourquoi', async () => {
    const dossier = ecrireDossier({
      'bon/essms.csv': '',
      vide: null,
      'envoi/envoi.ZIP': '',
      'notes/lisez-moi.txt': '',
    });
    symlinkSync('boucle', join(dossier, 'boucle'));
    symlinkSync('nulle-part', join(dossier, 'mort'));
    expect((await natures(dossier)).echecs).toEqual([
      'boucle lot.illisible',
      'envoi lot.archive',
      'mort lot.illisible',
      'notes lot.dossier_vide',
      'vide lot.dossier_vide',
    ]);
  });

  test('à la racine : une archive, un relevé ou un export sont dits ; le reste, caché ou non, se tait', async () => {
    const dossier = ecrireDossier({
      'bon/essms.csv': '',
      'envoi.zip': '',
      'releve-2025-09.json': '',
      'agenda.csv': '',
      'lisez-moi.txt': '',
      '.cache/essms.csv': '',
      '__MACOSX/essms.csv': '',
    });
    expect((await natures(dossier)).echecs).toEqual([
      'agenda.csv lot.fichier_isole',
      'envoi.zip lot.archive',
      'releve-2025-09.json lot.fichier_isole',
    ]);
  });

  test('la sortie rangée dans le lot n’est pas une soumission', async () => {
    const dossier = ecrireDossier({ 'bon/essms.csv': '', 'region/lot.csv': '' });
    expect(await natures(dossier, join(dossier, 'region'))).toEqual({ places: ['bon depot'], echecs: [] });
  });

  test('dix mille sous-dossiers, dont un illisible : un seul échec', async () => {
    const dossier = ecrireDossier(
      Object.fromEntries(Array.from({ length: 10_000 }, (_, rang) => [`s${rang}/essms.csv`, ''])),
    );
    symlinkSync('s-boucle', join(dossier, 's-boucle'));
    const { places, echecs } = await inventorier(dossier, 'lot', null);
    expect({ places: places.length, echecs: echecs.map(({ nom }) => nom) }).toEqual({
      places: 10_000,
      echecs: ['s-boucle'],
    });
  });
});

describe('un lot qui ne se lit pas', () => {
  test.each([
    ['absent', () => '/nulle/part', /n'existe pas/],
    ['vide', () => ecrireDossier({}), /aucun sous-dossier/],
    ['une soumission seule', () => ecrireDossier({ 'releve-2025-09.json': '' }), /celui qui la contient/],
    [
      'une archive',
      () => {
        const chemin = join(ecrireDossier({}), 'lot.zip');
        writeFileSync(chemin, 'PK');
        return chemin;
      },
      /décompressez/,
    ],
    [
      'un fichier',
      () => {
        const chemin = join(ecrireDossier({}), 'lot.txt');
        writeFileSync(chemin, '');
        return chemin;
      },
      /n'est pas un dossier/,
    ],
  ])('%s', async (_, preparer, raison) => {
    const refus = inventorier(preparer(), 'lot', null);
    await expect(refus).rejects.toThrow(LotIllisible);
    await expect(refus).rejects.toThrow(raison);
  });
});
