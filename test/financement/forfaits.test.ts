import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LECTURES_REDUIT } from '../../src/domaine/financement/forfaits.ts';
import { SECTEURS, type Secteur } from '../../src/domaine/secteur.ts';
import { anneesConnues, calculerForfaits, type DemandeForfaits } from '../../src/financement/forfaits.ts';
import { chargerReglesLivrees } from '../../src/regles/livrees.ts';

const JEU = chargerReglesLivrees();

/** Une acquisition de 2022, secteur PA, DUI référencé ; chaque cas dit ce qui change. */
function calculer(demande: Partial<DemandeForfaits> = {}) {
  return calculerForfaits(JEU, { annee: 2022, type: 'acquisition', secteur: 'PA', essms: 46, ...demande });
}

function montants(demande: Partial<DemandeForfaits>) {
  const { lignes } = calculer(demande);
  return Object.fromEntries(
    lignes.map(({ code, montant }) => [code, montant === null ? null : montant / 100]),
  );
}

const codes = ({ avertissements }: ReturnType<typeof calculer>) => avertissements.map(({ code }) => code);

describe('secteurs et référencement', () => {
  test.each(['PDS', 'PDE', 'AHI', 'PJM'] as const)(
    '%s non référencé : non prévu par la source',
    (secteur) => {
      const forfaits = calculer({ secteur, duiReference: false });
      expect(forfaits.total).toBeNull();
      expect(forfaits.lignes.map(({ code, montant }) => [code, montant])).toEqual([
        ['usages', 32_200_000],
        ['logiciel', null],
      ]);
      expect(forfaits.avertissements[0]).toEqual({
        code: 'forfait.non_prevu',
        message: 'logiciel : non prévu par la source',
      });
    },
  );

  test('montée de version : le logiciel est payé par le SONS, il n’a pas de ligne', () => {
    expect(montants({ type: 'montee_de_version', essms: 35 })).toEqual({ usages: 175_000 });
  });

  test('montée de version d’un DUI non référencé : non prévue', () => {
    const forfaits = calculer({ type: 'montee_de_version', duiReference: false });
    expect([forfaits.total, codes(forfaits)]).toEqual([null, ['forfait.non_prevu']]);
  });
});

describe('les trois lectures à partir de 50 ESSMS', () => {
  test.each([
    ['exemple_publie', 64, { usages: 371_000, logiciel: 752_500 }],
    ['reduit_des_le_50e', 64, { usages: 373_000, logiciel: 755_500 }],
    ['reduit_des_le_51e', 64, { usages: 378_000, logiciel: 767_000 }],
    ['exemple_publie', 50, { usages: 343_000, logiciel: 710_500 }],
    ['reduit_des_le_50e', 50, { usages: 345_000, logiciel: 713_500 }],
    ['reduit_des_le_51e', 50, { usages: 350_000, logiciel: 725_000 }],
  ] as const)('%s, %i ESSMS', (lecture, essms, attendu) => {
    expect(montants({ essms, lecture })).toEqual(attendu);
  });

  test('la fourchette va de la plus basse à la plus haute des trois', () => {
    expect(calculer({ essms: 64 }).fourchette).toEqual({ min: 112_350_000, max: 114_500_000 });
  });

  test('une seule lecture inconnue rend la fourchette inconnue : elle ne se resserre pas en silence', () => {
    const id = 'esms_numerique.degressivite.reduit_des_le_51e';
    const regle = JEU[id];
    if (!regle) throw new Error('règle attendue');
    const valeurs = regle.valeurs.map(({ valeur: _, ...reste }) => ({
      ...reste,
      lecture: 'inconnue' as const,
    }));
    const jeu = { ...JEU, [id]: { ...regle, valeurs } };
    const { total, fourchette } = calculerForfaits(jeu, {
      annee: 2022,
      type: 'acquisition',
      secteur: 'PA',
      essms: 64,
    });
    expect(total).toBe(112_350_000);
    expect(fourchette).toEqual({ min: null, max: null });
  });

  test('l’exemple publié laisse un ESSMS sans financement, et le dit', () => {
    const { lignes, avertissements } = calculer({ essms: 64 });
    expect(lignes[0]).toMatchObject({ quantite: 63, detail: '49 × 7 000 € + 14 × 2 000 €' });
    expect(avertissements[0]?.message).toContain('laisse 1 ESSMS sans financement');
  });

  test('sous 50 ESSMS, les trois lectures se valent', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 49 }),
        fc.constantFrom('acquisition', 'montee_de_version'),
        fc.integer({ min: 0, max: 49 }),
        (essms, type, petits) => {
          const essmsPetitsOg = Math.min(petits, essms);
          const { fourchette, total } = calculer({ essms, type, essmsPetitsOg });
          expect(fourchette).toEqual({ min: total, max: total });
        },
      ),
    );
  });

  test('dans une lecture, un ESSMS de plus ne fait jamais baisser le total, sous le seuil ou au-delà', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }).filter((essms) => essms !== 49),
        fc.constantFrom(...LECTURES_REDUIT),
        fc.boolean(),
        (essms, lecture, duiReference) => {
          const avant = calculer({ essms, lecture, duiReference }).total;
          const apres = calculer({ essms: essms + 1, lecture, duiReference }).total;
          expect(Number(apres)).toBeGreaterThanOrEqual(Number(avant));
        },
      ),
    );
  });
});

