import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DateCivile } from '../../src/domaine/date-civile.ts';
import { LECTURES_REDUIT } from '../../src/domaine/financement/forfaits.ts';
import type { EssmsDeclare } from '../../src/domaine/financement/grappe.ts';
import type { Plan } from '../../src/domaine/financement/plan.ts';
import { additionner, enEuros } from '../../src/domaine/montant.ts';
import { SECTEURS, type Secteur } from '../../src/domaine/secteur.ts';
import { calculerForfaits } from '../../src/financement/forfaits.ts';
import { lireHeures } from '../../src/financement/heures.ts';
import { desEssms, ej, essms, grappe, JEU, planDe } from './situations-grappe.ts';

const forfaits = ({ forfaits: tous }: Plan) =>
  Object.fromEntries(tous.map(({ code, somme }) => [code, enEuros(somme.connu)]));
const porteur = ({ totaux }: Plan) => enEuros(totaux.porteur.connu);
const codes = ({ avertissements }: Plan) => avertissements.map(({ code }) => code);
/** Un OG de plus de 15 ESSMS : pas de compléments. */
const GRAND = { tailles: { [ej(1)]: 200 } };

describe('les exemples publiés, ESSMS par ESSMS', () => {
  test('46 ESSMS en acquisition, référencé : 989 000 €', () => {
    const plan = planDe(grappe(desEssms(46), GRAND));
    expect(forfaits(plan)).toEqual({ usages: 322_000, logiciel: 667_000 });
    expect(plan.versements.map(({ montant }) => montant)).toEqual([49_450_000, 49_450_000]);
  });

  test('46 ESSMS, non référencé : 874 000 €', () => {
    expect(porteur(planDe(grappe(desEssms(46, { duiReference: false }), GRAND)))).toBe(874_000);
  });

  test('64 ESSMS : 1 123 500 €, un ESSMS sans financement, 14 au tarif réduit', () => {
    const plan = planDe(grappe(desEssms(64), GRAND));
    expect(porteur(plan)).toBe(1_123_500);
    const nombre = (tarif: string) => plan.essms.filter((un) => un.tarif === tarif).length;
    expect([nombre('plein'), nombre('aucun'), nombre('reduit')]).toEqual([49, 1, 14]);
    expect(plan.essms.find(({ tarif }) => tarif === 'aucun')?.rang).toBe(50);
    expect(plan.parLecture.map((une) => enEuros(une.porteur.connu))).toEqual([
      1_123_500, 1_128_500, 1_145_000,
    ]);
    expect(codes(plan)).toEqual(expect.arrayContaining(['forfait.lecture', 'plan.rang']));
  });

  test('petit OG de 8, acquisition : 447 000 € ; montée de version : 300 000 €', () => {
    const acquisition = planDe(grappe(desEssms(8)));
    expect(forfaits(acquisition)).toEqual({
      usages: 56_000,
      logiciel: 116_000,
      equipement: 160_000,
      amoa_marche: 15_000,
      amoa_projet: 100_000,
    });
    const montee = planDe(grappe(desEssms(8, { typeProjet: 'montee_de_version', eligibleSons: false })));
    expect(forfaits(montee)).toEqual({ usages: 40_000, equipement: 160_000, amoa_projet: 100_000 });
  });
});

/** Des grappes de toute sorte : types, secteurs, OG, référencement et heures mêlés, inconnus compris. */
const uneGrappe = fc
  .array(
    fc.record({
      og: fc.integer({ min: 1, max: 4 }),
      secteur: fc.constantFrom<Secteur | null>('PA', 'DOM', 'PDE', null),
      typeProjet: fc.constantFrom('acquisition' as const, 'montee_de_version' as const, null),
      duiReference: fc.constantFrom(true, true, false, null),
      eligibleSons: fc.constantFrom(true, false, null),
      eligibles: fc.integer({ min: 0, max: 1000 }),
      categorie: fc.constantFrom('500', '500', '362'),
    }),
    { minLength: 1, maxLength: 70 },
  )
  .map((liste) =>
    grappe(
      liste.map(({ og, eligibles, ...champs }, i) =>
        essms(i + 1, {
          ...champs,
          finessEj: ej(og),
          heures: champs.secteur === 'DOM' ? { eligibles, totales: 1000 } : null,
        }),
      ),
      { tailles: { [ej(2)]: 90 } },
    ),
  );

