import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DateCivile } from '../../src/domaine/date-civile.ts';
import type { Controle } from '../../src/domaine/financement/eligibilite.ts';
import type { EssmsDeclare } from '../../src/domaine/financement/grappe.ts';
import { lireAnterieurs } from '../../src/financement/anterieurs.ts';
import { controlerCategorie } from '../../src/financement/controles-essms.ts';
import { territoireDe } from '../../src/financement/territoire.ts';
import { lireTypeProjet } from '../../src/financement/type-projet.ts';
import { categorieFiness } from '../../src/regles/categories.ts';
import { resoudre } from '../../src/regles/resolution.ts';
import { desEssms, ej, eligibiliteDe, essms, finess, grappe, JEU } from './situations-grappe.ts';

const DATE = '2022-01-01' as DateCivile;
const CONTEXTE = {
  regles: <T>(id: string) => resoudre<T>(JEU, id, DATE),
  dateReference: DATE,
  numerosEj: new Set<string>(),
};

/** L'éligibilité d'un seul ESSMS, au milieu d'une grappe qui suffit. */
function eligibiliteDUn(champs: Partial<EssmsDeclare>) {
  const { essms: tous } = eligibiliteDe(grappe([...desEssms(20), essms(50, champs)]));
  const sien = tous.find((un) => un.essms.libelle === 'ESSMS 50');
  if (!sien) throw new Error('ESSMS absent');
  return sien;
}

const sansConforme = (controles: readonly Controle[]) =>
  controles.filter(({ etat }) => etat === 'ineligible' || etat === 'a_verifier');

