import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ETATS } from '../../src/domaine/resultat.ts';
import { reference } from '../reference/reference.ts';
import { type Cas, cas } from './construire.ts';
import { octetsDe } from './ecrire.ts';
import { finess, finessFaux } from './finess.ts';
import { GRAINE } from './reglages.ts';
import { verifier } from './verifier.ts';

const ECHANTILLON: Cas[] = fc.sample(cas, { seed: GRAINE, numRuns: 300 });
const ATTENDUS = ECHANTILLON.map(({ depot, demande }) => reference(depot, demande));

describe('dépôts au hasard', () => {
  it('T7 : tous les états se rencontrent, à tous les niveaux', () => {
    for (const niveau of ['essms', 'og', 'grappe']) {
      const etats = new Set(
        ATTENDUS.flatMap((a) => a.resultats.filter((r) => r.niveau === niveau).map((r) => r.etat)),
      );
      const voulus =
        niveau === 'grappe' ? ETATS.filter((e) => e !== 'dispense' && e !== 'hors_periode') : ETATS;
      for (const etat of voulus) expect([niveau, ...etats]).toContain(etat);
    }
  });

  it('A3 : des agrégats partiels, évalués et non évaluables', () => {
    const partiels = ATTENDUS.flatMap((a) => a.resultats.filter((r) => r.partiel));
    expect(new Set(partiels.map((r) => r.numerateur === null))).toEqual(new Set([true, false]));
  });

  it('E1, E2 : chaque fichier se solde, et des lignes sont rejetées et écartées', () => {
    const fichiers = ATTENDUS.flatMap((a) => a.fichiers);
    expect(fichiers.filter((f) => f.lignes !== f.retenues + f.rejetees + f.ecartees)).toEqual([]);
    expect(fichiers.some((f) => f.rejetees > 0) && fichiers.some((f) => f.ecartees > 0)).toBe(true);
  });

  it('deux fichiers d’une table n’ont jamais les mêmes octets', () =>
    verifier(100, ({ depot }) => {
      const empreintes = depot.sources.flatMap((s) =>
        s.fichiers.map((f) => `${s.table}:${octetsDe(f, s).toString('base64')}`),
      );
      expect(new Set(empreintes).size).toBe(empreintes.length);
    }));

  it('les FINESS ont une clé juste ou fausse à dessein', () => {
    const somme = (numero: string) =>
      [...numero.replace('A', '1').replace('B', '2')]
        .map((c, i) => Number(c) * (i % 2 === 1 ? 2 : 1))
        .reduce((total, n) => total + (n > 9 ? n - 9 : n), 0) % 10;
    for (let i = 0; i < 20; i++)
      expect([somme(finess('et', i)), somme(finessFaux(i)) === 0]).toEqual([0, false]);
  });
});