describe('les sommes tombent juste, au centime', () => {
  test('ESSMS + projet = OG + projet = forfaits = forfaits + plafonds = porteur ; avance + solde = total', () => {
    fc.assert(
      fc.property(uneGrappe, fc.constantFrom(...LECTURES_REDUIT), (une, lecture) => {
        const plan = planDe(une, { lecture });
        const total = plan.totaux.porteur;
        const projet = additionner(plan.projet.flatMap(({ montant }) => montant ?? []));
        const des = (sommes: readonly { readonly somme: Plan['totaux']['porteur'] }[]) => ({
          connu: additionner(sommes.map(({ somme }) => somme.connu)),
          inconnues: sommes.reduce((n, { somme }) => n + somme.inconnues, 0),
        });
        const inconnuesProjet = plan.projet.filter(({ montant }) => montant === null).length;
        for (const partie of [des(plan.essms), des(plan.og)]) {
          expect({
            connu: partie.connu + projet,
            inconnues: partie.inconnues + inconnuesProjet,
          }).toEqual(total);
        }
        expect(des(plan.forfaits)).toEqual(total);
        expect(plan.totaux.forfaits.connu + plan.totaux.plafonds.connu).toBe(total.connu);
        const esms = plan.versements.filter(({ dispositif }) => dispositif === 'esms_numerique');
        if (total.connu > 0)
          expect(additionner(esms.flatMap(({ montant }) => montant ?? []))).toBe(total.connu);
        const sons = plan.og.flatMap((og) => (og.sons?.compte ? (og.sons.montant ?? []) : []));
        expect(plan.totaux.editeurs.connu).toBe(additionner(sons));
        expect(plan.totaux.ensemble.connu).toBe(total.connu + plan.totaux.editeurs.connu);
      }),
    );
  });

  test('un projet homogène reçoit ce que « forfaits » annonce, dans les trois lectures', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 120 }),
        fc.constantFrom(...(Object.keys(SECTEURS) as Secteur[])),
        fc.constantFrom('acquisition' as const, 'montee_de_version' as const),
        fc.constantFrom(...LECTURES_REDUIT),
        fc.boolean(),
        (nombre, secteur, type, lecture, petit) => {
          const champs = { secteur, typeProjet: type };
          const plan = planDe(grappe(desEssms(nombre, champs), petit ? {} : GRAND), { lecture });
          const estPetit = petit && nombre < 15;
          const attendu = calculerForfaits(JEU, {
            annee: 2022,
            type,
            secteur,
            essms: nombre,
            essmsPetitsOg: estPetit ? nombre : 0,
            lecture,
          });
          expect(plan.totaux.porteur).toEqual({ connu: attendu.total, inconnues: 0 });
          expect(plan.parLecture.map((une) => une.porteur.connu)).toEqual(
            attendu.parLecture.map(({ total }) => total),
          );
        },
      ),
    );
  });
});

