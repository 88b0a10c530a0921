import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Recueil } from '../../../src/domaine/anomalie.ts';
import { lireConvention } from '../../../src/lecture/depot/convention.ts';
import { lireDepotYaml } from '../../../src/lecture/depot/lire.ts';

async function lire(yaml: string, preparer: (dossier: string) => void = () => undefined) {
  const racine = mkdtempSync(join(tmpdir(), 'esms-convention-'));
  const dossier = join(racine, 'grappe');
  mkdirSync(dossier);
  writeFileSync(join(dossier, 'depot.yaml'), `version: 1\n${yaml}`);
  preparer(dossier);
  const recueil = new Recueil(10);
  const lu = await lireDepotYaml(dossier, recueil);
  const convention = lu && (await lireConvention(dossier, lu, recueil));
  return { convention, constats: recueil.details.map(({ code, ligne, colonne }) => [code, ligne, colonne]) };
}

describe('le bloc convention de depot.yaml', () => {
  test('tout ce qu’il dit, et si ses pièces sont là', async () => {
    const yaml = `convention:
  date: 2023-05-04
  niveau_preuve: og
  echeance: 2025-12-31
  finess_et: ["630991016", "2A0000001"]
  cibles: { dmp: "72,5", agenda: 90 }
  pv_vsr: pieces/pv.pdf
  depenses: absent.csv
`;
    const { convention, constats } = await lire(yaml, (dossier) => {
      mkdirSync(join(dossier, 'pieces'));
      writeFileSync(join(dossier, 'pieces/pv.pdf'), '');
    });
    expect(constats).toEqual([]);
    expect(convention).toEqual({
      date: '2023-05-04',
      niveauPreuve: 'og',
      echeance: '2025-12-31',
      finessEt: ['630991016', '2A0000001'],
      cibles: [
        { indicateur: 'agenda', valeur: 90 },
        { indicateur: 'dmp', valeur: 72.5 },
      ],
      pvVsr: { fichier: 'pieces/pv.pdf', presente: true },
      depenses: { fichier: 'absent.csv', presente: false },
    });
  });

  test('ce qu’il tait se prend au bloc grappe ; sans lui, il n’y a pas de convention', async () => {
    const grappe = 'grappe: { convention: 2023-05-04, niveau_preuve: essms }\n';
    expect((await lire(`${grappe}convention: { echeance: 2025-12-31 }`)).convention).toMatchObject({
      date: '2023-05-04',
      niveauPreuve: 'essms',
      echeance: '2025-12-31',
      finessEt: [],
      cibles: [],
      pvVsr: null,
    });
    expect((await lire(grappe)).convention).toBeNull();
  });

  test('un dossier n’est pas une pièce', async () => {
    const { convention } = await lire('convention: { pv_vsr: pieces }', (dossier) => {
      mkdirSync(join(dossier, 'pieces'));
    });
    expect(convention?.pvVsr).toEqual({ fichier: 'pieces', presente: false });
  });

  test.each([
    ['un chemin qui remonte', '../pv.pdf'],
    ['un chemin absolu', '/etc/hostname'],
    ['un lien qui sort du dossier', 'lien.pdf'],
  ])('%s est refusé, à sa ligne', async (_, chemin) => {
    const { constats } = await lire(`convention:\n  depenses: d.csv\n  pv_vsr: ${chemin}\n`, (dossier) => {
      writeFileSync(join(dossier, '../pv.pdf'), '');
      symlinkSync('../pv.pdf', join(dossier, 'lien.pdf'));
    });
    expect(constats).toEqual([['fichier.hors_depot', 4, 'convention.pv_vsr']]);
  });

  test.each([
    ['un FINESS sans guillemets', 'finess_et: [630991016]', 'depot.finess_non_cite'],
    ['une clé inconnue', 'finess: ["630991016"]', 'depot.cle_inconnue'],
    ['une date impossible', 'echeance: 2025-02-30', 'depot.type_invalide'],
    ['un indicateur inconnu', 'cibles: { dpm: 70 }', 'depot.cle_inconnue'],
    ['un niveau inconnu', 'niveau_preuve: grape', 'depot.valeur_inconnue'],
  ])('%s est refusé', async (_, cle, code) => {
    const { convention, constats } = await lire(`convention:\n  ${cle}\n`);
    expect(convention).toBeNull();
    expect(constats.map(([un]) => un)).toEqual([code]);
  });
});
