import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ajouterMois,
  deMois,
  dernierJour,
  ecrireDate,
  lireDate,
  lireMois,
  type Mois,
  nommerMois,
  premierJour,
} from '../../src/domaine/date-civile.ts';

const deux = (n: number) => String(n).padStart(2, '0');
const mois = fc
  .tuple(fc.integer({ min: 1900, max: 2200 }), fc.integer({ min: 1, max: 12 }))
  .map(([annee, rang]) => `${annee}-${deux(rang)}` as Mois);

describe('lireDate', () => {
  test('D3 un jour du calendrier, sans fuseau : mêmes jours que le calendrier grégorien', () => {
    const entiers = fc.tuple(
      fc.integer({ min: 1890, max: 2210 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
    );
    fc.assert(
      fc.property(entiers, ([annee, rang, jour]) => {
        const texte = `${annee}-${deux(rang)}-${deux(jour)}`;
        const reel = new Date(Date.UTC(annee, rang - 1, jour));
        const existe =
          annee >= 1900 && annee <= 2200 && reel.getUTCMonth() === rang - 1 && reel.getUTCDate() === jour;
        expect(lireDate(texte)).toBe(existe ? texte : null);
      }),
    );
  });

  test('les années bissextiles', () => {
    for (const juste of ['2024-02-29', '2000-02-29']) expect(lireDate(juste)).toBe(juste);
    for (const faux of ['2025-02-29', '1900-02-29', '2100-02-29', '2025-02-31'])
      expect(lireDate(faux)).toBeNull();
  });

  test('les bornes : 1900 et 2200', () => {
    expect(lireDate('1900-01-01')).toBe('1900-01-01');
    expect(lireDate('2200-12-31')).toBe('2200-12-31');
    expect(lireDate('1899-12-31')).toBeNull();
    expect(lireDate('2201-01-01')).toBeNull();
  });

  test('une seule écriture', () => {
    for (const faux of [
      '',
      '2025-9-01',
      '25-09-01',
      '01/09/2025',
      '2025-09-01 ',
      '2025-09-01T00:00',
      'infinity',
    ]) {
      expect(lireDate(faux), faux).toBeNull();
    }
  });
});

describe('lireMois', () => {
  test('AAAA-MM ou MM/AAAA', () => {
    expect(lireMois('2025-09')).toBe('2025-09');
    expect(lireMois('09/2025')).toBe('2025-09');
    for (const faux of [
      '2025-00',
      '2025-13',
      '13/2025',
      '9/2025',
      '2025/09',
      '09-2025',
      '1899-12',
      '2201-01',
    ]) {
      expect(lireMois(faux), faux).toBeNull();
    }
  });
});

describe('mois', () => {
  test('avancer puis reculer ramène au même mois, et avancer de a puis b vaut a + b', () => {
    const pas = fc.integer({ min: -600, max: 600 });
    fc.assert(
      fc.property(mois, pas, pas, (depart, a, b) => {
        expect(ajouterMois(ajouterMois(depart, a), -a)).toBe(depart);
        expect(ajouterMois(ajouterMois(depart, a), b)).toBe(ajouterMois(depart, a + b));
      }),
    );
  });

  test('le passage d’une année', () => {
    expect(ajouterMois('2025-01' as Mois, -2)).toBe('2024-11');
    expect(ajouterMois('2025-12' as Mois, 1)).toBe('2026-01');
  });

  test('le premier et le dernier jour sont des jours, et le lendemain du dernier n’en est pas un', () => {
    fc.assert(
      fc.property(mois, (m) => {
        expect(lireDate(premierJour(m))).not.toBeNull();
        const fin = dernierJour(m);
        expect(lireDate(fin)).not.toBeNull();
        expect(lireDate(`${m}-${deux(Number(fin.slice(8)) + 1)}`)).toBeNull();
      }),
    );
  });

  test('s’écrivent en français', () => {
    expect(nommerMois('2025-09' as Mois)).toBe('septembre 2025');
    expect(nommerMois('2025-01' as Mois)).toBe('janvier 2025');
    expect(nommerMois('2025-12' as Mois)).toBe('décembre 2025');
    expect(deMois('2025-04' as Mois)).toBe("d'avril 2025");
    expect(deMois('2025-05' as Mois)).toBe('de mai 2025');
    expect(ecrireDate(dernierJour('2024-02' as Mois))).toBe('29/02/2024');
  });
});
