import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ecrireJson, ecrireJsonParMorceaux, projeter } from '../../src/rapports/json.ts';

describe('JSON par morceaux', () => {
  it('les mêmes octets que d’un seul tenant, tableaux vides et clés absentes compris', () => {
    const objet = fc.dictionary(
      fc.string({ minLength: 1 }),
      fc.oneof(fc.jsonValue(), fc.constant(undefined)),
      {
        minKeys: 1,
      },
    );
    fc.assert(
      fc.property(objet, fc.array(fc.jsonValue()), (autres, elements) => {
        const entier = { debut: 1, ...autres, elements };
        const suite = { ...entier, elements: projeter(elements, (un) => un) };
        expect([...ecrireJsonParMorceaux(suite)].join('')).toBe(ecrireJson(entier));
      }),
    );
  });

  it('un grand tableau vient en plusieurs morceaux, dont aucun ne le tient tout entier', () => {
    const elements = Array.from({ length: 10_000 }, (_, rang) => ({ rang, nom: 'x'.repeat(20) }));
    const morceaux = [...ecrireJsonParMorceaux({ elements: projeter(elements, (un) => un) })];
    expect(morceaux.length).toBeGreaterThan(5);
    expect(Math.max(...morceaux.map(({ length }) => length))).toBeLessThan(100_000);
    expect(morceaux.join('')).toBe(ecrireJson({ elements }));
  });
});
