import { expect, test } from 'vitest';
import { direReste } from '../../src/cli/estimation.ts';

test.each([
  [0, 1120, 0, '0 sur 1 120'],
  [4, 1120, 1000, '4 sur 1 120'],
  [280, 1120, 3000, '280 sur 1 120, encore 9 secondes'],
  [10, 1120, 10_000, '10 sur 1 120, encore 19 minutes'],
  [1119, 1120, 1000, '1 119 sur 1 120, encore 1 seconde'],
  [1120, 1120, 1000, '1 120 sur 1 120'],
])('%i sur %i après %i ms : %s', (faites, total, ecoule, attendu) => {
  expect(direReste(faites, total, ecoule)).toBe(attendu);
});
