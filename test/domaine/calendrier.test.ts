import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ajouterJours,
  ajouterMoisCivils,
  type DateCivile,
  joursEntre,
  lireDate,
} from '../../src/domaine/date-civile.ts';

const jour = (texte: string) => texte as DateCivile;
const jours = fc.integer({ min: 0, max: 100_000 }).map((n) => ajouterJours(jour('1900-01-01'), n));

describe('mois civils', () => {
  it.each([
    ['2022-08-31', 18, '2024-02-29'],
    ['2022-05-31', 9, '2023-02-28'],
    ['2022-06-15', 18, '2023-12-15'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-01-31', -2, '2023-11-30'],
    ['2024-01-31', 0, '2024-01-31'],
  ])('%s et %i mois font le %s', (debut, mois, fin) => {
    expect(ajouterMoisCivils(jour(debut), mois)).toBe(fin);
  });
});

describe('jours calendaires', () => {
  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2024-03-01', -1, '2024-02-29'],
    ['2023-12-31', 1, '2024-01-01'],
    ['2000-02-29', 366, '2001-03-01'],
    ['2022-01-01', 120, '2022-05-01'],
  ])('%s et %i jours font le %s', (debut, nombre, fin) => {
    expect(ajouterJours(jour(debut), nombre)).toBe(fin);
    expect(joursEntre(jour(debut), jour(fin))).toBe(nombre);
  });

  it('comme le calendrier du langage, en temps universel', () => {
    fc.assert(
      fc.property(jours, fc.integer({ min: -400, max: 400 }), (debut, nombre) => {
        const attendu = new Date(Date.parse(`${debut}T00:00:00Z`) + nombre * 86_400_000)
          .toISOString()
          .slice(0, 10);
        expect(ajouterJours(debut, nombre)).toBe(attendu);
        expect(lireDate(debut)).toBe(debut);
      }),
    );
  });
});
