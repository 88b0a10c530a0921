import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DateCivile } from '../../src/domaine/date-civile.ts';
import type { VagueSons } from '../../src/domaine/financement/sons.ts';
import { calculerSons, resoudreVague, trancheDe } from '../../src/financement/sons.ts';
import { chargerReglesLivrees } from '../../src/regles/livrees.ts';
import type { JeuDeRegles } from '../../src/regles/resolution.ts';

const JEU = chargerReglesLivrees();
const jour = (texte: string) => texte as DateCivile;
const VAGUE = resoudreVague(JEU, 1, jour('2023-06-30'));

function baremeDe({ bareme }: VagueSons) {
  if (bareme === null) throw new Error('barème attendu');
  return bareme;
}

const codes = (avertissements: readonly { readonly code: string }[]) =>
  avertissements.map(({ code }) => code);

describe('SONS, vague 1 : la tranche vient de l’OG, le montant de la commande', () => {
  test.each([
    [1, 'A', 4_000],
    [2, 'B', 5_840],
    [4, 'B', 11_680],
    [5, 'C', 10_950],
    [10, 'C', 21_900],
    [11, 'D', 18_073],
    [19, 'D', 31_217],
    [20, 'E', 24_640],
    [99, 'E', 121_968],
    [100, 'F', 113_300],
    [5_000, 'F', 5_665_000],
  ])('OG de %i ESSMS : tranche %s, %i €', (essmsOg, code, euros) => {
    const { tranche, montant } = calculerSons(VAGUE, { essmsOg, essmsCommande: essmsOg });
    expect([tranche?.code, montant]).toEqual([code, euros * 100]);
  });

  test('une petite commande d’un grand OG est payée au tarif du grand OG', () => {
    const { tranche, montant } = calculerSons(VAGUE, { essmsOg: 120, essmsCommande: 3 });
    expect([tranche?.code, montant]).toEqual(['F', 339_900]);
  });

  test('30 % d’avance, 70 % de solde, au centime', () => {
    const { versements } = calculerSons(VAGUE, { essmsOg: 72, essmsCommande: 72 });
    expect(versements.map(({ pourcent, montant }) => [pourcent, montant])).toEqual([
      [30, 2_661_120],
      [70, 6_209_280],
    ]);
  });
});

describe('propriétés du SONS', () => {
  const taille = fc.integer({ min: 1, max: 3_000 });
  const commande = taille.chain((essmsOg) =>
    fc.record({ essmsOg: fc.constant(essmsOg), essmsCommande: fc.integer({ min: 1, max: essmsOg }) }),
  );

  test('les deux parts font le montant', () => {
    fc.assert(
      fc.property(commande, (demande) => {
        const { montant, versements } = calculerSons(VAGUE, demande);
        const [avance, solde] = versements.map((un) => Number(un.montant));
        expect(Number(avance) + Number(solde)).toBe(montant);
      }),
    );
  });

  test('dans une tranche, un ESSMS de plus ne fait jamais baisser le montant', () => {
    fc.assert(
      fc.property(taille, (essmsOg) => {
        const bareme = baremeDe(VAGUE);
        fc.pre(trancheDe(bareme, essmsOg) === trancheDe(bareme, essmsOg + 1));
        const avant = calculerSons(VAGUE, { essmsOg, essmsCommande: essmsOg }).montant;
        const apres = calculerSons(VAGUE, { essmsOg: essmsOg + 1, essmsCommande: essmsOg + 1 }).montant;
        expect(Number(apres)).toBeGreaterThan(Number(avant));
      }),
    );
  });

  test('toute taille a une tranche et une seule', () => {
    fc.assert(
      fc.property(taille, (essmsOg) => {
        const tranches = baremeDe(VAGUE).filter(({ de, a }) => de <= essmsOg && (a === null || essmsOg <= a));
        expect(tranches).toHaveLength(1);
      }),
    );
  });

  test('un effet de seuil est dit si, et seulement si, l’autre côté du seuil est mieux ou moins payé', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (essmsOg) => {
        const montantA = (n: number) => Number(calculerSons(VAGUE, { essmsOg: n, essmsCommande: n }).montant);
        const tranche = trancheDe(baremeDe(VAGUE), essmsOg);
        const dessous = tranche && tranche.de > 1 ? montantA(tranche.de - 1) : 0;
        const dessus = tranche?.a ? montantA(tranche.a + 1) : Number.POSITIVE_INFINITY;
        const attendu = montantA(essmsOg) < dessous || montantA(essmsOg) > dessus;
        const { seuils } = calculerSons(VAGUE, { essmsOg, essmsCommande: essmsOg });
        expect(seuils.length > 0).toBe(attendu);
      }),
    );
  });
});

