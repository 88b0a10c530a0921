import { expect, test } from 'vitest';
import type { Mois } from '../../src/domaine/date-civile.ts';
import { fenetreDe } from '../../src/domaine/fenetre.ts';

test('D1 la mesure du mois M va de son premier à son dernier jour', () => {
  expect(fenetreDe('2025-09' as Mois)).toEqual({
    mois: '2025-09',
    premiereMesure: false,
    debut: '2025-09-01',
    fin: '2025-09-30',
    moisCouverts: ['2025-09'],
  });
});

test('D2 la première mesure va du premier jour de M−2 au dernier jour de M', () => {
  expect(fenetreDe('2024-02' as Mois, true)).toEqual({
    mois: '2024-02',
    premiereMesure: true,
    debut: '2023-12-01',
    fin: '2024-02-29',
    moisCouverts: ['2023-12', '2024-01', '2024-02'],
  });
});
