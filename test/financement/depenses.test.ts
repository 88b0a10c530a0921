import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DateCivile } from '../../src/domaine/date-civile.ts';
import type { Depense, Poste } from '../../src/domaine/financement/depenses.ts';
import type { GrappeDeclaree } from '../../src/domaine/financement/grappe.ts';
import { additionner, centimes } from '../../src/domaine/montant.ts';
import { recapituler } from '../../src/financement/depenses.ts';
import { desEssms, ej, essms, finess, grappe, planDe } from './situations-grappe.ts';

const AU = '2023-03-01' as DateCivile;
let ligne = 1;

/** Une facture de 1 000 € de logiciel, pour le premier ESSMS, payée. */
function depense(champs: Partial<Depense> = {}): Depense {
  ligne += 1;
  return {
    fichier: 'depenses.csv',
    ligne,
    date: '2022-09-01' as DateCivile,
    fournisseur: 'Alvéole',
    objet: null,
    poste: 'logiciel',
    montant: centimes(100_000),
    numeroFacture: `F-${ligne}`,
    finessEt: finess(1),
    finessEj: null,
    payeLe: '2022-09-30' as DateCivile,
    ...champs,
  };
}

/** Deux OG : le premier petit (5 ESSMS), le second grand (20). Acquisition, du 15/06/2022 au 15/12/2023. */
const GRAPPE = grappe([
  ...desEssms(5),
  ...Array.from({ length: 20 }, (_, i) => essms(i + 10, { finessEj: ej(2) })),
]);

function recap(depenses: readonly Depense[], une: GrappeDeclaree = GRAPPE, annee = 2022) {
  return recapituler(depenses, planDe(une, { annee }), une, AU);
}

const motifs = (depenses: readonly Depense[], une?: GrappeDeclaree) =>
  recap(depenses, une).etat.depenses.map(({ ecart }) => ecart?.motif ?? null);
const codes = (depenses: readonly Depense[]) =>
  recap(depenses).constats.map(({ code, gravite }) => (gravite ? `${code} ${gravite}` : code));

describe('payé, engagé, reste, dépassement', () => {
  test('une dépense payée après la date de référence n’est encore qu’engagée', () => {
    const { etat } = recap([
      depense({ payeLe: AU }),
      depense({ payeLe: '2023-03-02' as DateCivile }),
      depense({ payeLe: null }),
    ]);
    const poste = etat.essms[0]?.postes.find(({ code }) => code === 'logiciel');
    expect(poste).toMatchObject({ paye: 100_000, engage: 200_000, reste: 1_150_000, depassement: 0 });
  });

  test('un forfait ne se reporte pas sur un autre : reste et dépassement du total sont ceux des postes', () => {
    const { etat } = recap([depense({ montant: centimes(2_000_000) })]);
    expect(etat.essms[0]?.total).toMatchObject({ depassement: 550_000, reste: 2_700_000 });
  });

  test('un avoir se déduit', () => {
    const { etat } = recap([depense(), depense({ montant: centimes(-30_000) })]);
    expect(etat.essms[0]?.total.paye).toBe(70_000);
    expect(codes([depense({ montant: centimes(-30_000) })])).toEqual([]);
  });

  test('un forfait inconnu : ni reste ni dépassement, jamais zéro', () => {
    const { etat } = recap([depense()], GRAPPE, 2024);
    expect(etat.essms[0]?.total).toMatchObject({ reste: null, depassement: null, paye: 100_000 });
  });

  test('une dépense d’OG se compare à l’OG, une AMOA à la grappe', () => {
    const { etat } = recap([
      depense({ finessEt: null, finessEj: ej(1), poste: 'usages' }),
      depense({ poste: 'amoa_projet' }),
      depense({ finessEt: null, finessEj: null, poste: 'amoa_marche' }),
    ]);
    expect(etat.essms.every(({ total }) => total.paye === 0)).toBe(true);
    expect(etat.og[0]).toMatchObject({ total: { paye: 100_000 }, nonReparti: 100_000 });
    expect(etat.grappe).toMatchObject({ total: { paye: 300_000 }, nonReparti: 300_000 });
  });
});

