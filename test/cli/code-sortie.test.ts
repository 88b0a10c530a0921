import { describe, expect, test } from 'vitest';
import { atteintLesCibles, codeDesConstats } from '../../src/cli/code-sortie.ts';
import type { Etat } from '../../src/domaine/resultat.ts';
import { rapportExemple } from '../rapports/exemple.ts';

function code(constats: { refus?: boolean; erreurs?: number; rejetees?: number }, tolerer = 0): number {
  const { refus = false, erreurs = 0, rejetees = 0 } = constats;
  return codeDesConstats({ refus, anomalies: { erreurs }, sources: [{ rejetees }] }, tolerer);
}

describe('codes de sortie', () => {
  test.each([
    [0, code({})],
    [1, code({ erreurs: 3, rejetees: 3 })],
    [0, code({ erreurs: 3, rejetees: 3 }, 3)],
    [1, code({ erreurs: 3, rejetees: 3 }, 2)],
    [1, code({ erreurs: 4, rejetees: 3 }, 3)],
    [2, code({ refus: true, erreurs: 1 })],
    [2, code({ refus: true, erreurs: 1 }, 10)],
  ])('%d', (attendu, rendu) => {
    expect(rendu).toBe(attendu);
  });
});

describe('--exiger-cibles', () => {
  const avec = (essms: Etat, grappe: Etat) =>
    rapportExemple().resultats.map((r) => ({ ...r, etat: r.niveau === 'grappe' ? grappe : essms }));
  const sansPreuve = { nom: null, porteurFinessEj: null, niveauPreuve: null };

  test('le niveau qui fait foi décide seul', () => {
    expect(atteintLesCibles(rapportExemple({ resultats: avec('non_atteint', 'atteint') }))).toBe(true);
    expect(atteintLesCibles(rapportExemple({ resultats: avec('atteint', 'non_atteint') }))).toBe(false);
  });

  test('A6 : s’il n’est pas dit, ou pas montré, tout ce qui est montré doit être atteint', () => {
    const resultats = avec('non_atteint', 'atteint');
    expect(atteintLesCibles(rapportExemple({ resultats, grappe: sansPreuve }))).toBe(false);
    const essms = resultats.filter((r) => r.niveau === 'essms');
    expect(atteintLesCibles(rapportExemple({ resultats: essms }))).toBe(false);
  });

  test.each([
    ['atteint', true],
    ['dispense', true],
    ['hors_periode', true],
    ['incertain', false],
    ['non_evaluable', false],
    ['non_atteint', false],
  ] as const)('%s : %s', (etat, attendu) => {
    expect(atteintLesCibles(rapportExemple({ resultats: avec('atteint', etat) }))).toBe(attendu);
  });
});
