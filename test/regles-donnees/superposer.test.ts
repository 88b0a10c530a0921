import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ajouterJours } from '../../src/domaine/date-civile.ts';
import { decrireOutil } from '../../src/regles/outil.ts';
import { resoudre } from '../../src/regles/resolution.ts';
import { superposer } from '../../src/regles/superposer.ts';
import { date, jeu, valeur } from './outil.ts';

const livree = jeu(
  valeur('2022-01-01', '2022-12-31', { valeur: 1 }),
  valeur('2023-01-01', null, { valeur: 2 }),
);
const fournir = (debut: string, fin: string | null) => jeu(valeur(debut, fin, { valeur: 9, fournie: true }));

function fusionner(fournie: ReturnType<typeof jeu>) {
  const [a, b] = [livree['essai.un'], fournie['essai.un']];
  if (a === undefined || b === undefined) throw new Error('règle absente');
  return superposer(a, b);
}

const resumer = (fournie: ReturnType<typeof jeu>) =>
  fusionner(fournie).valeurs.map(({ debut, fin, valeur: v }) => `${debut}..${fin ?? ''} ${v}`);

describe('--regles : une règle fournie l’emporte sur sa période, le reste demeure', () => {
  it('une année au milieu coupe la valeur livrée en deux', () => {
    expect(resumer(fournir('2024-01-01', '2024-12-31'))).toEqual([
      '2022-01-01..2022-12-31 1',
      '2023-01-01..2023-12-31 2',
      '2024-01-01..2024-12-31 9',
      '2025-01-01.. 2',
    ]);
  });

  it('sans fin, elle remplace tout ce qui suit', () => {
    expect(resumer(fournir('2022-07-01', null))).toEqual(['2022-01-01..2022-06-30 1', '2022-07-01.. 9']);
  });

  it('à cheval sur deux valeurs, elle rogne les deux', () => {
    expect(resumer(fournir('2022-12-01', '2023-01-31'))).toEqual([
      '2022-01-01..2022-11-30 1',
      '2022-12-01..2023-01-31 9',
      '2023-02-01.. 2',
    ]);
  });

  it('à toute date : la valeur fournie sur sa période, la valeur livrée ailleurs', () => {
    const jour = fc.integer({ min: 0, max: 1500 }).map((n) => ajouterJours(date('2022-01-01'), n));
    fc.assert(
      fc.property(jour, jour, jour, (a, b, quand) => {
        const [debut, fin] = a <= b ? [a, b] : [b, a];
        const fusion = { 'essai.un': fusionner(fournir(debut, fin)) };
        const attendu = debut <= quand && quand <= fin ? 9 : quand <= '2022-12-31' ? 1 : 2;
        expect(resoudre(fusion, 'essai.un', quand)).toMatchObject({ valeur: attendu });
      }),
    );
  });
});

describe('empreinte des règles', () => {
  it('change avec une valeur, et nomme les règles fournies', () => {
    const propre = decrireOutil(livree);
    const autre = decrireOutil({ 'essai.un': fusionner(fournir('2024-01-01', '2024-12-31')) });
    expect(propre.fournies).toBeUndefined();
    expect(autre.fournies).toEqual(['essai.un']);
    expect(autre.regles).not.toBe(propre.regles);
  });

  it('ne change ni avec l’ordre des règles, ni avec leurs exemples', () => {
    const [une] = Object.values(livree);
    if (une === undefined) throw new Error('règle absente');
    const deux = { ...une, id: 'essai.deux' };
    const exemples = [{ situation: {}, attendu: {}, ligne: 3 }];
    expect(decrireOutil({ 'essai.deux': { ...deux, exemples }, 'essai.un': une }).regles).toBe(
      decrireOutil({ 'essai.un': une, 'essai.deux': deux }).regles,
    );
  });
});
