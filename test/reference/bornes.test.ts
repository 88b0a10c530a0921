import { describe, expect, it } from 'vitest';
import type { CodeIndicateur } from '../../src/domaine/resultat.ts';
import { AUCUNE_SOMME, encadrer, type Sommes } from './bornes.ts';
import { etatDe } from './etats.ts';
import { manqueACible, rapport, tronquer } from './fractions.ts';

const COMPLET = { denominateur: 0, borneHaute: true };

function borner(indicateur: CodeIndicateur, sommes: Partial<Sommes>, manque = COMPLET) {
  const e = encadrer(indicateur, { ...AUCUNE_SOMME, ...sommes }, manque);
  const texte = (r: { n: bigint; d: bigint } | null) => r && `${r.n}/${r.d}`;
  return e && [texte(e.basse), texte(e.valeur), texte(e.haute)];
}

describe('bornes de la référence', () => {
  it('section 6 : chaque indicateur a ses bornes', () => {
    const s = {
      A: 50,
      I: 10,
      P: 30,
      I1: 4,
      G: 40,
      J1: 1,
      D: 80,
      E: 70,
      M: 60,
      B: 35,
      bHaut: 38,
      R: 3,
      rD: 3,
      rE: 0,
    };
    expect(borner('dossiers_actifs', s)).toEqual(['50/83', '50/80', '63/83']);
    expect(borner('projets', s)).toEqual(['30/59', '30/50', '37/57']);
    expect(borner('agenda', s)).toEqual(['40/62', '40/50', '44/54']);
    expect(borner('mssante', s)).toEqual(['60/70', '60/70', '60/70']);
    expect(borner('dmp', s)).toEqual(['35/70', '35/70', '38/70']);
    expect(borner('dmp', { ...s, rE: 3 })).toEqual(['35/73', '35/70', '41/73']);
  });

  it('A3 : les manquants entrent au dénominateur en bas, aux deux en haut', () => {
    const s = { A: 8, D: 10, M: 8, E: 10 };
    expect(borner('dossiers_actifs', s, { denominateur: 5, borneHaute: true })).toEqual([
      '8/15',
      '8/10',
      '13/15',
    ]);
    expect(borner('mssante', s, { denominateur: 5, borneHaute: false })).toEqual(['8/15', '8/10', null]);
  });

  it('T2 : dénominateur nul, rien ; une borne de l’autre côté vaut la valeur', () => {
    expect(borner('projets', { I: 4, I1: 2 })).toBeNull();
    expect(borner('dossiers_actifs', { A: 12, D: 10, R: 2, rD: 20 })).toEqual(['12/30', '12/10', '12/10']);
  });

  it('T1 : atteint sur la borne basse, manqué sur la borne haute, incertain entre les deux', () => {
    const etat = (basse: number, haute: number | null) =>
      etatDe(
        {
          basse: rapport(basse, 100),
          valeur: rapport(80, 100),
          haute: haute === null ? null : rapport(haute, 100),
        },
        90,
      );
    expect([etat(90, 95), etat(89, 90), etat(70, 89), etat(70, null)]).toEqual([
      'atteint',
      'incertain',
      'non_atteint',
      'incertain',
    ]);
  });

  it('T3, T4 : tronqué, et reste à faire exact', () => {
    expect(tronquer(rapport(8_996, 10_000))).toBe(89.96);
    expect(tronquer(rapport(2, 3))).toBe(66.66);
    expect([
      manqueACible(rapport(89, 100), 90),
      manqueACible(rapport(0, 11), 90),
      manqueACible(rapport(5, 3), 70),
    ]).toEqual([1, 10, 0]);
  });
});
