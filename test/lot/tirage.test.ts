import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { confianceDe, tirer } from '../../src/lot/tirage.ts';

const LISTE = Array.from({ length: 200 }, (_, rang) => `63099${String(rang).padStart(4, '0')}`);

describe('tirage', () => {
  test('la même graine et la même liste redonnent le même, au numéro près', () => {
    expect(tirer(LISTE, 20251001, 3)).toEqual(tirer([...LISTE].reverse(), 20251001, 3));
    // Figé : un tirage publié doit se refaire avec toute version du programme.
    expect(tirer(['a', 'b', 'c', 'd'], 1, 4)).toMatchInlineSnapshot(`
      [
        "d",
        "b",
        "c",
        "a",
      ]
    `);
  });

  test('une autre graine, un autre tirage', () => {
    expect(tirer(LISTE, 1, 30)).not.toEqual(tirer(LISTE, 2, 30));
  });

  test('agrandir la taille prolonge le tirage ; ni doublon, ni intrus', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 40 }),
        fc.nat(),
        fc.nat({ max: 40 }),
        (liste, graine, taille) => {
          const tous = tirer([...liste, ...liste], graine, liste.length);
          expect([...tous].sort()).toEqual([...liste].sort());
          expect(tirer(liste, graine, taille)).toEqual(tous.slice(0, taille));
        },
      ),
    );
  });

  test('sur mille graines, chaque identifiant sort à peu près autant', () => {
    const sorties = new Map<string, number>();
    for (let graine = 0; graine < 1000; graine++) {
      for (const un of tirer(LISTE.slice(0, 20), graine, 5)) sorties.set(un, (sorties.get(un) ?? 0) + 1);
    }
    // 250 attendues, écart-type 13,7 : cinq écarts-types.
    for (const nombre of sorties.values()) expect(Math.abs(nombre - 250)).toBeLessThan(69);
    expect(sorties.size).toBe(20);
  });
});

describe('confiance', () => {
  test('30 tirés, population sans borne : 1 − 0,05^(1/30) = 9,503 %, arrondi vers le haut', () => {
    expect(confianceDe(25_700, 30).partSansBorne).toBe(951);
  });

  test('population finie : K fautes possibles, pas K + 1', () => {
    // C(N−K, n) ÷ C(N, n), calculé ici en flottants.
    const chance = (population: number, taille: number, fautes: number): number =>
      Array.from({ length: taille }, (_, i) => (population - fautes - i) / (population - i)).reduce(
        (p, f) => p * f,
        1,
      );
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.integer({ min: 1, max: 100 }),
        (population, demande) => {
          const taille = Math.min(demande, population);
          const { fautesPossibles: k } = confianceDe(population, taille);
          expect(chance(population, taille, k)).toBeGreaterThan(0.05 - 1e-9);
          expect(chance(population, taille, k + 1)).toBeLessThan(0.05 + 1e-9);
        },
      ),
    );
  });

  test('tout tirer ne laisse aucune faute ; une grande population approche la part sans borne', () => {
    expect(confianceDe(30, 30).fautesPossibles).toBe(0);
    const { fautesPossibles } = confianceDe(1_000_000, 30);
    expect(fautesPossibles / 1_000_000).toBeCloseTo(0.095, 3);
  });
});