describe('un ESSMS', () => {
  test('rien ne l’écarte : éligible, et ce qui n’est pas contrôlé est dit', () => {
    const { etat, controles } = eligibiliteDUn({});
    expect(etat).toBe('eligible');
    expect(controles.filter((un) => un.etat === 'non_controle').map(({ code }) => code)).toEqual([
      'dui_contractualise',
    ]);
  });

  test.each<[string, Partial<EssmsDeclare>, 'ineligible' | 'a_verifier', string | undefined]>([
    ['USLD (362)', { categorie: '362' }, 'ineligible', 'eligibilite.essms.categories_exclues'],
    ['catégorie vide', { categorie: null }, 'a_verifier', 'eligibilite.essms.casf'],
    ['catégorie inconnue', { categorie: '355' }, 'a_verifier', 'eligibilite.essms.casf'],
    ['catégorie fermée', { categorie: '200' }, 'a_verifier', 'eligibilite.essms.casf'],
    ['sanitaire (412)', { categorie: '412' }, 'a_verifier', 'eligibilite.essms.casf'],
    ['clé FINESS fausse', { finessEt: '630781228' }, 'ineligible', 'eligibilite.essms.finess'],
    ['clé de l’EJ fausse', { finessEj: '630000520' }, 'ineligible', 'eligibilite.essms.finess'],
    ['numéro de l’EJ', { finessEt: ej(1) }, 'ineligible', 'eligibilite.essms.finess'],
    ['fermé', { dateFermeture: '2022-10-01' as DateCivile }, 'ineligible', 'eligibilite.essms.finess'],
    [
      'pas encore ouvert',
      { dateOuverture: '2022-10-02' as DateCivile },
      'a_verifier',
      'eligibilite.essms.finess',
    ],
    ['type inconnu', { typeProjet: null }, 'a_verifier', undefined],
    [
      'montée de version, DUI non référencé',
      { typeProjet: 'montee_de_version', duiReference: false },
      'ineligible',
      'esms_numerique.montee_de_version.usages',
    ],
    [
      'montée de version, référencement vide',
      { typeProjet: 'montee_de_version', duiReference: null },
      'a_verifier',
      'esms_numerique.montee_de_version.usages',
    ],
    [
      'acquisition déjà reçue, même DUI',
      { financementsAnterieurs: 'acquisition : alveole' },
      'ineligible',
      'eligibilite.essms.une_fois',
    ],
    [
      'usages déjà reçus, autre DUI',
      { financementsAnterieurs: 'Usages (Passerelle)' },
      'ineligible',
      'eligibilite.essms.un_dui',
    ],
    [
      'acquisition déjà reçue, DUI tu',
      { financementsAnterieurs: 'acquisition' },
      'ineligible',
      'eligibilite.essms.un_dui',
    ],
    [
      'SONS puis acquisition d’un autre DUI',
      { financementsAnterieurs: 'SONS : Passerelle' },
      'ineligible',
      'eligibilite.essms.sons_puis_acquisition',
    ],
    [
      'SONS puis usages, DUI tu',
      { financementsAnterieurs: 'SONS', typeProjet: 'montee_de_version' },
      'a_verifier',
      'eligibilite.essms.sons_puis_usages',
    ],
    [
      'SONS puis usages d’un autre DUI',
      { financementsAnterieurs: 'SONS : Passerelle', typeProjet: 'montee_de_version' },
      'ineligible',
      'eligibilite.essms.un_dui',
    ],
    [
      'autre financement européen',
      { financementsAnterieurs: 'FEDER 2021' },
      'ineligible',
      'eligibilite.essms.financement_europeen',
    ],
    [
      'DUI déjà contractualisé',
      { financementsAnterieurs: 'DUI contractualisé' },
      'ineligible',
      'eligibilite.essms.dui_contractualise',
    ],
    [
      'texte inconnu',
      { financementsAnterieurs: 'subvention du département' },
      'a_verifier',
      'eligibilite.essms.une_fois',
    ],
  ])('%s : %#', (_, champs, attendu, regle) => {
    const { etat, controles } = eligibiliteDUn(champs);
    const raisons = sansConforme(controles);
    expect({ etat, regles: raisons.map((un) => un.regle?.regle) }).toEqual({
      etat: attendu,
      regles: [regle],
    });
    expect(raisons.every(({ aide }) => aide !== null)).toBe(true);
  });

  test.each(['247', '256', '258', '259', '271', '412'])(
    'catégorie %s, proposée non-ESSMS : à vérifier',
    (code) => {
      expect(eligibiliteDUn({ categorie: code }).controles).toContainEqual(
        expect.objectContaining({
          code: 'categorie',
          etat: 'a_verifier',
          message: expect.stringContaining('nomenclature proposée'),
        }),
      );
    },
  );

  test.each(['640', '462'])('catégorie %s, pas tranchée : à vérifier', (code) => {
    expect(eligibiliteDUn({ categorie: code }).controles).toContainEqual(
      expect.objectContaining({
        code: 'categorie',
        etat: 'a_verifier',
        message: expect.stringContaining("n'est pas tranchée"),
      }),
    );
  });

  test.each([
    ['verifie', 'ineligible'],
    ['propose', 'a_verifier'],
  ] as const)('une catégorie non-ESSMS, « %s » : %s', (preuve, attendu) => {
    const entrepriseAdaptee = categorieFiness('247');
    if (!entrepriseAdaptee) throw new Error('247 absente');
    const preuves = { ...entrepriseAdaptee.preuves, essms: preuve };
    const { etat, regle, aide } = controlerCategorie(essms(1, { categorie: '247' }), CONTEXTE, () => ({
      ...entrepriseAdaptee,
      preuves,
    }));
    expect({ etat, regle: regle?.regle }).toEqual({ etat: attendu, regle: 'eligibilite.essms.casf' });
    expect(aide).not.toBeNull();
  });

  test('SONS puis usages pour le même DUI : permis, et le SONS ne se redemande pas', () => {
    const { etat, sonsRecu } = eligibiliteDUn({
      typeProjet: 'montee_de_version',
      financementsAnterieurs: 'SONS : ALVÉOLE',
    });
    expect({ etat, sonsRecu }).toEqual({ etat: 'eligible', sonsRecu: true });
  });

  test('DUI contractualisé en montée de version : c’est le cas normal', () => {
    const champs = { typeProjet: 'montee_de_version', financementsAnterieurs: 'contractualisé' } as const;
    expect(eligibiliteDUn(champs).etat).toBe('eligible');
  });

  test('toutes les raisons sont rendues, pas seulement la première', () => {
    const { controles } = eligibiliteDUn({
      categorie: '362',
      dateFermeture: '2020-01-01' as DateCivile,
      financementsAnterieurs: 'FEDER, acquisition : Alvéole, contractualisé, bidule',
    });
    expect(sansConforme(controles).map(({ code, etat }) => `${code} ${etat}`)).toEqual([
      'ouverture ineligible',
      'categorie ineligible',
      'financements_anterieurs ineligible',
      'financements_anterieurs ineligible',
      'financements_anterieurs a_verifier',
      'dui_contractualise ineligible',
    ]);
  });

  test('un texte hors du vocabulaire n’est jamais éligible en silence', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (texte) => {
        const lus = lireAnterieurs(texte);
        const { etat } = eligibiliteDUn({ financementsAnterieurs: texte });
        if (lus.some(({ antecedent }) => antecedent === null)) expect(etat).not.toBe('eligible');
      }),
    );
  });
});

describe('financements_anterieurs', () => {
  test.each([
    ['SONS : Alvéole', [{ antecedent: 'sons', dui: 'Alvéole' }]],
    ['Prestation Ségur 2022 (Alvéole)', [{ antecedent: 'sons', dui: 'Alvéole' }]],
    ['ESMS Numérique - acquisition', [{ antecedent: 'acquisition', dui: null }]],
    [
      'Renouvellement + usages : X',
      [
        { antecedent: 'acquisition', dui: null },
        { antecedent: 'usages', dui: 'X' },
      ],
    ],
    ['Néant', []],
    ['-', []],
    ['ESMS Numérique', [{ antecedent: null, dui: null }]],
    ['SONS refusé', [{ antecedent: null, dui: null }]],
  ])('« %s »', (texte, attendu) => {
    expect(lireAnterieurs(texte)).toMatchObject(attendu);
    expect(lireAnterieurs(texte)).toHaveLength(attendu.length);
  });
});

