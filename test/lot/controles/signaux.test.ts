import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DateCivile } from '../../../src/domaine/date-civile.ts';
import type { EssmsReleve, QualiteReleve } from '../../../src/domaine/releve.ts';
import { type Comptes, dire, ordinaires, releverMois } from '../outil.ts';

describe('tout à cent pour cent', () => {
  const plein = (d: number): Comptes => ({
    dossiers_actifs: [d, d],
    projets: [d, d],
    agenda: [d, d],
    mssante: [3 * d, d],
    dmp: [d, d],
  });
  const tout = (comptes: Comptes) => dire('lot.tout_atteint', releverMois('2025-09', [{ comptes }]));

  test.each([
    [30, 1],
    [29, 0],
  ])('D = %i : %i constat', (d, combien) => {
    expect(tout(plein(d))).toHaveLength(combien);
  });

  test('un dossier en retard, ou un indicateur sans chiffre : rien', () => {
    expect(tout({ ...plein(30), dmp: [29, 30] })).toEqual([]);
    const { dmp: _, ...sans } = plein(30);
    expect(tout(sans)).toEqual([]);
  });
});

describe('trop d’ESSMS juste à la cible', () => {
  /** Cible 90 % de 100 : 90 l'atteint ; des ESSMS de 88 à 91 en sont voisins. */
  const grappe = (...actifs: readonly number[]) =>
    releverMois(
      '2025-09',
      actifs.map((n, rang) => ({
        id: `6309${String(rang).padStart(5, '0')}`,
        comptes: {
          ...ordinaires(rang),
          dossiers_actifs: [n, 100],
          projets: [50, 95],
          agenda: [50, 95],
          dmp: [20, 100],
        },
      })),
    );
  const fois = (nombre: number, n: number): number[] => Array<number>(nombre).fill(n);
  const pile = (...actifs: readonly number[]) => dire('lot.pile_cible', grappe(...actifs));

  test('11 sur 12 : dit', () => {
    expect(pile(...fois(6, 90), ...fois(5, 91), 89)).toMatchObject([
      { indicateur: 'dossiers_actifs', identifiant: 'grappe', nombres: { proches: 12, atteints: 11 } },
    ]);
  });

  test('10 sur 12 : rien', () => {
    expect(pile(...fois(10, 90), 89, 88)).toEqual([]);
  });

  test('11 sur 11 : trop peu pour rien dire', () => {
    expect(pile(...fois(11, 90))).toEqual([]);
  });

  test('22 sur 24 : la même part, dit ; 21 sur 24, rien', () => {
    expect(pile(...fois(22, 90), 89, 89)).toHaveLength(1);
    expect(pile(...fois(21, 90), 89, 89, 88)).toEqual([]);
  });

  test('à −3 ou à +2 dossiers, un ESSMS n’est pas un voisin', () => {
    expect(pile(...fois(12, 92))).toEqual([]);
    expect(pile(...fois(11, 90), 87)).toEqual([]);
  });
});

