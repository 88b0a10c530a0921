import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aCleJuste } from '../../src/domaine/finess.ts';
import type { IndexFiness } from '../../src/finess/index/ouvrir.ts';
import { verifierNumeros } from '../../src/finess/verifier.ts';
import { voisinsDe } from '../../src/finess/voisins.ts';
import { ALIZES, AUTRE_EJ, EJ, HORIZON, indexDe, PARC, SAD, TILLEULS } from './outil.ts';

const seul = (numero: string, finessEj: string | null = null, ligne: number | null = null) => [
  { numero, finessEj, ligne },
];

describe('sans index', () => {
  test.each([
    [TILLEULS, 'partiel', []],
    ['630991017', 'a_corriger', ['cle']],
    ['63099101', 'a_corriger', ['forme']],
    ['2A0000013', 'a_corriger', ['cle']],
  ])('%s : %s', async (numero, etat, codes) => {
    const [verifie] = await verifierNumeros(seul(numero), null);
    expect({
      etat: verifie?.etat,
      codes: verifie?.raisons.map(({ code }) => code),
      fiche: verifie?.fiche,
    }).toEqual({ etat, codes, fiche: null });
  });
});

describe('avec un index', () => {
  let index: IndexFiness;
  beforeAll(async () => {
    index = await indexDe();
  });
  afterAll(() => index.fermer());

  async function codes(
    numero: string,
    finessEj: string | null = null,
    ligne: number | null = null,
  ): Promise<string[]> {
    const [verifie] = await verifierNumeros(seul(numero, finessEj, ligne), index);
    return verifie?.raisons.map(({ code }) => code) ?? [];
  }

  test('un établissement connu, ouvert, à son entité juridique', async () => {
    const [verifie] = await verifierNumeros(seul(TILLEULS, EJ), index);
    expect(verifie).toMatchObject({
      etat: 'conforme',
      raisons: [],
      suggestion: null,
      fiche: {
        role: 'etablissement',
        finessEj: EJ,
        categorie: { code: '500' },
        secteur: 'PA',
        essms: true,
        sons: true,
      },
    });
  });

  test('une entité juridique connue convient aussi, sauf à la place d’un établissement', async () => {
    expect(await codes(EJ)).toEqual([]);
    expect(await codes(EJ, null, 2)).toEqual(['entite_juridique']);
  });

  test('inconnu, rattaché ailleurs, entité déclarée fausse ou inconnue', async () => {
    expect(await codes('630992014')).toEqual(['inconnu']);
    expect(await codes(SAD, EJ)).toEqual(['autre_ej']);
    expect(await codes(TILLEULS, '630990019')).toEqual(['autre_ej', 'ej']);
    expect(await codes(TILLEULS, '630990026')).toEqual(['autre_ej', 'ej']);
    expect(await codes(SAD, AUTRE_EJ)).toEqual([]);
  });

  test('un centre hospitalier est connu, et n’est pas un ESSMS', async () => {
    const [verifie] = await verifierNumeros(seul(HORIZON), index);
    expect(verifie).toMatchObject({
      etat: 'conforme',
      fiche: { categorie: { code: '355', libelle: null }, secteur: null },
    });
  });

  test.each([
    ['un chiffre faux', '630991017', TILLEULS],
    ['deux chiffres échangés', '360991032', ALIZES],
    ['une clé juste, et pourtant une faute', PARC.replace('0991', '0919'), PARC],
  ])('%s : %s fait proposer %s', async (_, numero, propose) => {
    const [verifie] = await verifierNumeros(seul(numero), index);
    expect({ etat: verifie?.etat, suggestion: verifie?.suggestion?.numero }).toEqual({
      etat: 'a_corriger',
      suggestion: propose,
    });
  });

  test('rien n’est proposé quand deux établissements conviendraient, ou aucun', async () => {
    const communs = voisinsDe(TILLEULS).filter((voisin) => voisinsDe(voisin).includes(TILLEULS));
    expect(communs.length).toBeGreaterThan(0);
    const [loin] = await verifierNumeros(seul('750000000'), index);
    expect(loin?.suggestion).toBeNull();
  });
});

test('voisins : à clé juste, à une faute de distance, jamais le numéro lui-même', () => {
  const numero = fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 })
    .map((chiffres) => chiffres.join(''));
  fc.assert(
    fc.property(numero, (un) => {
      for (const voisin of voisinsDe(un)) {
        expect(aCleJuste(voisin)).toBe(true);
        expect(voisin).not.toBe(un);
        const ecarts = [...voisin].filter((c, i) => c !== un[i]).length;
        expect(ecarts).toBeLessThanOrEqual(2);
        if (ecarts === 2) expect([...voisin].sort()).toEqual([...un].sort());
      }
    }),
  );
});