test.each([
  ['Acquisition', 'acquisition'],
  ['RENOUVELLEMENT', 'acquisition'],
  ['montée_de_version', 'montee_de_version'],
  ['Mise en conformité', 'montee_de_version'],
  ['achat', null],
  ['', null],
])('type de projet « %s »', (texte, attendu) => {
  expect(lireTypeProjet(texte)).toBe(attendu);
});

describe('la grappe', () => {
  const taille = (liste: readonly EssmsDeclare[], annee = 2022) =>
    eligibiliteDe(grappe(liste), annee).grappe.controles.find(({ code }) => code === 'taille');
  const corse = (nombre: number) =>
    Array.from({ length: nombre }, (_, i) => essms(i, { finessEt: finess(i, '2A'), departement: '2A' }));

  test.each([
    [14, 'ineligible'],
    [15, 'conforme'],
  ])('%i ESSMS en métropole : %s', (nombre, attendu) => {
    expect(taille(desEssms(nombre))?.etat).toBe(attendu);
  });

  test.each([
    [7, 'ineligible'],
    [8, 'conforme'],
  ])('%i ESSMS tous en Corse : %s', (nombre, attendu) => {
    expect(taille(corse(nombre))?.etat).toBe(attendu);
  });

  test('un seul ESSMS en métropole rend le seuil de 15', () => {
    expect(taille([...corse(13), essms(1)])?.etat).toBe('ineligible');
    expect(taille([...corse(14), essms(1)])?.etat).toBe('conforme');
  });

  test('un ESSMS inéligible ne compte pas ; à vérifier, il ne suffit pas', () => {
    expect(taille([...desEssms(14), essms(15, { categorie: '362' })])?.etat).toBe('ineligible');
    expect(taille([...desEssms(14), essms(15, { categorie: null })])?.etat).toBe('a_verifier');
    expect(taille([...desEssms(15), essms(16, { categorie: null })])?.etat).toBe('conforme');
  });

  test('un département qui contredit le numéro FINESS laisse le seuil incertain', () => {
    const contredit = essms(1, { departement: '2A' });
    expect(taille([contredit, ...corse(7)])?.etat).toBe('a_verifier');
    expect(taille([contredit, ...desEssms(15).slice(1)])?.etat).toBe('conforme');
  });

  test('seuil inconnu (2024) : à vérifier, jamais celui de 2022', () => {
    expect(taille(desEssms(40), 2024)).toMatchObject({
      etat: 'a_verifier',
      message: 'seuil 2024 non lu (instruction 2024/15)',
    });
  });

  test.each([
    [49, 'regional'],
    [50, 'national'],
  ])('%i ESSMS : appel %s', (nombre, appel) => {
    expect(eligibiliteDe(grappe(desEssms(nombre))).grappe.appel).toBe(appel);
  });

  test('une acquisition n’a qu’une solution ; une montée de version peut en garder plusieurs', () => {
    const solution = (liste: readonly EssmsDeclare[]) =>
      eligibiliteDe(grappe(liste)).grappe.controles.find(({ code }) => code === 'une_solution')?.etat;
    const base = desEssms(15);
    expect(solution([...base, essms(16, { logiciel: 'ALVEOLE' })])).toBe('conforme');
    expect(solution([...base, essms(16, { logiciel: 'Passerelle' })])).toBe('ineligible');
    expect(solution([...base, essms(16, { logiciel: null })])).toBe('a_verifier');
    expect(solution([...base, essms(16, { logiciel: 'X', typeProjet: 'montee_de_version' })])).toBe(
      'conforme',
    );
    expect(solution(desEssms(15, { typeProjet: 'montee_de_version' }))).toBeUndefined();
  });

  test('« ouvert » et « rattaché » ne se contrôlent pas sans le répertoire FINESS : c’est dit', () => {
    const { controles } = eligibiliteDe(grappe(desEssms(15))).grappe;
    expect(controles.filter(({ etat }) => etat === 'non_controle').map(({ code }) => code)).toEqual([
      'rattachement',
      'deux_grappes',
    ]);
  });
});

test.each([
  ['630781227', '63', 'metropole'],
  ['010780123', '1', 'metropole'],
  ['2A0000123', null, 'corse_outre_mer'],
  ['970100012', '971', 'corse_outre_mer'],
  ['980500012', '976', 'corse_outre_mer'],
  ['630781227', '974', null],
])('territoire de %s, département %s', (numero, departement, attendu) => {
  expect(territoireDe(numero, departement)).toBe(attendu);
});