describe('saut d’un taux', () => {
  const saut = (avant: readonly [number, number], apres: readonly [number, number], code = 'agenda') =>
    dire(
      'lot.saut',
      releverMois('2025-08', [{ comptes: { [code]: avant } }]),
      releverMois('2025-09', [{ comptes: { [code]: apres } }]),
    );

  test('quinze points juste : rien ; un dossier de plus : dit', () => {
    expect(saut([800, 1000], [950, 1000])).toEqual([]);
    expect(saut([800, 1000], [951, 1000])).toMatchObject([
      { indicateur: 'agenda', nombres: { n_avant: 800, d_avant: 1000, n: 951, d: 1000 } },
    ]);
  });

  test('une baisse aussi', () => {
    expect(saut([951, 1000], [800, 1000])).toHaveLength(1);
  });

  test('dans un petit ESSMS, quinze points tiennent au hasard : 3 écarts-types décident', () => {
    // 5/10 puis 10/10 : p = 15/20, 3 √(3/16 × 2/10) ≈ 58,1 points.
    expect(saut([5, 10], [10, 10])).toEqual([]);
    // 4/10 puis 10/10 : p = 14/20, 3 √(21/100 × 2/10) ≈ 61,5 points, pour un écart de 60.
    expect(saut([4, 10], [10, 10])).toEqual([]);
    // 3/10 puis 10/10 : p = 13/20, ≈ 64,0 points, pour un écart de 70.
    expect(saut([3, 10], [10, 10])).toHaveLength(1);
  });

  test('l’égalité exacte avec trois écarts-types ne saute pas', () => {
    // 1/8 puis 7/8 : p = 1/2, 3 √(1/4 × 1/4) = 75 points, l'écart même.
    expect(saut([1, 8], [7, 8])).toEqual([]);
    expect(saut([1, 8], [8, 8])).toHaveLength(1);
  });

  test('la MSSanté est un volume : rien', () => {
    expect(saut([100, 1000], [900, 1000], 'mssante')).toEqual([]);
  });

  test('le calcul entier dit ce que dirait la formule, loin de l’égalité', () => {
    const taux = fc
      .integer({ min: 1, max: 400 })
      .chain((d) => fc.tuple(fc.integer({ min: 0, max: d }), fc.constant(d)));
    fc.assert(
      fc.property(taux, taux, ([n1, d1], [n2, d2]) => {
        const p = (n1 + n2) / (d1 + d2);
        const ecart = Math.abs(n2 / d2 - n1 / d1);
        const seuil = Math.max(0.15, 3 * Math.sqrt(p * (1 - p) * (1 / d1 + 1 / d2)));
        fc.pre(Math.abs(ecart - seuil) > 1e-9);
        expect(saut([n1, d1], [n2, d2]).length > 0).toBe(ecart > seuil);
      }),
    );
  });
});

describe('parts de qualité', () => {
  const part = (nombre: number, total: number) => ({ nombre, total });
  const dite = (code: string, qualite: Partial<QualiteReleve>, dit: Partial<EssmsReleve> = {}) =>
    dire(code, releverMois('2025-09', [{ qualite, dit }]));

  test.each<[string, Partial<EssmsReleve>, number, number]>([
    ['en hébergement, 60 %', { categorie: '500' }, 60, 0],
    ['en hébergement, 61 %', { categorie: '500' }, 61, 1],
    ['dans un service, 80 %', { categorie: '446' }, 80, 0],
    ['dans un service, 81 %', { categorie: '446' }, 81, 1],
    ['mode inconnu : le seuil des services', {}, 80, 0],
  ])('un seul événement, %s', (_, dit, nombre, combien) => {
    expect(dite('lot.un_evenement', { unSeulEvenement: part(nombre, 100) }, dit)).toHaveLength(combien);
  });

  test.each([
    [40, 0],
    [41, 1],
  ])('premières traces le même jour, %i %% : %i constat', (nombre, combien) => {
    const jour = '2025-09-17' as DateCivile;
    const constats = dite('lot.meme_jour', { premiereTraceMemeJour: { ...part(nombre, 100), jour } });
    expect(constats).toHaveLength(combien);
    if (combien > 0)
      expect(constats[0]?.message).toContain('41 dossiers sur 100 ont leur première trace le 17/09/2025');
  });

  test.each([
    [10, 0],
    [11, 1],
  ])('saisies après coup, %i %% : %i constat', (nombre, combien) => {
    expect(dite('lot.saisies_tardives', { saisiesTardives: part(nombre, 100) })).toHaveLength(combien);
  });

  test('une part sur moins de dix ne se juge pas', () => {
    expect(dite('lot.saisies_tardives', { saisiesTardives: part(9, 9) })).toEqual([]);
    expect(dite('lot.saisies_tardives', { saisiesTardives: part(10, 10) })).toHaveLength(1);
  });
});