describe('ce qui est inconnu reste visible, et hors des totaux', () => {
  test('référencement vide : le logiciel est inconnu, les usages sont connus', () => {
    const plan = planDe(grappe([...desEssms(15), essms(16, { duiReference: null })], GRAND));
    expect(plan.totaux.porteur).toEqual({ connu: (15 * 21_500 + 7_000) * 100, inconnues: 1 });
    expect(plan.versements[0]?.partiel).toBe(true);
    expect(codes(plan)).toContain('forfait.inconnu');
  });

  test('non référencé hors PA, PH, DOM : la source ne prévoit rien', () => {
    const plan = planDe(grappe(desEssms(15, { secteur: 'PDE', duiReference: false }), GRAND));
    expect(plan.totaux.porteur).toEqual({ connu: 15 * 700_000, inconnues: 15 });
    expect(plan.avertissements).toContainEqual({
      code: 'forfait.non_prevu',
      message: 'logiciel, 15 sans montant : non prévu par la source',
    });
  });

  test('2024 : tout est inconnu, aucun versement à zéro', () => {
    const plan = planDe(grappe(desEssms(15), GRAND), { annee: 2024 });
    expect(plan.totaux.porteur.connu).toBe(0);
    expect(plan.totaux.porteur.inconnues).toBeGreaterThan(0);
    expect(plan.versements.map(({ montant }) => montant)).toEqual([null, null]);
    expect(plan.fin).toBeNull();
  });

  test('secteur inconnu : sans effet si le DUI est référencé, sinon le logiciel est inconnu', () => {
    const champs = { secteur: null };
    expect(planDe(grappe(desEssms(15, champs), GRAND)).totaux.porteur.inconnues).toBe(0);
    const non = planDe(grappe(desEssms(15, { ...champs, duiReference: false }), GRAND));
    expect(non.totaux.porteur.inconnues).toBe(15);
  });
});

describe('prorata des services à domicile', () => {
  const dom = (heures: EssmsDeclare['heures'], secteur: Secteur = 'DOM') =>
    planDe(grappe([...desEssms(15), essms(16, { secteur, heures })], GRAND)).essms[15];

  test('tronqué au centime, ligne par ligne', () => {
    const un = dom({ eligibles: 2, totales: 3 });
    expect(un?.lignes.map(({ montant }) => montant)).toEqual([466_666, 966_666]);
  });
  test('hors DOM, les heures ne changent rien', () => {
    expect(dom({ eligibles: 2, totales: 3 }, 'PA')?.somme.connu).toBe(2_150_000);
  });
  test('illisibles : inconnu ; absentes : entier, et c’est dit', () => {
    expect(dom('illisibles')?.somme).toEqual({ connu: 0, inconnues: 2 });
    expect(dom(null)?.somme.connu).toBe(2_150_000);
    expect(codes(planDe(grappe(desEssms(15, { secteur: 'DOM' }), GRAND)))).toContain('plan.sans_heures');
  });
  test.each([
    ['8000000000', '10000000000', { eligibles: 800_000, totales: 1_000_000 }],
    ['333333', '1000000', { eligibles: 333_333, totales: 1_000_000 }],
    ['0', '1000000', { eligibles: 0, totales: 100 }],
    ['2000000', '1000000', 'illisibles'],
    ['0', '0', 'illisibles'],
    [null, '1000000', 'illisibles'],
    [null, null, null],
  ])('heures %s / %s (millionièmes)', (eligibles, totales, attendu) => {
    expect(lireHeures(eligibles, totales)).toEqual(attendu);
  });
});

describe('les petits OG', () => {
  test('la taille donnée l’emporte sur la table, et l’hypothèse se dit quand elle manque', () => {
    const liste = desEssms(14);
    expect(planDe(grappe(liste)).og[0]).toMatchObject({ taille: 14, tailleSupposee: true, petit: true });
    expect(codes(planDe(grappe(liste)))).toContain('plan.taille_og');
    const donnee = planDe(grappe(liste, { tailles: { [ej(1)]: 15 } }));
    expect(donnee.og[0]).toMatchObject({ taille: 15, tailleSupposee: false, petit: false });
    expect(donnee.projet).toEqual([]);
    expect(codes(donnee)).not.toContain('plan.taille_og');
  });

  test('grappe mixte : équipement pour le seul petit OG, chaque AMOA une fois', () => {
    const liste = [
      ...desEssms(3),
      ...Array.from({ length: 20 }, (_, i) => essms(i + 10, { finessEj: ej(2) })),
    ];
    const plan = planDe(grappe(liste));
    expect(forfaits(plan)).toMatchObject({ equipement: 60_000, amoa_marche: 15_000, amoa_projet: 100_000 });
    expect(codes(plan)).toContain('forfait.grappe_mixte');
  });
});

