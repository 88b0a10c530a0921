import { describe, expect, it, test } from 'vitest';
import { Recueil } from '../../src/domaine/anomalie.ts';
import { compilerNomenclature } from '../../src/regles/categories/compiler.ts';
import {
  categorieFiness,
  deduireCategories,
  secteurDeCategorie,
  toutesLesCategories,
} from '../../src/regles/categories.ts';
import { chargerReglesLivrees } from '../../src/regles/livrees.ts';
import { decrireOutil } from '../../src/regles/outil.ts';

describe('les catégories piège de la nomenclature livrée', () => {
  const LU = {
    libelle: 'verifie',
    agregat: 'verifie',
    etat: 'verifie',
    secteur: 'propose',
    essms: 'propose',
  };
  const PAS_LU = { ...LU, libelle: 'propose', agregat: 'propose', etat: 'propose' };

  test.each([
    ['247', 'entreprise adaptée', { active: true, secteur: null, essms: false, sons: false }, LU],
    ['256', 'foyer de travailleurs', { active: true, secteur: null, essms: false, sons: false }, LU],
    ['258', 'pension de famille', { active: true, secteur: null, essms: false, sons: false }, LU],
    ['259', 'résidence sociale', { active: true, secteur: null, essms: false, sons: false }, LU],
    ['271', 'accueil hospitalière', { active: true, secteur: null, essms: false, sons: false }, LU],
    ['640', 'aux familles', { active: true, secteur: 'DOM', essms: null, sons: null }, LU],
    ['462', 'lieu de vie', { active: true, secteur: 'PDE', essms: null, sons: null }, LU],
    ['362', 'soins de longue durée', { active: null, secteur: null, essms: false, sons: false }, PAS_LU],
    ['412', 'libellé non lu', { active: null, secteur: null, essms: false, sons: false }, PAS_LU],
  ])('%s, %s', (code, libelle, faits, preuves) => {
    const categorie = categorieFiness(code);
    expect(categorie).toMatchObject(faits);
    expect(categorie?.libelle.toLowerCase()).toContain(libelle);
    expect(categorie?.preuves).toEqual({ ...preuves, sons: 'propose' });
    expect(secteurDeCategorie(code)).toBe(faits.secteur);
  });

  test('ce qui est inconnu n’est jamais dit vérifié', () => {
    const affirmes = toutesLesCategories().flatMap(({ code, agregat, active, essms, sons, preuves }) => [
      ...(agregat === null ? [[code, preuves.agregat]] : []),
      ...(active === null ? [[code, preuves.etat]] : []),
      ...(essms === null ? [[code, preuves.essms]] : []),
      ...(sons === null ? [[code, preuves.sons]] : []),
    ]);
    expect(affirmes).not.toEqual([]);
    expect(affirmes.filter(([, preuve]) => preuve === 'verifie')).toEqual([]);
  });
});

test('catégories actives, par secteur', () => {
  const comptes: Record<string, number> = {};
  for (const { active, secteur } of toutesLesCategories()) {
    if (active) comptes[secteur ?? 'aucun'] = (comptes[secteur ?? 'aucun'] ?? 0) + 1;
  }
  expect(comptes).toEqual({ PA: 7, PH: 27, DOM: 4, PDS: 6, PDE: 17, AHI: 5, PJM: 2, aucun: 10 });
});

test('une catégorie fermée garde son secteur, mais n’en donne plus ; inconnue, elle n’a rien', () => {
  expect(categorieFiness('200')).toMatchObject({ active: false, fin: '2015-01-01', secteur: 'PA' });
  expect(secteurDeCategorie('200')).toBeNull();
  expect(secteurDeCategorie('500')).toBe('PA');
  expect(categorieFiness('355')).toBeNull();
});

const PROPOSE = '{ preuve: propose, source: texte }';
const VERIFIE = '{ preuve: verifie, source: texte }';