describe('effets de seuil, en mots', () => {
  const seuil = (essmsOg: number) =>
    calculerSons(VAGUE, { essmsOg, essmsCommande: essmsOg })
      .avertissements.filter(({ code }) => code === 'sons.effet_de_seuil')
      .map(({ message }) => message);

  test.each([
    [10, ['à 10 ESSMS : 21 900 € ; à 11 : 18 073 €']],
    [11, ['à 10 ESSMS : 21 900 € ; à 11 : 18 073 €']],
    [19, ['à 19 ESSMS : 31 217 € ; à 20 : 24 640 €']],
    [20, ['à 19 ESSMS : 31 217 € ; à 20 : 24 640 €']],
    [99, ['à 99 ESSMS : 121 968 € ; à 100 : 113 300 €']],
    [100, ['à 99 ESSMS : 121 968 € ; à 100 : 113 300 €']],
    [8, []],
    [50, []],
    [150, []],
  ])('OG de %i ESSMS', (essmsOg, attendu) => {
    expect(seuil(essmsOg)).toEqual(attendu);
  });
});

describe('calendrier de la vague 1', () => {
  test.each([
    ['2022-02-11', 'inconnue', ['sons.bareme_inconnu']],
    ['2022-02-12', 'ouverte', []],
    ['2024-02-28', 'ouverte', []],
    ['2024-02-29', 'avances_closes', ['sons.avances_closes']],
    ['2024-12-19', 'avances_closes', ['sons.avances_closes']],
    ['2024-12-20', 'close', ['sons.vague_close']],
    ['2026-11-22', 'close', ['sons.vague_close']],
  ])('au %s : %s', (date, etat, attendus) => {
    const vague = resoudreVague(JEU, 1, jour(date));
    expect(vague.calendrier.etat).toBe(etat);
    expect(codes(vague.avertissements)).toEqual(attendus);
  });

  test('close, le montant reste, à titre historique', () => {
    const vague = resoudreVague(JEU, 1, jour('2026-11-22'));
    const { montant, avertissements } = calculerSons(vague, { essmsOg: 35, essmsCommande: 35 });
    expect(montant).toBe(4_312_000);
    expect(avertissements[0]?.message).toBe(
      'vague 1 close depuis le 19/12/2024 : montant à titre historique',
    );
  });

  test('avant l’ouverture, aucun montant n’est inventé', () => {
    const vague = resoudreVague(JEU, 1, jour('2021-06-01'));
    expect(calculerSons(vague, { essmsOg: 35, essmsCommande: 35 }).montant).toBeNull();
  });

  test('un barème fourni sans part d’avance : le montant, sans ses deux parts, et c’est dit', () => {
    const { 'sons.vague_1.avance': _, ...jeu } = JEU;
    const vague = resoudreVague(jeu, 1, jour('2023-06-30'));
    const { montant, versements, avertissements } = calculerSons(vague, { essmsOg: 50, essmsCommande: 50 });
    expect([montant, ...versements.map((un) => un.montant)]).toEqual([6_160_000, null, null]);
    expect(codes(avertissements)).toEqual(['versement.inconnu']);
  });

  test('vague 2 : inconnue, jamais le barème de la vague 1', () => {
    const { tranche, montant, versements, avertissements } = calculerSons(
      resoudreVague(JEU, 2, jour('2025-06-01')),
      { essmsOg: 35, essmsCommande: 35 },
    );
    expect([tranche, montant, ...versements.map((un) => un.montant)]).toEqual([null, null, null, null]);
    expect(codes(avertissements)).toEqual(['sons.bareme_inconnu']);
  });
});

describe('dates d’une commande', () => {
  const controler = (commande: string, depot?: string) =>
    codes(
      calculerSons(VAGUE, {
        essmsOg: 30,
        essmsCommande: 30,
        dates: { commande: jour(commande), depot: depot === undefined ? undefined : jour(depot) },
      }).avertissements,
    );

  test('120 jours calendaires entre la commande et le dépôt : permis ; 121 : non', () => {
    expect(controler('2022-05-02', '2022-08-30')).toEqual([]);
    expect(controler('2022-05-02', '2022-08-31')).toEqual(['sons.commande_trop_ancienne']);
  });

  test('une commande passée après le dépôt n’a pas de délai', () => {
    expect(controler('2023-05-02', '2022-05-02')).toEqual([]);
  });

  test('hors de la vague : avant l’ouverture, ou après la fin des demandes d’avance', () => {
    expect(controler('2022-02-11')).toEqual(['sons.commande_hors_periode']);
    expect(controler('2022-02-12')).toEqual([]);
    expect(controler('2024-02-28')).toEqual([]);
    expect(controler('2024-02-29')).toEqual(['sons.commande_hors_periode']);
  });
});

test('un barème fourni sans tranche pour cet OG : inconnu, et dit', () => {
  const [regle] = Object.values(JEU).filter(({ id }) => id === 'sons.vague_1.bareme');
  if (!regle) throw new Error('règle attendue');
  const valeurs = regle.valeurs.map((valeur) => ({
    ...valeur,
    valeur: [{ code: 'A', de: 1, a: 5, montant: 100 }],
    fournie: true,
  }));
  const jeu: JeuDeRegles = { ...JEU, [regle.id]: { ...regle, valeurs } };
  const { montant, avertissements } = calculerSons(resoudreVague(jeu, 1, jour('2023-06-30')), {
    essmsOg: 6,
    essmsCommande: 6,
  });
  expect(montant).toBeNull();
  expect(codes(avertissements)).toContain('sons.bareme_inconnu');
});
