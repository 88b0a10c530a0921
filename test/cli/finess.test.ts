import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { etablissement, extraction, type Place, place, REPERTOIRE, SAD, TILLEULS } from '../finess/outil.ts';
import { lancer } from './faux-contexte.ts';
import { validerJson } from './sorties.ts';

let ou: Place;
let dossierCourant: string;
beforeAll(async () => {
  ou = place();
  dossierCourant = ou.dossier;
  ou.ecrire('etalab.csv', REPERTOIRE);
  const { code } = await lancer(['finess', 'importer', 'etalab.csv', '--index', ou.index], {
    dossierCourant,
  });
  expect(code).toBe(0);
});

const INDEX = () => ['--index', ou.index];
const esms = (...argv: string[]) => lancer(argv, { dossierCourant });

describe('esms finess importer', () => {
  test('dit ce qu’il a lu, et où est l’index', async () => {
    const autre = join(ou.dossier, 'autre.duckdb');
    const { code, sortie, erreur } = await esms('finess', 'importer', 'etalab.csv', '--index', autre);
    expect(code).toBe(0);
    expect(sortie).toContain('5 établissements (5 ouverts), 2 entités juridiques');
    expect(sortie).toContain('44xx');
    expect(erreur).toBe(`Index : ${autre}\n`);
  });

  test('--format json suit le contrat publié', async () => {
    const argv = [
      'finess',
      'importer',
      join(ou.dossier, 'etalab.csv'),
      '--index',
      join(ou.dossier, 'json.duckdb'),
    ];
    await validerJson('finess_import', argv);
    const { sortie } = await lancer([...argv, '--format', 'json']);
    expect(JSON.parse(sortie)).toEqual({
      schema: 'esms/finess-import@1',
      etablissements: 5,
      ouverts: 5,
      entites_juridiques: 2,
      cles_invalides: 0,
      par_agregat: { '41': 1, '43': 0, '44': 2, '45': 0, '46': 1 },
    });
  });

  test('un fichier passé par un tableur : refusé, localisé, rien n’est écrit', async () => {
    ou.ecrire('excel.csv', extraction([etablissement({ siret: '2,601E+13' })], '03/06/2025'));
    const autre = join(ou.dossier, 'jamais.duckdb');
    const { code, sortie, erreur } = await esms('finess', 'importer', 'excel.csv', '--index', autre);
    expect({ code, sortie, existe: existsSync(autre) }).toEqual({ code: 2, sortie: '', existe: false });
    expect(erreur).toContain('excel.csv:1:date erreur finess.tableur « 03/06/2025 »');
    expect(erreur).toContain("l'index d'avant reste en place");
  });

  test('une extraction plus ancienne que celle de l’index : dit, et importée', async () => {
    const autre = join(ou.dossier, 'recule.duckdb');
    await esms('finess', 'importer', 'etalab.csv', '--index', autre);
    ou.ecrire('ancien.csv', extraction([etablissement()], '2021-01-08'));
    const { code, erreur } = await esms('finess', 'importer', 'ancien.csv', '--index', autre);
    expect(code).toBe(0);
    expect(erreur).toContain(
      'finess.index_recule extraction du 08/01/2021, à la place de celle du 03/06/2025',
    );
  });

  test('un index impossible à écrire : code 2, sans pile', async () => {
    const { code, erreur } = await esms(
      'finess',
      'importer',
      'etalab.csv',
      '--index',
      'etalab.csv/finess.duckdb',
    );
    expect(code).toBe(2);
    expect(erreur).toMatch(/^esms : impossible d'écrire l'index etalab\.csv\/finess\.duckdb/);
  });
});

