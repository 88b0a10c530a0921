import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODES_INDICATEURS } from '../../src/domaine/resultat.ts';
import { mesurer, SANS_DOSSIERS, SANS_EFFECTIFS } from './situations.ts';

const indicateur = fc.constantFrom(...CODES_INDICATEURS);
const nombre = fc.nat({ max: 120 });
const couple = fc.record({ numerateur: nombre, denominateur: nombre });

/** Les lignes de declares d'un mois, pour un indicateur. */
function declares(code: (typeof CODES_INDICATEURS)[number], { numerateur, denominateur }: Couple) {
  const declare = { somme: numerateur, maximum: numerateur, moisAbsents: 0, denominateur, causes: {} };
  return { declares: { [code]: declare } };
}

interface Couple {
  readonly numerateur: number;
  readonly denominateur: number;
}

describe('declares', () => {
  it('à côté d’exports, ne change que les avertissements', () =>
    fc.assert(
      fc.property(indicateur, couple, nombre, (code, declare, actifs) => {
        const { avertissements, ...seul } = mesurer(code, { actifs });
        const { avertissements: avec, ...ensemble } = mesurer(code, { actifs, ...declares(code, declare) });
        expect(ensemble).toEqual(seul);
        expect(avec.filter((a) => a.code !== 'declare.ecart')).toEqual(avertissements);
        const accord = seul.numerateur === declare.numerateur && seul.denominateur === declare.denominateur;
        if (seul.numerateur !== null) {
          expect(avec.some((a) => a.code === 'declare.ecart')).toBe(!accord);
        }
      }),
    ));

  it('seule, ne vaut jamais mieux que le couple déclaré, ni que ce couple sur les effectifs', () =>
    fc.assert(
      fc.property(indicateur, couple, fc.option(nombre), (code, declare, effectif) => {
        const sansExports = {
          ...SANS_DOSSIERS,
          ...SANS_EFFECTIFS,
          couvert: { dossiers: false, projets: false, agenda: false, mss: false, dmp: false },
          effectifPersonnes: effectif,
          effectifEligibles: effectif,
        };
        const resultat = mesurer(code, { ...sansExports, ...declares(code, declare) });
        fc.pre(resultat.borneBasse !== null);
        const { numerateur: n, denominateur: d } = declare;
        const lesActifs = code === 'projets' || code === 'agenda';
        for (const diviseur of [d, ...(effectif === null || lesActifs ? [] : [effectif])]) {
          if (diviseur > 0) expect(resultat.borneBasse).toBeLessThanOrEqual((100 * n) / diviseur);
        }
        expect(resultat.avertissements.map((a) => a.code)).toContain('declare.seul');
      }),
    ));
});
