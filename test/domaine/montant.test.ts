import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  additionner,
  centimes,
  ecrireEuros,
  enCentimes,
  enEuros,
  lireEuros,
  multiplier,
  partager,
  proratiser,
} from '../../src/domaine/montant.ts';

const montants = fc.integer({ min: 0, max: 10 ** 12 }).map(centimes);

describe('montants en centimes entiers', () => {
  it.each([
    ['43120', 4_312_000],
    ['26611.20', 2_661_120],
    ['26611,2', 2_661_120],
    ['0.01', 1],
    ['-5,5', -550],
    ['-0', 0],
  ])('« %s » vaut %i centimes', (texte, attendu) => {
    expect(lireEuros(texte)).toBe(attendu);
  });

  it.each(['', '1.234', '1e3', '1 000', 'abc', '.5', '12.', '99999999999999'])(
    '« %s » n’est pas lu',
    (texte) => {
      expect(lireEuros(texte)).toBeNull();
    },
  );

  it('des euros à deux décimales font l’aller et le retour sans perdre un centime', () => {
    fc.assert(
      fc.property(montants, (montant) => {
        expect(enCentimes(enEuros(montant))).toBe(montant);
      }),
    );
    expect(() => enCentimes(1.005)).toThrow(/1\.005/);
  });

  it('un montant qui ne serait plus exact est refusé', () => {
    expect(() => centimes(0.5)).toThrow();
    expect(() => multiplier(centimes(Number.MAX_SAFE_INTEGER), 2)).toThrow();
  });

  it('partager ne perd ni ne crée un centime ; l’avance est tronquée', () => {
    fc.assert(
      fc.property(montants, fc.integer({ min: 0, max: 100 }), (total, pourcent) => {
        const { avance, solde } = partager(total, pourcent);
        expect(additionner([avance, solde])).toBe(total);
        expect(avance * 100).toBeLessThanOrEqual(total * pourcent);
      }),
    );
    expect(partager(centimes(1), 30)).toEqual({ avance: 0, solde: 1 });
    expect(partager(centimes(8_870_400), 30)).toEqual({ avance: 2_661_120, solde: 6_209_280 });
  });

  it('le prorata est exact, tronqué au centime', () => {
    expect(proratiser(centimes(1_450_000), 2, 3)).toBe(966_666);
    expect(proratiser(centimes(Number.MAX_SAFE_INTEGER), 7, 7)).toBe(Number.MAX_SAFE_INTEGER);
    expect(() => proratiser(centimes(1), 1, 0)).toThrow();
  });

  it('s’écrit à la française', () => {
    expect(ecrireEuros(centimes(4_312_000))).toBe('43 120,00 €');
    expect(ecrireEuros(centimes(112_350_005))).toBe('1 123 500,05 €');
    expect(ecrireEuros(centimes(-5))).toBe('-0,05 €');
  });
});
