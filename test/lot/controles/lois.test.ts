import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ConstatLot, Soumission } from '../../../src/domaine/lot.ts';
import { controlerEntre } from '../../../src/lot/controles/controler.ts';
import { type Comptes, controler, REPERES, releverMois, soumettre } from '../outil.ts';

/** Peu de valeurs possibles : les recopies et les rencontres sont fréquentes. */
const comptes: fc.Arbitrary<Comptes> = fc
  .record({ d: fc.constantFrom(19, 20, 40), retard: fc.constantFrom(0, 1), dmp: fc.constantFrom(15, 16) })
  .map(({ d, retard, dmp }) => ({
    dossiers_actifs: [d - retard, d],
    projets: [d - retard, d],
    agenda: [d - retard, d],
    mssante: [d, d],
    dmp: [dmp, d],
  }));

const soumissions = (prefixe: string): fc.Arbitrary<Soumission[]> => {
  const essms = fc.record({
    id: fc.constantFrom(`${prefixe}0000001`, `${prefixe}0000002`, `${prefixe}0000003`),
    comptes,
    dit: fc.record({ typeProjet: fc.constantFrom('acquisition', 'montée de version', null) }),
  });
  const mois = fc.uniqueArray(essms, { minLength: 1, maxLength: 3, selector: ({ id }) => id });
  return fc
    .array(fc.tuple(mois, mois), { minLength: 1, maxLength: 4 })
    .map((toutes) =>
      toutes.map(([aout, septembre], rang) =>
        soumettre(`${prefixe}-${rang}`, [releverMois('2025-08', aout), releverMois('2025-09', septembre)]),
      ),
    );
};

const enOrdre = (constats: readonly ConstatLot[]): string[] =>
  constats.map((constat) => JSON.stringify(constat)).sort();

describe('lois des contrôles', () => {
  test('l’ordre des soumissions ne change rien', () => {
    fc.assert(
      fc.property(
        soumissions('63').chain((toutes) =>
          fc.tuple(fc.constant(toutes), fc.shuffledSubarray(toutes, { minLength: toutes.length })),
        ),
        ([ordre, melange]) => {
          expect(enOrdre(controler(melange))).toEqual(enOrdre(controler(ordre)));
        },
      ),
      { numRuns: 50 },
    );
  });

  test('ajouter une soumission sans rapport ne change pas les constats des autres', () => {
    const etrangere = soumettre('ailleurs', [
      releverMois('2025-09', [
        {
          id: '750000001',
          comptes: {
            dossiers_actifs: [61, 70],
            projets: [55, 61],
            agenda: [57, 61],
            mssante: [33, 70],
            dmp: [52, 70],
          },
        },
      ]),
    ]);
    fc.assert(
      fc.property(soumissions('63'), (toutes) => {
        const ajoutes = controler([...toutes, etrangere]).filter(
          ({ soumission }) => soumission !== 'ailleurs',
        );
        expect(enOrdre(ajoutes)).toEqual(enOrdre(controler(toutes)));
      }),
      { numRuns: 50 },
    );
  });

  test('un constat d’une seule soumission ne dépend pas des autres', () => {
    const seuls = (constats: readonly ConstatLot[], nom: string) =>
      enOrdre(
        constats.filter(
          ({ soumission, code }) =>
            soumission === nom &&
            !['lot.deux_grappes', 'lot.copie_essms', 'lot.acquisition_et_conformite'].includes(code),
        ),
      );
    fc.assert(
      fc.property(soumissions('63'), ([premiere, ...autres]) => {
        if (premiere === undefined) return;
        expect(seuls(controler([premiere, ...autres]), premiere.nom)).toEqual(
          seuls(controler([premiere]), premiere.nom),
        );
      }),
      { numRuns: 50 },
    );
  });

  test('entre 25 700 ESSMS de trois mois, une passe : pas d’effet quadratique', () => {
    const extraits = (nombre: number) =>
      Array.from({ length: nombre }, (_, rang) => ({
        soumission: `s${Math.floor(rang / 23)}`,
        finessEt: String(rang).padStart(9, '0'),
        libelle: '',
        dans: 'releve' as const,
        typesProjet: [],
        // Un même compte pour tous : le pire des cas.
        comptes: (['2025-07', '2025-08', '2025-09'] as const).map((mois) => ({
          mois: mois as ConstatLot['mois'] & string,
          personnes: 40,
          actifs: 38,
          messages: 40,
          dmp: 30,
        })),
      }));
    const chronometrer = (nombre: number): number => {
      const donnees = extraits(nombre);
      const debut = performance.now();
      expect(controlerEntre(donnees, REPERES.seuils)).toHaveLength(3 * nombre);
      return performance.now() - debut;
    };
    chronometrer(2_570);
    expect(chronometrer(25_700)).toBeLessThan(5_000);
  });
});