/** Une nomenclature d'une seule catégorie, écrite à la ligne 10. */
function compiler(categorie: string, code = '"100"') {
  const recueil = new Recueil(100);
  const texte = `sources:
  texte: { titre: un texte, date: 2022 }
preuves:
  libelle: ${VERIFIE}
  agregat: ${VERIFIE}
  etat: ${VERIFIE}
  secteur: ${PROPOSE}
  essms: ${PROPOSE}
categories:
  ${code}: ${categorie}
`;
  const nomenclature = compilerNomenclature({ nom: 'essai.yaml', texte }, recueil);
  const anomalies = recueil.details.map(({ ligne, code: faute, colonne, message }) =>
    [ligne, faute, colonne, message].join(' '),
  );
  return { nomenclature, anomalies };
}

/** Une catégorie juste, où des champs changent ; `null` en ôte un. */
function ecrire(champs: Readonly<Record<string, string | null>> = {}): string {
  const tous = {
    libelle: 'Essai',
    agregat: '"4101"',
    etat: 'active',
    secteur: 'PH',
    essms: 'oui',
    ...champs,
  };
  const ecrits = Object.entries(tous).flatMap(([cle, valeur]) =>
    valeur === null ? [] : [`${cle}: ${valeur}`],
  );
  return `{ ${ecrits.join(', ')} }`;
}

describe('une faute de la nomenclature est refusée, à sa ligne et à sa clé', () => {
  const ICI = '10 regles.valeur_invalide categories.100';

  it.each<[string, Readonly<Record<string, string | null>>, string]>([
    [
      'fermée, sans fin',
      { etat: 'fermee' },
      `${ICI}.fin la fin d'une catégorie fermée est attendue (AAAA-MM-JJ)`,
    ],
    ['active, avec une fin', { fin: '2020-01-01' }, `${ICI}.fin seule une catégorie fermée a une fin`],
    [
      'état inconnu, avec une fin',
      { etat: 'inconnu', fin: '2020-01-01' },
      `${ICI}.fin seule une catégorie fermée a une fin`,
    ],
    ['fin impossible', { etat: 'fermee', fin: '2020-02-30' }, `${ICI}.fin une date AAAA-MM-JJ est attendue`],
    [
      'un secteur sans ESSMS',
      { essms: 'non' },
      `${ICI}.secteur ce qui n'est pas un ESSMS n'a pas de secteur`,
    ],
    [
      'secteur hors liste',
      { secteur: 'SSIAD' },
      `${ICI}.secteur un secteur (PA, PH, DOM, PDS, PDE, AHI, PJM) ou « aucun » est attendu`,
    ],
    ['ESSMS hors liste', { essms: 'peut-être' }, `${ICI}.essms oui, non ou a_verifier est attendu`],
    ['état hors liste', { etat: 'ouverte' }, `${ICI}.etat active, fermee ou inconnu est attendu`],
    [
      'agrégat mal écrit',
      { agregat: '"41"' },
      `${ICI}.agregat un code d'agrégat à quatre chiffres, ou « inconnu », est attendu`,
    ],
    ['libellé absent', { libelle: null }, `${ICI}.libelle un texte est attendu`],
    [
      'source de preuve inconnue',
      { preuves: '{ etat: { preuve: propose, source: ouï-dire } }' },
      '10 regles.source_inconnue categories.100.preuves.etat.source source « ouï-dire » inconnue',
    ],
  ])('%s', (_, champs, attendu) => {
    const { nomenclature, anomalies } = compiler(ecrire(champs));
    expect(anomalies).toEqual([attendu]);
    expect(nomenclature).toBeNull();
  });

  it.each([
    [
      'preuve hors liste',
      ecrire({ preuves: '{ etat: { preuve: sûr, source: texte } }' }),
      `${ICI}.preuves.etat.preuve verifie ou propose est attendu`,
    ],
    [
      'preuve sans source',
      ecrire({ preuves: '{ etat: { preuve: propose } }' }),
      `${ICI}.preuves.etat.source un texte est attendu`,
    ],
    [
      'preuve d’une note',
      ecrire({ preuves: `{ note: ${PROPOSE} }` }),
      `${ICI}.preuves.note clé « note » inconnue`,
    ],
    ['clé de trop', ecrire({ sons: 'oui' }), `${ICI}.sons clé « sons » inconnue`],
  ])('%s', (_, texte, attendu) => {
    expect(compiler(texte).anomalies).toEqual([attendu]);
  });

  it('un code qui n’a pas trois chiffres', () => {
    expect(compiler(ecrire(), '"1000"').anomalies).toEqual([
      '10 regles.valeur_invalide categories.1000 un code de catégorie a trois chiffres',
    ]);
  });
});