describe('SONS, à l’éditeur', () => {
  const montee = (nombre: number, champs: Partial<EssmsDeclare> = {}) =>
    desEssms(nombre, { typeProjet: 'montee_de_version', ...champs });

  test('la tranche vient de la taille de l’OG, le montant de la commande', () => {
    const plan = planDe(grappe(montee(15), { tailles: { [ej(1)]: 35 } }));
    expect(plan.og[0]?.sons).toMatchObject({
      tranche: 'E',
      essmsOg: 35,
      montant: 15 * 123_200,
      compte: true,
    });
    const versements = plan.versements.filter(({ dispositif }) => dispositif === 'sons');
    expect(versements.map(({ part, montant, beneficiaire }) => [part, montant, beneficiaire])).toEqual([
      ['avance', 554_400, 'editeur'],
      ['solde', 1_293_600, 'editeur'],
    ]);
  });

  test('eligible_sons vide : hors du montant, total partiel ; « non » ou déjà reçu : hors de la commande', () => {
    const liste = [
      ...montee(15),
      essms(16, { typeProjet: 'montee_de_version', eligibleSons: null }),
      essms(17, { typeProjet: 'montee_de_version', eligibleSons: false }),
      essms(18, { typeProjet: 'montee_de_version', financementsAnterieurs: 'SONS : Alvéole' }),
    ];
    const plan = planDe(grappe(liste));
    expect(plan.og[0]?.sons?.essmsCommande).toHaveLength(15);
    expect(plan.totaux.editeurs).toEqual({ connu: 15 * 164_300, inconnues: 1 });
  });

  test('vague close : montant pour mémoire, hors des totaux', () => {
    const plan = planDe(grappe(montee(15)), { dateReference: '2024-12-20' as DateCivile });
    expect(plan.totaux.editeurs).toEqual({ connu: 0, inconnues: 0 });
    expect(plan.totaux.sonsHistorique).toBe(15 * 164_300);
    expect(plan.og[0]?.sons?.compte).toBe(false);
    expect(codes(plan)).toContain('sons.vague_close');
  });

  test('une acquisition l’exclut', () => {
    expect(planDe(grappe(desEssms(15))).og[0]?.sons).toBeNull();
  });
});

test('un ESSMS inéligible n’est ni financé, ni dans les rangs ; il est nommé', () => {
  const plan = planDe(grappe([...desEssms(50), essms(1000, { categorie: '362' })], GRAND));
  expect(plan.essms).toHaveLength(50);
  expect(plan.exclus.map(({ libelle }) => libelle)).toEqual(['ESSMS 1000']);
  expect(codes(plan)).toContain('plan.exclus');
});

test.each([
  ['acquisition', '2023-12-15'],
  ['montee_de_version', '2023-03-15'],
] as const)('fin du délai d’une %s signée le 15/06/2022', (typeProjet, fin) => {
  expect(planDe(grappe(desEssms(15, { typeProjet }))).fin).toBe(fin);
});

test('types mêlés : le plus long des deux délais, et c’est dit', () => {
  const plan = planDe(grappe([...desEssms(10), essms(50, { typeProjet: 'montee_de_version' })]));
  expect(plan.fin).toBe('2023-12-15');
  expect(codes(plan)).toContain('plan.types_meles');
});

test('2021 : un seul forfait d’amorçage, sans rang ni compléments', () => {
  const plan = planDe(grappe(desEssms(60)), { annee: 2021 });
  expect(forfaits(plan)).toEqual({ amorcage: 1_500_000 });
  expect(plan.totaux.porteur.inconnues).toBe(0);
});