describe('factures en double', () => {
  test('même fournisseur, même numéro, tout pareil : la seconde est mise à part', () => {
    const une = depense({ numeroFacture: 'F-12/A' });
    const deux = depense({ numeroFacture: 'f 12 a', fournisseur: 'ALVEOLE' });
    expect(motifs([une, deux])).toEqual([null, 'doublon']);
    expect(codes([une, deux])).toEqual(['depense.facture_en_double']);
  });

  test.each<[string, Partial<Depense>]>([
    ['un autre ESSMS', { finessEt: finess(2) }],
    ['un autre poste', { poste: 'usages' }],
    ['un autre montant', { montant: centimes(5) }],
  ])('la même facture pour %s : comptée, et signalée', (_, champs) => {
    const une = depense({ numeroFacture: 'F-12' });
    const deux = depense({ numeroFacture: 'F-12', ...champs });
    expect(motifs([une, deux])).toEqual([null, null]);
    expect(codes([une, deux])).toEqual(['depense.facture_en_double avertissement']);
  });

  test('la troisième copie identique d’une facture répartie est reconnue aussi', () => {
    const numeroFacture = 'F-12';
    const suite = [
      depense({ numeroFacture }),
      depense({ numeroFacture, finessEt: finess(2) }),
      depense({ numeroFacture, finessEt: finess(2) }),
    ];
    expect(motifs(suite)).toEqual([null, null, 'doublon']);
  });

  test('sans numéro, ou chez un autre fournisseur, ce n’est pas un double', () => {
    expect(motifs([depense({ numeroFacture: null }), depense({ numeroFacture: null })])).toEqual([
      null,
      null,
    ]);
    const memes = { numeroFacture: 'F-12' };
    expect(motifs([depense(memes), depense({ ...memes, fournisseur: 'Autre' })])).toEqual([null, null]);
  });
});

describe('dates hors du projet', () => {
  test.each([
    ['2022-06-14', 'hors_projet'],
    ['2022-06-15', null],
    ['2023-12-15', null],
    ['2023-12-16', 'hors_projet'],
  ])('%s : %s', (date, attendu) => {
    expect(motifs([depense({ date: date as DateCivile })])).toEqual([attendu]);
  });

  test('sans convention, rien n’est contrôlé, et c’est dit', () => {
    const une = grappe(GRAPPE.essms, { convention: null });
    expect(motifs([depense({ date: '2001-01-01' as DateCivile })], une)).toEqual([null]);
    expect(recap([], une).etat.avertissements[0]?.code).toBe('depense.dates_non_controlees');
  });
});

