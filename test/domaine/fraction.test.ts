import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  atteint,
  cibleEntiere,
  estInferieure,
  resteAFaire,
  tauxTronque,
} from '../../src/domaine/fraction.ts';

const compte = fc.nat({ max: 2_000_000 });
const positif = fc.integer({ min: 1, max: 2_000_000 });
const cible = fc.integer({ min: 1, max: 10_000 });

describe('T1 comparaisons exactes', () => {
  test('89,99 % n’atteint pas 90 %, 90 % tout juste l’atteint', () => {
    const c = cibleEntiere(90);
    expect(atteint({ numerateur: 8_999, denominateur: 10_000 }, c)).toBe(false);
    expect(atteint({ numerateur: 9, denominateur: 10 }, c)).toBe(true);
    expect(atteint({ numerateur: 899_999_999_999, denominateur: 1_000_000_000_000 }, c)).toBe(false);
  });

  test('une cible en pour cent a deux décimales, exactes', () => {
    expect([90, 70, 33.33, 0.07, 66.6].map(cibleEntiere)).toEqual([9_000, 7_000, 3_333, 7, 6_660]);
  });

  test('estInferieure est un ordre strict, compatible avec les produits croisés', () => {
    fc.assert(
      fc.property(compte, positif, compte, positif, (n1, d1, n2, d2) => {
        const a = { numerateur: n1, denominateur: d1 };
        const b = { numerateur: n2, denominateur: d2 };
        expect(estInferieure(a, b) && estInferieure(b, a)).toBe(false);
        // Les produits restent sous 2^53 : la comparaison en flottants est exacte ici.
        expect(estInferieure(a, b)).toBe(n1 * d2 < n2 * d1);
        expect(estInferieure(a, a)).toBe(false);
      }),
    );
  });

  test('une fraction minuscule au-delà de 2^53 se compare encore', () => {
    const grand = Number.MAX_SAFE_INTEGER;
    const a = { numerateur: grand - 2, denominateur: grand - 1 };
    const b = { numerateur: grand - 1, denominateur: grand };
    expect(estInferieure(a, b)).toBe(true);
    expect(estInferieure(b, a)).toBe(false);
  });
});

describe('T1, T3, T4 : sur des entiers de toute taille, comme en grands entiers', () => {
  const grand = fc.oneof(compte, fc.maxSafeNat());
  const divise = fc.oneof(positif, fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }));

  test('comparer, atteindre', () => {
    fc.assert(
      fc.property(grand, divise, grand, divise, cible, (n1, d1, n2, d2, c) => {
        const a = { numerateur: n1, denominateur: d1 };
        const b = { numerateur: n2, denominateur: d2 };
        expect(estInferieure(a, b)).toBe(BigInt(n1) * BigInt(d2) < BigInt(n2) * BigInt(d1));
        expect(atteint(a, c)).toBe(10_000n * BigInt(n1) >= BigInt(c) * BigInt(d1));
      }),
    );
  });

  test('tronquer, compter le reste à faire', () => {
    fc.assert(
      fc.property(grand, divise, cible, (n, d, c) => {
        const f = { numerateur: n, denominateur: d };
        expect(tauxTronque(f)).toBe(Number((BigInt(n) * 10_000n) / BigInt(d)) / 100);
        const voulu = Number((BigInt(c) * BigInt(d) + 9_999n) / 10_000n);
        expect(resteAFaire(f, c)).toBe(Math.max(0, voulu - n));
      }),
    );
  });
});

describe('T3 taux tronqué', () => {
  test('8 996 / 10 000 s’affiche 89,9 %, et 89,96 dans les données', () => {
    const f = { numerateur: 8_996, denominateur: 10_000 };
    expect(tauxTronque(f, 1)).toBe(89.9);
    expect(tauxTronque(f)).toBe(89.96);
    // 1 / 73 = 1,369 86… % : à un dix-millième de 1,37 près.
    expect(tauxTronque({ numerateur: 1, denominateur: 73 })).toBe(1.36);
  });

  test('jamais au-dessus du taux exact, et à moins d’un pas de lui', () => {
    fc.assert(
      fc.property(compte, positif, fc.constantFrom(1 as const, 2 as const), (n, d, decimales) => {
        const taux = tauxTronque({ numerateur: n, denominateur: d }, decimales) ?? Number.NaN;
        const pas = decimales === 1 ? 10 : 100;
        const entier = BigInt(Math.round(taux * pas)) * BigInt(d);
        const exact = BigInt(n) * 100n * BigInt(pas);
        expect(entier <= exact && exact < entier + BigInt(d)).toBe(true);
      }),
    );
  });

  test('un taux tronqué n’atteint jamais une cible que la fraction n’atteint pas', () => {
    fc.assert(
      fc.property(compte, positif, fc.integer({ min: 1, max: 100 }), (n, d, pourcent) => {
        const f = { numerateur: n, denominateur: d };
        const affiche = (tauxTronque(f) ?? Number.NaN) >= pourcent;
        expect(affiche).toBe(atteint(f, cibleEntiere(pourcent)));
      }),
    );
  });

  test('T2 pas de taux sans dénominateur', () => {
    expect(tauxTronque({ numerateur: 3, denominateur: 0 })).toBeNull();
  });

  test('T5 un taux peut dépasser 100 %', () => {
    expect(tauxTronque({ numerateur: 203, denominateur: 100 })).toBe(203);
  });
});

describe('T4 reste à faire', () => {
  test('max(0, ⌈cible × d / 100⌉ − n)', () => {
    expect(resteAFaire({ numerateur: 8_996, denominateur: 10_000 }, cibleEntiere(90))).toBe(4);
    expect(resteAFaire({ numerateur: 6, denominateur: 7 }, cibleEntiere(90))).toBe(1);
    expect(resteAFaire({ numerateur: 10, denominateur: 10 }, cibleEntiere(90))).toBe(0);
    expect(resteAFaire({ numerateur: 0, denominateur: 0 }, cibleEntiere(90))).toBe(0);
  });

  test('avec ce reste la cible est atteinte, avec un de moins elle ne l’est pas', () => {
    fc.assert(
      fc.property(compte, positif, cible, (n, d, c) => {
        const reste = resteAFaire({ numerateur: n, denominateur: d }, c);
        expect(atteint({ numerateur: n + reste, denominateur: d }, c)).toBe(true);
        if (reste > 0) expect(atteint({ numerateur: n + reste - 1, denominateur: d }, c)).toBe(false);
      }),
    );
  });
});
