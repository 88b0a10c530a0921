import { describe, expect, test } from 'vitest';
import {
  AUTRE_EJ,
  EJ,
  entite,
  etablissement,
  extraction,
  geolocalisation,
  importer,
  PARC,
  REPERTOIRE,
  TILLEULS,
} from './outil.ts';

/** Les anomalies, réduites à ce qui les localise. */
async function constats(contenu: string | Buffer, nom = 'etalab.csv') {
  const { rapport, refus, recueil } = await importer({ [nom]: contenu });
  return {
    refus,
    rapport,
    constats: recueil.details.map(({ code, ligne, colonne, valeur }) => ({ code, ligne, colonne, valeur })),
  };
}

describe('extraction historique', () => {
  test('chaque ligne est un établissement, une entité juridique ou une géolocalisation, et se compte', async () => {
    const { rapport } = await importer({
      'etalab.csv': extraction([
        etablissement(),
        etablissement({ nofinesset: PARC }),
        geolocalisation(TILLEULS),
      ]),
      'ej.csv': extraction([entite()]),
    });
    expect(rapport).toMatchObject({
      etablissements: 2,
      ouverts: 2,
      entitesJuridiques: 1,
      clesInvalides: 0,
      parAgregat: { '41': 0, '43': 0, '44': 2, '45': 0, '46': 0 },
    });
    expect(
      rapport?.fichiers.map(({ enregistrements, etablissements, entites, ignores, rejets }) => [
        enregistrements,
        etablissements,
        entites,
        ignores,
        rejets,
      ]),
    ).toEqual([
      [3, 2, 0, 1, 0],
      [1, 0, 1, 0, 0],
    ]);
    expect(rapport?.fichiers[0]).toMatchObject({ fichier: 'etalab.csv', dateExtraction: '2025-06-03' });
  });

  test('une entité juridique citée sans être décrite compte', async () => {
    const { rapport } = await importer({
      'etalab.csv': extraction([etablissement(), etablissement({ nofinesset: PARC, nofinessej: AUTRE_EJ })]),
    });
    expect(rapport?.entitesJuridiques).toBe(2);
  });

  test('windows-1252, UTF-8 avec ou sans marque, CRLF, gzip : mêmes comptes', async () => {
    const texte = REPERTOIRE;
    const variantes: Readonly<Record<string, Buffer>> = {
      'utf8.csv': Buffer.from(texte, 'utf8'),
      'marque.csv': Buffer.from(`\ufeff${texte}`, 'utf8'),
      '1252.csv': Buffer.from(texte, 'latin1'),
      'crlf.csv': Buffer.from(texte.replaceAll('\n', '\r\n'), 'utf8'),
      'utf8.csv.gz': Buffer.from(texte, 'utf8'),
    };
    for (const [nom, octets] of Object.entries(variantes)) {
      const { rapport, refus } = await importer({ [nom]: octets });
      expect({ nom, refus, etablissements: rapport?.etablissements }).toEqual({
        nom,
        refus: false,
        etablissements: 5,
      });
    }
  });

  test('un champ entre guillemets doublés, un point-virgule et une fin de ligne dedans', async () => {
    const nom = 'LIEU DE VIE "MAVOUNA; 1"\nET ANNEXE';
    const { rapport, refus } = await importer({
      'etalab.csv': extraction([etablissement({ rs: nom }), etablissement({ nofinesset: PARC })]),
    });
    expect({ refus, etablissements: rapport?.etablissements }).toEqual({ refus: false, etablissements: 2 });
  });

  test("une variante à en-tête se reconnaît à ses colonnes, dans n'importe quel ordre", async () => {
    const csv = [
      'rs;nofinesset;nofinessej;categretab;categetab;departement;ligneacheminement;siret;dateouv',
      `EHPAD LES TILLEULS;${TILLEULS};${EJ};4401;500;63;63100 CLERMONT FERRAND;;1998-04-01`,
    ].join('\n');
    const { rapport } = await importer({ 'variante.csv': csv });
    expect(rapport).toMatchObject({ etablissements: 1, parAgregat: { '44': 1 } });
    expect(rapport?.fichiers[0]?.dateExtraction).toBeNull();
  });

  test('une clé fausse se compte, et la ligne se garde : le répertoire dit ce qu’il dit', async () => {
    const { rapport, refus } = await importer({
      'etalab.csv': extraction([etablissement({ nofinesset: '630991017' })]),
    });
    expect({ refus, cles: rapport?.clesInvalides, etablissements: rapport?.etablissements }).toEqual({
      refus: false,
      cles: 1,
      etablissements: 1,
    });
  });

  test("deux extractions : la plus récente l'emporte, quel que soit l'ordre", async () => {
    const ancien = extraction([etablissement({ categetab: '200', categagretab: '4401' })], '2021-01-08');
    const recent = extraction([etablissement({ categetab: '183', categagretab: '4101' })], '2026-05-12');
    for (const fichiers of [
      { 'a.csv': ancien, 'b.csv': recent },
      { 'a.csv': recent, 'b.csv': ancien },
    ]) {
      const { rapport } = await importer(fichiers);
      expect(rapport).toMatchObject({ etablissements: 1, parAgregat: { '41': 1, '44': 0 } });
    }
  });
});