describe('versements', () => {
  test('l’avance et le solde font le total, quels que soient le secteur, le prorata et la taille', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 5_000_000 }),
        fc.integer({ min: 0, max: 5_000_000 }),
        (essms, eligibles, confort) => {
          const heures = { eligibles, totales: eligibles + confort };
          const { total, versements, lignes } = calculer({ secteur: 'DOM', essms, heures });
          expect(lignes.reduce((somme, { montant }) => somme + Number(montant), 0)).toBe(total);
          expect(versements.reduce((somme, { montant }) => somme + Number(montant), 0)).toBe(total);
        },
      ),
    );
  });

  test('un total impair en centimes : le centime va au solde', () => {
    const { versements } = calculer({ secteur: 'DOM', essms: 1, heures: { eligibles: 1, totales: 3 } });
    // 7 000 / 3 = 2 333,33 et 14 500 / 3 = 4 833,33, tronqués.
    expect(versements.map(({ montant }) => montant)).toEqual([358_333, 358_333]);
    const impair = calculer({
      secteur: 'DOM',
      type: 'montee_de_version',
      essms: 1,
      heures: { eligibles: 1, totales: 3 },
    });
    expect([impair.total, ...impair.versements.map(({ montant }) => montant)]).toEqual([
      166_666, 83_333, 83_333,
    ]);
  });
});

describe('prorata des heures éligibles (domicile)', () => {
  test('tronqué au centime, ESSMS par ESSMS : trois fois le tronqué, pas le tronqué de trois fois', () => {
    const heures = { eligibles: 200, totales: 300 };
    // 7 000 × 2/3 = 4 666,66 tronqué ; trois ESSMS : 13 999,98 et non 14 000.
    expect(montants({ secteur: 'DOM', essms: 3, heures })).toEqual({
      usages: 13_999.98,
      logiciel: 28_999.98,
    });
  });

  test('les plafonds complémentaires n’y sont pas soumis', () => {
    const heures = { eligibles: 1, totales: 2 };
    expect(montants({ secteur: 'DOM', essms: 8, essmsPetitsOg: 8, heures })).toEqual({
      usages: 28_000,
      logiciel: 58_000,
      equipement: 160_000,
      amoa_marche: 15_000,
      amoa_projet: 100_000,
    });
  });
});

describe('compléments des petits OG', () => {
  test('grappe mixte : équipement pour les seuls petits OG, AMOA une fois par projet', () => {
    const forfaits = calculer({ essms: 20, essmsPetitsOg: 3 });
    expect(montants({ essms: 20, essmsPetitsOg: 3 })).toMatchObject({
      equipement: 60_000,
      amoa_marche: 15_000,
      amoa_projet: 100_000,
    });
    expect(codes(forfaits)).toEqual(['forfait.plafond', 'forfait.grappe_mixte']);
  });

  test('pas d’AMOA marché public en montée de version', () => {
    expect(montants({ type: 'montee_de_version', essms: 8, essmsPetitsOg: 8 })).toEqual({
      usages: 40_000,
      equipement: 160_000,
      amoa_projet: 100_000,
    });
  });

  test('sans petit OG, aucune ligne complémentaire', () => {
    expect(Object.keys(montants({ essmsPetitsOg: 0 }))).toEqual(['usages', 'logiciel']);
  });
});

describe('années', () => {
  test.each([2023, 2024, 2025])('%i : forfaits non lus, jamais ceux de 2022', (annee) => {
    const { total, versements, fourchette, lignes } = calculer({ annee });
    expect(lignes.map(({ montant }) => montant)).toEqual([null, null]);
    expect([total, ...versements.map(({ montant }) => montant)]).toEqual([null, null, null]);
    expect(fourchette).toEqual({ min: null, max: null });
  });

  test('2024 : le plafond d’équipement connu reste visible, le total est inconnu', () => {
    const { total, lignes } = calculer({ annee: 2024, essms: 8, essmsPetitsOg: 8 });
    expect(lignes.map(({ code, montant }) => [code, montant])).toEqual([
      ['usages', null],
      ['logiciel', null],
      ['equipement', 8_000_000],
      ['amoa_marche', null],
      ['amoa_projet', null],
    ]);
    expect(total).toBeNull();
  });

  test.each([
    ['acquisition', 25_000],
    ['montee_de_version', 10_000],
  ] as const)(
    '2021, amorçage, %s : %i € par ESSMS, sans tarif réduit ; part de l’avance inconnue',
    (type, euros) => {
      const forfaits = calculer({ annee: 2021, type, essms: 60, duiReference: false });
      expect(forfaits.lignes.map(({ code, montant }) => [code, montant])).toEqual([
        ['amorcage', 60 * euros * 100],
      ]);
      expect(forfaits.total).toBe(60 * euros * 100);
      expect(forfaits.versements.map(({ montant }) => montant)).toEqual([null, null]);
      expect(codes(forfaits)).toEqual(['forfait.sans_effet', 'versement.inconnu']);
    },
  );

  test('années dont les règles parlent', () => {
    expect(anneesConnues(JEU)).toEqual([2021, 2022, 2023, 2024, 2025]);
  });
});

test('une ligne inconnue rend le total inconnu, jamais partiel ; chaque ligne inconnue dit pourquoi', () => {
  fc.assert(
    fc.property(
      fc.record({
        annee: fc.integer({ min: 2021, max: 2025 }),
        type: fc.constantFrom('acquisition' as const, 'montee_de_version' as const),
        secteur: fc.constantFrom(...(Object.keys(SECTEURS) as Secteur[])),
        essms: fc.integer({ min: 1, max: 120 }),
        duiReference: fc.boolean(),
      }),
      (demande) => {
        const { lignes, total } = calculer(demande);
        expect(total === null).toBe(lignes.some(({ montant }) => montant === null));
        for (const { montant, raison } of lignes) expect(raison === null).toBe(montant !== null);
      },
    ),
  );
});

test('une grappe trop petite est calculée, et avertie', () => {
  expect(codes(calculer({ essms: 14 }))).toEqual(['forfait.taille']);
  expect(codes(calculer({ essms: 15 }))).toEqual([]);
});
