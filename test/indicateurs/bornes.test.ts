import { describe, expect, it } from 'vitest';
import { encadrer } from '../../src/indicateurs/bornes.ts';

const f = (numerateur: number, denominateur: number) => ({ numerateur, denominateur });

describe('T2 : encadrer', () => {
  it('T2 des bornes déjà du bon côté ne bougent pas', () => {
    const termes = { valeur: f(5, 10), basse: f(5, 12), haute: f(7, 12) };
    expect(encadrer(termes)).toEqual(termes);
  });

  it('T2 une borne passée de l’autre côté vaut la valeur', () => {
    const termes = { valeur: f(30, 10), basse: f(31, 10), haute: f(40, 20) };
    expect(encadrer(termes)).toEqual({ valeur: f(30, 10), basse: f(30, 10), haute: f(30, 10) });
  });

  it('T2 une borne au dénominateur nul vaut la valeur', () => {
    const termes = { valeur: f(5, 10), basse: f(0, 0), haute: f(3, 0) };
    expect(encadrer(termes)).toEqual({ valeur: f(5, 10), basse: f(5, 10), haute: f(5, 10) });
  });

  it('T2 une borne haute absente le reste', () => {
    expect(encadrer({ valeur: f(5, 10), basse: f(5, 12), haute: null })?.haute).toBeNull();
  });

  it('T2 valeur au dénominateur nul : rien à encadrer', () => {
    expect(encadrer({ valeur: f(0, 0), basse: f(0, 5), haute: f(5, 5) })).toBeNull();
  });
});