describe('postes non éligibles', () => {
  const refus = (champs: Partial<Depense>, une: GrappeDeclaree = GRAPPE) =>
    recap([depense(champs)], une).etat.depenses[0]?.ecart?.message ?? null;
  const montee = grappe(desEssms(20, { typeProjet: 'montee_de_version' }));

  test.each<[string, Partial<Depense>, RegExp | null]>([
    ['équipement d’un petit OG', { poste: 'equipement' }, null],
    ['équipement d’un grand OG', { poste: 'equipement', finessEt: finess(10) }, /15 ESSMS ou plus/],
    ['équipement du grand OG', { poste: 'equipement', finessEt: null, finessEj: ej(2) }, /15 ESSMS ou plus/],
    ['AMOA, un petit OG participe', { poste: 'amoa_projet', finessEt: null, finessEj: ej(2) }, null],
  ])('%s', (_, champs, attendu) => {
    if (attendu === null) expect(refus(champs)).toBeNull();
    else expect(refus(champs)).toMatch(attendu);
  });

  test('montée de version : le logiciel est payé à l’éditeur', () => {
    expect(refus({}, montee)).toMatch(/payé à l'éditeur par le SONS/);
    expect(refus({ poste: 'usages' }, montee)).toBeNull();
  });

  test('AMOA sans petit OG ; AMOA marché public en montée de version', () => {
    expect(refus({ poste: 'amoa_projet' }, montee)).toMatch(/moins de 15 ESSMS/);
    const petite = grappe(desEssms(5, { typeProjet: 'montee_de_version' }));
    expect(refus({ poste: 'amoa_marche' }, petite)).toMatch(/qu'en acquisition/);
    expect(refus({ poste: 'amoa_projet' }, petite)).toBeNull();
  });

  test('un ESSMS inéligible, avec ses raisons', () => {
    const une = grappe([...desEssms(15), essms(16, { categorie: '362' })]);
    expect(refus({ finessEt: finess(16) }, une)).toMatch(/inéligible : la catégorie 362/);
  });

  test('type de projet inconnu : la dépense n’est pas refusée, son forfait est inconnu', () => {
    const une = grappe([...desEssms(15), essms(16, { typeProjet: null })]);
    expect(refus({ finessEt: finess(16) }, une)).toBeNull();
    const sien = recap([depense({ finessEt: finess(16) })], une).etat.essms[15];
    expect(sien?.postes.find(({ code }) => code === 'logiciel')).toMatchObject({
      reste: null,
      depassement: null,
    });
  });

  test('2021 : le forfait d’amorçage réunit usages, logiciel et équipement', () => {
    const une = grappe(desEssms(20), { convention: '2021-06-15' as DateCivile });
    const { etat } = recapituler(
      [
        depense({ date: '2021-09-01' as DateCivile }),
        depense({ date: '2021-09-01' as DateCivile, poste: 'usages' }),
      ],
      planDe(une, { annee: 2021 }),
      une,
      AU,
    );
    expect(etat.essms[0]?.postes).toMatchObject([{ code: 'amorcage', paye: 200_000, reste: 2_300_000 }]);
  });
});

describe('rattachement', () => {
  test('un OG qui n’est pas de la grappe est mis à part ; le porteur, non', () => {
    const champs = { finessEt: null, finessEj: ej(9), poste: 'usages' as const };
    expect(motifs([depense(champs)])).toEqual(['og_inconnu']);
    expect(motifs([depense(champs)], grappe(GRAPPE.essms, { porteurFinessEj: ej(9) }))).toEqual([null]);
  });

  test('l’ESSMS l’emporte sur un OG qui n’est pas le sien', () => {
    expect(codes([depense({ finessEj: ej(2) })])).toEqual(['depense.og_incoherent']);
  });

  test('ni ESSMS ni OG : signalé, sauf pour une AMOA', () => {
    const champs = { finessEt: null, finessEj: null };
    expect(codes([depense(champs)])).toEqual(['depense.sans_rattachement']);
    expect(codes([depense({ ...champs, poste: 'amoa_projet' })])).toEqual([]);
  });

  test('payée sans facture, payée avant sa date', () => {
    expect(codes([depense({ numeroFacture: null })])).toEqual(['depense.sans_facture']);
    expect(codes([depense({ numeroFacture: null, payeLe: null })])).toEqual([]);
    expect(codes([depense({ payeLe: '2022-08-31' as DateCivile })])).toEqual(['depense.payee_avant']);
  });
});

const POSTES: readonly Poste[] = ['usages', 'logiciel', 'equipement', 'amoa_marche', 'amoa_projet'];

test('lues = retenues + écartées, et les niveaux se recoupent, au centime', () => {
  const une = fc
    .record({
      montant: fc.integer({ min: -1_000_000, max: 5_000_000 }).map(centimes),
      poste: fc.constantFrom(...POSTES),
      finessEt: fc.constantFrom(null, finess(1), finess(2), finess(10)),
      finessEj: fc.constantFrom(null, ej(1), ej(2), ej(9)),
      numeroFacture: fc.constantFrom(null, 'A', 'B', 'C'),
      date: fc.constantFrom('2022-06-01', '2022-09-01', '2024-01-01').map((d) => d as DateCivile),
      payeLe: fc.constantFrom(null, '2022-12-01' as DateCivile),
    })
    .map(depense);
  fc.assert(
    fc.property(fc.array(une, { maxLength: 30 }), (depenses) => {
      const { etat } = recap(depenses);
      const retenues = etat.depenses.filter(({ ecart }) => ecart === null);
      expect(etat.lues).toBe(additionner(depenses.map(({ montant }) => montant)));
      expect(etat.retenues + etat.ecartees).toBe(etat.lues);
      const { total, nonReparti } = etat.grappe;
      expect(total.paye + total.engage).toBe(etat.retenues);
      expect(additionner(etat.grappe.postes.map(({ paye, engage }) => centimes(paye + engage)))).toBe(
        etat.retenues,
      );
      const essmsSeuls = additionner(etat.essms.map((un) => centimes(un.total.paye + un.total.engage)));
      expect(essmsSeuls + nonReparti).toBe(etat.retenues);
      expect(etat.depenses).toHaveLength(depenses.length);
      expect(retenues.every(({ montant }) => Number.isSafeInteger(montant))).toBe(true);
    }),
  );
});