/** La catégorie déduite, pour les agrégats que la règle finance. */
function deduire(champs: Readonly<Record<string, string>>, agregats: readonly string[] | null = ['4100']) {
  const { nomenclature, anomalies } = compiler(ecrire(champs));
  expect(anomalies).toEqual([]);
  const [categorie] = nomenclature ? deduireCategories(nomenclature, agregats) : [];
  if (categorie === undefined) throw new Error('catégorie absente');
  return categorie;
}

describe('ce que le SONS finance se déduit', () => {
  const HORS = { agregat: '"4501"' };
  const NON = { secteur: 'aucun', essms: 'non' };
  const NON_LU = { agregat: 'inconnu', preuves: `{ agregat: ${PROPOSE} }` };

  test.each<[string, Readonly<Record<string, string>>, boolean | null, string]>([
    ['un ESSMS proposé, d’un agrégat financé', {}, true, 'propose'],
    ['un ESSMS lu', { preuves: `{ essms: ${VERIFIE} }` }, true, 'verifie'],
    [
      'un ESSMS lu, l’agrégat proposé',
      { preuves: `{ essms: ${VERIFIE}, agregat: ${PROPOSE} }` },
      true,
      'propose',
    ],
    ['à vérifier', { essms: 'a_verifier' }, null, 'propose'],
    ['pas un ESSMS', NON, false, 'propose'],
    ['hors des agrégats lus', HORS, false, 'verifie'],
    ['hors des agrégats lus, à vérifier', { ...HORS, essms: 'a_verifier' }, false, 'verifie'],
    ['hors des agrégats, agrégat proposé', { ...HORS, preuves: `{ agregat: ${PROPOSE} }` }, false, 'propose'],
    ['agrégat pas lu', NON_LU, null, 'propose'],
    ['agrégat pas lu, pas un ESSMS', { ...NON_LU, ...NON }, false, 'propose'],
  ])('%s', (_, champs, sons, preuve) => {
    const categorie = deduire(champs);
    expect({ sons: categorie.sons, preuve: categorie.preuves.sons }).toEqual({ sons, preuve });
  });

  test('règle inconnue : rien n’est exclu au nom de l’agrégat', () => {
    expect(deduire(HORS, null).sons).toBeNull();
  });

  test('livrées : les agrégats 41, 43, 44 et 46 seulement', () => {
    const agregats = toutesLesCategories().flatMap(({ sons, agregat }) =>
      sons ? [String(agregat).slice(0, 2)] : [],
    );
    expect([...new Set(agregats)].sort()).toEqual(['41', '43', '44', '46']);
  });
});

test('une preuve de catégorie l’emporte sur celle du fichier, fait par fait', () => {
  expect(deduire({ preuves: `{ libelle: ${PROPOSE}, essms: ${VERIFIE} }` }).preuves).toEqual({
    libelle: 'propose',
    agregat: 'verifie',
    etat: 'verifie',
    secteur: 'propose',
    essms: 'verifie',
    sons: 'verifie',
  });
});

describe('l’empreinte des règles', () => {
  const REGLES = chargerReglesLivrees();
  const empreinte = (champs: Readonly<Record<string, string>>): string =>
    decrireOutil(REGLES, [deduire(champs)]).regles;

  test.each<[string, Readonly<Record<string, string>>]>([
    ['l’agrégat', { agregat: '"4102"' }],
    ['l’état', { etat: 'inconnu' }],
    ['le secteur', { secteur: 'PA' }],
    ['ESSMS ou non', { essms: 'a_verifier' }],
    ['ESSMS lu ou proposé', { preuves: `{ essms: ${VERIFIE} }` }],
  ])('change avec %s', (_, champs) => {
    expect(empreinte(champs)).not.toBe(empreinte({}));
  });

  test('ne change pas avec un libellé ou une note', () => {
    expect(empreinte({ libelle: 'Autre', note: 'une note' })).toBe(empreinte({}));
  });

  test('est celle de la nomenclature livrée, à défaut d’une autre', () => {
    expect(decrireOutil(REGLES)).toEqual(decrireOutil(REGLES, toutesLesCategories()));
  });
});
