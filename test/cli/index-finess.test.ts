import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  AUTRE_EJ,
  EJ,
  entite,
  extraction,
  importer,
  PARC,
  type Place,
  REPERTOIRE,
  SAD,
  TILLEULS,
} from '../finess/outil.ts';
import { lancer } from './faux-contexte.ts';
import { validerJson } from './sorties.ts';

let ou: Place;
beforeAll(async () => {
  ou = (
    await importer({
      'etalab.csv': REPERTOIRE,
      'ej.csv': extraction([entite(), entite({ nofiness: AUTRE_EJ, rs: 'VAL D’ALLIER', rslongue: '' })]),
    })
  ).place;
});

const SANS_INDEX = /^Aucun index FINESS : ni l'existence/m;

/** Un dépôt dont la table essms est donnée. */
function depot(essms: string): string {
  const dossier = mkdtempSync(join(tmpdir(), 'esms-index-'));
  writeFileSync(join(dossier, 'essms.csv'), essms);
  return dossier;
}

const ENTETE = 'finess_et;finess_ej;raison_sociale;categorie;secteur\n';

describe('verifier, avec un index', () => {
  test.each([
    [
      'un numéro inconnu',
      `630992014;${EJ};CHRS;214;AHI`,
      /essms\.csv:2:finess_et avertissement finess\.inconnu « 630992014 » numéro absent du répertoire \(index du 03\/06\/2025\)/,
    ],
    [
      'rattaché ailleurs',
      `${SAD};${EJ};SAD;460;DOM`,
      /essms\.csv:2:finess_ej avertissement finess\.autre_ej « 630990018 » rattaché à l'entité juridique 030990014 \(VAL D’ALLIER\)/,
    ],
    [
      'une autre catégorie',
      `${TILLEULS};${EJ};EHPAD;202;PA`,
      /essms\.csv:2:categorie avertissement finess\.categorie_differente « 202 » le répertoire dit 500/,
    ],
    [
      'le numéro d’une entité juridique',
      `${AUTRE_EJ};${EJ};OG;500;PA`,
      /finess\.inconnu « 030990014 » c'est le numéro d'une entité juridique/,
    ],
    [
      'ni secteur ni catégorie',
      `${TILLEULS};${EJ};EHPAD;;`,
      /essms\.secteur_de_l_index secteur PA, proposé par la catégorie 500 du répertoire/,
    ],
  ])('%s : un avertissement localisé, et le code ne change pas', async (_, ligne, attendu) => {
    const dossier = depot(`${ENTETE}${ligne}\n`);
    const { code, sortie, erreur } = await lancer(['verifier', dossier, '--index', ou.index]);
    expect(code).toBe(0);
    expect(sortie).toMatch(attendu);
    expect(erreur).toContain('Index FINESS du 03/06/2025, 5 établissements.');
  });

  test('fermé dans FINESS+', async () => {
    const ferme = JSON.stringify({
      schemaVersion: 'v1.0.0',
      generatedAt: '2026-08-13',
      pmej: [
        {
          informationsGeneralesPMEJ: { numFinessPm: EJ },
          etatObjet: 'I',
          ege: [
            {
              informationsGeneralesEGE: { numFinessEge: TILLEULS },
              categorieentiteGeographiqueExercice: '500',
              etatObjet: 'A',
            },
          ],
        },
      ],
    });
    const { place } = await importer({ 'structures.json': ferme });
    const { sortie } = await lancer([
      'verifier',
      depot(`${ENTETE}${TILLEULS};${EJ};EHPAD;500;PA\n`),
      '--index',
      place.index,
    ]);
    expect(sortie).toContain('finess.ferme « 630991016 » fermé, selon le répertoire (index du 13/08/2026)');
  });

  test('sans index : dit, et rien ne change', async () => {
    const dossier = depot(`${ENTETE}630992014;${EJ};CHRS;214;AHI\n`);
    const { code, sortie, erreur } = await lancer(['verifier', dossier]);
    expect(code).toBe(0);
    expect(erreur).toMatch(SANS_INDEX);
    expect(sortie).not.toContain('finess.');
    expect((await lancer(['verifier', dossier, '--silencieux'])).erreur).toBe('');
  });

  test("l'index nommé par --index et introuvable : code 2 ; celui du poste, illisible : dit et laissé", async () => {
    const dossier = depot(`${ENTETE}${TILLEULS};${EJ};EHPAD;500;PA\n`);
    expect((await lancer(['verifier', dossier, '--index', 'absent.duckdb'])).code).toBe(2);
    const donnees = mkdtempSync(join(tmpdir(), 'esms-donnees-'));
    writeFileSync(join(donnees, 'finess.duckdb'), 'pas une base');
    const { code, erreur } = await lancer(['verifier', dossier], { dossierDonnees: async () => donnees });
    expect(code).toBe(0);
    expect(erreur).toMatch(/^Sans répertoire FINESS : index FINESS .*ce n'est pas un index FINESS lisible/);
  });
});

describe('indicateurs, avec un index', () => {
  const MOIS = ['--mois', '2025-09', '--date-reference', '2025-10-20', '--format', 'json'];

  async function resultats(dossier: string, ...options: string[]) {
    const { sortie } = await lancer(['indicateurs', dossier, ...MOIS, ...options]);
    return JSON.parse(sortie) as {
      index_finess?: unknown;
      resultats: { niveau: string; libelle: string; identifiant: string }[];
    };
  }

  test('il nomme les OG et les ESSMS sans nom ; aucun nombre ne change', async () => {
    const dossier = 'fixtures/demo';
    const racine = join(import.meta.dirname, '../..');
    const sans = await resultats(join(racine, dossier));
    const avec = await resultats(join(racine, dossier), '--index', ou.index);
    const sansNoms = (rendu: typeof sans) => rendu.resultats.map(({ libelle: _, ...reste }) => reste);
    expect(sansNoms(avec)).toEqual(sansNoms(sans));
    expect(avec.resultats.find(({ identifiant }) => identifiant === EJ)?.libelle).toBe(
      'OG ASSOCIATION LIMAGNE SOLIDARITÉS',
    );
    expect(sans.resultats.find(({ identifiant }) => identifiant === EJ)?.libelle).toBe(`OG ${EJ}`);
    expect(sans.index_finess).toBeUndefined();
    expect(avec.index_finess).toMatchObject({ date_extraction: '2025-06-03', etablissements: 5 });
  });

  test('le JSON avec index suit le contrat publié', async () => {
    const dossier = depot(`finess_et;finess_ej\n${TILLEULS};${EJ}\n`);
    await validerJson('indicateurs', ['indicateurs', dossier, '--mois', '2025-09', '--index', ou.index]);
    const { resultats: lus } = await resultats(dossier, '--index', ou.index);
    expect(lus[0]).toMatchObject({ libelle: 'EHPAD LES TILLEULS', secteur: 'PA' });
  });
});

describe('eligibilite, avec un index', () => {
  async function raisons(ligne: string, ...options: string[]) {
    const dossier = depot(`finess_et;finess_ej;categorie;secteur;type_projet\n${ligne}\n`);
    const { sortie } = await lancer([
      'eligibilite',
      dossier,
      '--annee',
      '2022',
      '--format',
      'json',
      ...options,
    ]);
    const { essms } = JSON.parse(sortie) as {
      essms: { etat: string; controles: { code: string; etat: string; message: string }[] }[];
    };
    return {
      etat: essms[0]?.etat,
      inscription: essms[0]?.controles.find(({ code }) => code === 'inscription'),
    };
  }

  test.each([
    ['rattaché ailleurs', `${SAD};${EJ};460;DOM;acquisition`, 'ineligible'],
    ['inconnu', `630992014;${EJ};214;AHI;acquisition`, 'a_verifier'],
    ['une autre catégorie', `${TILLEULS};${EJ};202;PA;acquisition`, 'a_verifier'],
    ['ouvert et rattaché', `${PARC};${EJ};500;PA;acquisition`, 'conforme'],
  ])('%s : %s', async (_, ligne, etat) => {
    expect((await raisons(ligne, '--index', ou.index)).inscription?.etat).toBe(etat);
  });

  test('sans index, le contrôle n’existe pas', async () => {
    expect((await raisons(`${SAD};${EJ};460;DOM;acquisition`)).inscription).toBeUndefined();
  });
});

describe('sons --finess-ej', () => {
  const DATE = ['--date-reference', '2023-06-30'];

  test("compte les ESSMS ouverts de l'organisme, et le dit", async () => {
    const { code, sortie } = await lancer([
      'sons',
      '--finess-ej',
      EJ,
      '--index',
      ou.index,
      '--format',
      'json',
      ...DATE,
    ]);
    expect(code).toBe(0);
    const rendu = JSON.parse(sortie) as {
      essms_og: number;
      avertissements: { code: string; message: string }[];
    };
    expect(rendu.essms_og).toBe(3);
    expect(rendu.avertissements.at(-1)).toMatchObject({
      code: 'sons.essms_de_l_index',
      message: 'Index FINESS du 03/06/2025, 5 établissements : 3 ESSMS ouverts, sites secondaires compris',
    });
    const { sortie: table } = await lancer(['sons', '--finess-ej', EJ, '--index', ou.index, ...DATE]);
    expect(table.replace(/\s+/g, ' ')).toContain('3 ESSMS ouverts, sites secondaires compris');
  });

  test("--essms-og l'emporte, et l'écart est dit", async () => {
    const { sortie } = await lancer([
      'sons',
      '--finess-ej',
      EJ,
      '--essms-og',
      '9',
      '--index',
      ou.index,
      '--format',
      'json',
      ...DATE,
    ]);
    expect(JSON.parse(sortie)).toMatchObject({ essms_og: 9 });
    expect(sortie).toContain("--essms-og en dit 9, et l'emporte");
  });

  test.each([
    ['sans index', ['--finess-ej', EJ], /il n'y a pas d'index FINESS/],
    ['un organisme inconnu', ['--finess-ej', '630990026'], /n'est pas dans l'index FINESS/],
    ['un numéro faux', ['--finess-ej', '630990019'], /la clé de 630990019 est fausse/],
  ])('%s : code 2', async (nom, argv, message) => {
    const index = nom === 'un organisme inconnu' ? ['--index', ou.index] : [];
    const { code, erreur } = await lancer(['sons', ...argv, ...index]);
    expect(code).toBe(2);
    expect(erreur).toMatch(message);
  });
});