describe('extraction historique : mauvaises entrées, refusées et localisées', () => {
  test.each([
    [
      'zéro de tête perdu',
      etablissement({ nofinesset: '30991012' }),
      'finess.format',
      'nofinesset',
      '30991012',
    ],
    [
      'SIRET en notation scientifique',
      etablissement({ siret: '2,601E+13' }),
      'finess.tableur',
      'siret',
      '2,601E+13',
    ],
    ['date JJ/MM/AAAA', etablissement({ dateouv: '01/04/1998' }), 'finess.tableur', 'dateouv', '01/04/1998'],
    ['numéro vide', etablissement({ nofinessej: '' }), 'champ.vide', 'nofinessej', null],
    ['section inconnue', 'autre;1;2', 'finess.section_inconnue', 'section', 'autre'],
    ['un champ de moins', etablissement().slice(0, -1), 'ligne.colonnes_manquantes', null, null],
    ['un champ de plus', `${etablissement()};x`, 'ligne.colonnes_en_trop', null, null],
  ])('%s', async (_, ligne, code, colonne, valeur) => {
    const rendu = await constats(extraction([etablissement({ nofinesset: PARC }), ligne]));
    expect(rendu.refus).toBe(true);
    expect(rendu.constats).toEqual([{ code, ligne: 3, colonne, valeur }]);
  });

  test('la première ligne datée JJ/MM/AAAA', async () => {
    const rendu = await constats(extraction([etablissement()], '03/06/2025'));
    expect(rendu.constats).toEqual([
      { code: 'finess.tableur', ligne: 1, colonne: 'date', valeur: '03/06/2025' },
    ]);
  });

  test.each([
    ['une page web', '<!DOCTYPE html><html><body>Erreur 503</body></html>', 'fichier.html'],
    ['un fichier vide', '', 'fichier.vide'],
    ['un autre CSV', 'nom;prenom\nA;B\n', 'finess.format_inconnu'],
    [
      'un guillemet jamais refermé',
      extraction([etablissement({ rs: 'X' }).replace(';X;', ';"X;')]),
      'fichier.guillemet_non_referme',
    ],
  ])('%s', async (_, contenu, code) => {
    const rendu = await constats(contenu);
    expect({ refus: rendu.refus, codes: rendu.constats.map((un) => un.code) }).toEqual({
      refus: true,
      codes: [code],
    });
  });

  test('un fichier absent', async () => {
    const { importerFiness } = await import('../../src/finess/importer.ts');
    const { place } = await importer({ 'etalab.csv': REPERTOIRE });
    const fichiers = [{ chemin: `${place.dossier}/absent.csv`, nom: 'absent.csv' }];
    const { refus, recueil } = await importerFiness({
      fichiers,
      index: place.index,
      tolererRejets: 0,
      maxAnomalies: 9,
    });
    expect({ refus, codes: recueil.details.map(({ code }) => code) }).toEqual({
      refus: true,
      codes: ['fichier.illisible'],
    });
  });

  test('au-delà de --max-anomalies, le total reste vrai', async () => {
    const lignes = Array.from({ length: 7 }, () => etablissement({ siret: '2,601E+13' }));
    const { recueil } = await importer({ 'etalab.csv': extraction(lignes) }, undefined, { maxAnomalies: 2 });
    expect({ erreurs: recueil.erreurs, details: recueil.details.length }).toEqual({ erreurs: 7, details: 2 });
  });

  test('--tolerer-rejets admet les lignes fautives, comptées et hors de l’index', async () => {
    const { rapport, refus } = await importer(
      { 'etalab.csv': extraction([etablissement(), etablissement({ nofinesset: '30991012' })]) },
      undefined,
      { tolererRejets: 1 },
    );
    expect({ refus, etablissements: rapport?.etablissements, rejets: rapport?.fichiers[0]?.rejets }).toEqual({
      refus: false,
      etablissements: 1,
      rejets: 1,
    });
  });
});
