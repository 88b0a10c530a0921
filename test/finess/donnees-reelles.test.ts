import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RapportImport } from '../../src/domaine/finess/import.ts';
import { importerFiness } from '../../src/finess/importer.ts';
import { type IndexFiness, ouvrirIndex } from '../../src/finess/index/ouvrir.ts';

/** Les vraies extractions n'entrent pas dans le dépôt : elles se lisent à côté de lui, si elles y sont. */
const DONNEES = join(import.meta.dirname, '../../../shared/finess');
const NATIONAL = join(DONNEES, 'etalab-cs1100502-20210108-reconstitue.csv.gz');
const STOCK = join(DONNEES, 'etalab-cs1100502-stock-20260512-extrait.csv');
const ECHANTILLON = join(DONNEES, 'structures-echantillon-202608.json.gz');

const presentes = existsSync(NATIONAL);
if (!presentes)
  process.stderr.write('Données FINESS réelles absentes : leurs chiffres ne sont pas contrôlés ici.\n');

describe.skipIf(!presentes)('les chiffres connus du répertoire réel', () => {
  const dossier = presentes ? mkdtempSync(join(tmpdir(), 'esms-reel-')) : '';
  afterAll(() => rmSync(dossier, { recursive: true, force: true }));

  async function importer(
    chemin: string,
    nom: string,
  ): Promise<{ rapport: RapportImport; index: IndexFiness }> {
    const place = join(dossier, `${nom}.duckdb`);
    const { rapport, recueil } = await importerFiness({
      fichiers: [{ chemin, nom }],
      index: place,
      tolererRejets: 0,
      maxAnomalies: 10,
    });
    if (rapport === null) throw new Error(recueil.details[0]?.message);
    const ouverture = await ouvrirIndex(place);
    if (ouverture.etat !== 'ouvert') throw new Error(ouverture.etat);
    return { rapport, index: ouverture.index };
  }

  describe('extraction nationale du 8 janvier 2021', () => {
    let rapport: RapportImport;
    let index: IndexFiness;
    beforeAll(async () => {
      ({ rapport, index } = await importer(NATIONAL, 'national'));
    }, 300_000);
    afterAll(() => index.fermer());

    test('95 333 établissements, par agrégat, et aucune clé fausse', () => {
      expect(rapport).toMatchObject({
        etablissements: 95_333,
        ouverts: 95_333,
        clesInvalides: 0,
        parAgregat: { '41': 5046, '43': 8861, '44': 10_395, '45': 3639, '46': 18_836 },
      });
      expect(rapport.fichiers[0]).toMatchObject({
        dateExtraction: '2021-01-08',
        enregistrements: 95_333,
        rejets: 0,
      });
    });

    const SONS = "agregat[1:2] IN ('41', '43', '44', '46')";

    test('43 138 établissements 41xx, 43xx, 44xx et 46xx, de 17 011 entités juridiques', async () => {
      const [compte] = await index.session.lignes(
        `SELECT count(*)::INTEGER AS etablissements, count(DISTINCT finess_ej)::INTEGER AS entites FROM etablissements WHERE ${SONS}`,
      );
      expect(compte).toEqual({ etablissements: 43_138, entites: 17_011 });
    });

    test.each([
      ['APF France handicap', '750719239', 519],
      ['Croix-Rouge', '750721334', 352],
    ])('%s : %s, %i établissements', async (_, ej, attendus) => {
      const [compte] = await index.session.lignes(
        `SELECT count(*)::INTEGER AS n FROM etablissements WHERE ${SONS} AND finess_ej = '${ej}'`,
      );
      expect(compte?.n).toBe(attendus);
    });
  });

  test('les six lignes de 2026, dont un champ entre guillemets doublés', async () => {
    const { rapport, index } = await importer(STOCK, 'stock');
    const [lieu] = await index.session.lignes("SELECT nom FROM etablissements WHERE finess_et = '980501506'");
    index.fermer();
    expect(rapport).toMatchObject({ etablissements: 6, clesInvalides: 0 });
    expect(lieu?.nom).toBe('LIEU DE VIE "MAVOUNA MEMA 1"');
  });

  test("l'échantillon FINESS+ d'août 2026 : 1 753 établissements, 841 ouverts, 582 à la Croix-Rouge", async () => {
    const { rapport, index } = await importer(ECHANTILLON, 'echantillon');
    const [croixRouge] = await index.session.lignes(
      "SELECT count(*)::INTEGER AS n FROM etablissements WHERE ouvert AND finess_ej = '750721334'",
    );
    index.fermer();
    expect(rapport).toMatchObject({ etablissements: 1753, ouverts: 841, entitesJuridiques: 30 });
    expect(rapport.fichiers[0]?.dateExtraction).toBe('2026-08-13');
    expect(croixRouge?.n).toBe(582);
  });
});