describe('esms finess verifier', () => {
  test('un numéro juste : 0, avec sa fiche', async () => {
    const { code, sortie } = await esms('finess', 'verifier', TILLEULS, ...INDEX());
    expect(code).toBe(0);
    expect(sortie).toContain('1 numéro : rien à corriger.');
    expect(sortie).toContain(`✓ ${TILLEULS}  EHPAD LES TILLEULS, 63100 CLERMONT FERRAND`);
  });

  test('un numéro faux : 1, et le bon est proposé', async () => {
    const { code, sortie } = await esms('finess', 'verifier', '630991017', ...INDEX());
    expect(code).toBe(1);
    expect(sortie).toContain('À CORRIGER : 1 numéro sur 1.');
    expect(sortie).toContain(`vouliez-vous dire ${TILLEULS}, EHPAD LES TILLEULS ?`);
  });

  test('sans index : forme et clé seulement, et c’est dit', async () => {
    const { code, sortie, erreur } = await esms('finess', 'verifier', TILLEULS);
    expect(code).toBe(0);
    expect(sortie).toContain('Sans index FINESS, seules la forme et la clé sont contrôlées');
    expect(erreur).toContain('Aucun index FINESS');
  });

  test('--fichier : le rattachement de chaque ligne est contrôlé', async () => {
    ou.ecrire('essms.csv', `finess_et;finess_ej\n${TILLEULS};630990018\n${SAD};630990018\n`);
    const { code, sortie } = await esms('finess', 'verifier', '--fichier', 'essms.csv', ...INDEX());
    expect(code).toBe(1);
    expect(sortie).toContain(`✗ ${SAD} (ligne 3)`);
    expect(sortie).toContain("rattaché à l'entité juridique 030990014, pas à 630990018");
  });

  test('JSON et CSV', async () => {
    await validerJson('finess_verification', ['finess', 'verifier', TILLEULS, '630991017', ...INDEX()]);
    const { sortie } = await esms('finess', 'verifier', TILLEULS, '--format', 'csv', ...INDEX());
    expect(sortie.split('\n')[1]).toMatch(
      /^630991016;;conforme;;;EHPAD LES TILLEULS;oui;630990018;;500;PA;oui;oui$/,
    );
  });

  test.each([
    [[], /il manque un NUMERO/],
    [['630991016', '--fichier', 'essms.csv'], /--fichier remplace/],
    [['630991016', '--index', 'absent.duckdb'], /index FINESS absent\.duckdb introuvable/],
  ])('%j : code 2', async (argv, message) => {
    const { code, erreur } = await esms('finess', 'verifier', ...argv);
    expect(code).toBe(2);
    expect(erreur).toMatch(message);
  });

  test('un fichier sans colonne finess_et : code 2, localisé', async () => {
    ou.ecrire('autre.csv', 'nom;ville\nA;B\n');
    const { code, erreur } = await esms('finess', 'verifier', '--fichier', 'autre.csv', ...INDEX());
    expect(code).toBe(2);
    expect(erreur).toMatch(/^autre\.csv:1:/);
  });
});

describe('esms finess chercher', () => {
  test('les mots, dans n’importe quel ordre', async () => {
    const { code, sortie } = await esms('finess', 'chercher', 'tilleuls', 'EHPAD', ...INDEX());
    expect(code).toBe(0);
    expect(sortie).toMatch(/^1 établissement\n/);
    expect(sortie).toContain(TILLEULS);
  });

  test('rien : 1, et un conseil', async () => {
    const { code, sortie } = await esms('finess', 'chercher', 'introuvable', ...INDEX());
    expect(code).toBe(1);
    expect(sortie).toContain('Aucun établissement ne convient.');
    expect(sortie).toContain('Essayez moins de mots');
  });

  test('JSON', async () => {
    await validerJson('finess_recherche', ['finess', 'chercher', '--departement', '63', ...INDEX()]);
  });

  test.each([
    [[], /il manque un mot à chercher/],
    [['x', '--departement', 'abc'], /n'est pas un code de département/],
    [['x', '--categorie', '5'], /trois chiffres/],
    [['x', '--finess-ej', '12'], /n'est pas un numéro FINESS/],
    [['x'], /il n'y a pas d'index FINESS/],
  ])('%j : code 2', async (argv, message) => {
    const { code, erreur } = await esms('finess', 'chercher', ...argv);
    expect(code).toBe(2);
    expect(erreur).toMatch(message);
  });
});

describe('esms finess perimetre', () => {
  test('la table essms, relue sans erreur par verifier', async () => {
    const { code, erreur } = await esms(
      'finess',
      'perimetre',
      '630990018',
      '--sortie',
      'essms.csv',
      ...INDEX(),
    );
    expect(code).toBe(0);
    expect(erreur).toContain('un site secondaire a son propre numéro');
    expect(readFileSync(join(ou.dossier, 'essms.csv'), 'utf8')).toBe(
      [
        'finess_et;finess_ej;raison_sociale;categorie;secteur;departement;date_ouverture',
        '630991016;630990018;EHPAD LES TILLEULS;500;PA;63;1998-04-01',
        '630991024;630990018;E.H.P.A.D. ST-JEAN DU PARC;500;PA;63;1998-04-01',
        '630991032;630990018;IME LES ALIZÉS;183;PH;63;1998-04-01',
        '',
      ].join('\n'),
    );
    const depot = place();
    depot.ecrire('essms.csv', readFileSync(join(ou.dossier, 'essms.csv')));
    const verifie = await lancer(['verifier', depot.dossier]);
    expect({ code: verifie.code, verdict: verifie.sortie.trimEnd().split('\n').at(-1) }).toEqual({
      code: 0,
      verdict: 'SANS ERREUR : aucun avertissement.',
    });
  });

  test('JSON et table', async () => {
    await validerJson('finess_perimetre', ['finess', 'perimetre', '630990018', ...INDEX()]);
    const { sortie } = await esms('finess', 'perimetre', '630990018', '--format', 'table', ...INDEX());
    expect(sortie).toContain('EJ 630990018 : 3 établissements');
    expect(sortie).toContain("1 établissement d'une catégorie qui n'est pas celle d'un ESSMS");
  });

  test('une entité juridique inconnue : 1 ; un numéro faux : 2', async () => {
    expect((await esms('finess', 'perimetre', '630990026', ...INDEX())).code).toBe(1);
    expect((await esms('finess', 'perimetre', '630990027', ...INDEX())).code).toBe(2);
  });
});
