import { describe, expect, test } from 'vitest';
import { lireMois, type Mois } from '../../src/domaine/date-civile.ts';
import { fenetreDe } from '../../src/domaine/fenetre.ts';
import {
  direCibles,
  direDonnees,
  direExports,
  direFenetre,
  direNom,
} from '../../src/rapports/indicateurs/notes.ts';
import { ecrireEntier, ecrireTaux } from '../../src/rapports/nombres.ts';
import { aligner, couper, nommer, replier } from '../../src/rapports/texte.ts';
import { rapportExemple } from './exemple.ts';

const simple = (texte: string): string => texte.replaceAll('\u00a0', ' ');
const mois = (texte: string): Mois => lireMois(texte) as Mois;

describe('nombres à la française', () => {
  test.each([
    [0, '0'],
    [999, '999'],
    [1478, '1 478'],
    [412_118, '412 118'],
    [70_000_000, '70 000 000'],
  ])('%d : %s', (n, attendu) => {
    expect(simple(ecrireEntier(n))).toBe(attendu);
  });

  test('T3 : une décimale, tronquée, sur tous les centièmes', () => {
    for (let centiemes = 0; centiemes <= 20_000; centiemes++) {
      const attendu = `${Math.floor(centiemes / 100)},${Math.floor(centiemes / 10) % 10}`;
      expect(ecrireTaux(centiemes / 100)).toBe(attendu);
    }
  });
});

describe('mise en lignes', () => {
  test('replie sans couper un nombre, un guillemet ou une ponctuation haute', () => {
    expect(replier('aaa « bb » : 12', 9, 1).map(simple)).toEqual(['aaa', ' « bb » :', ' 12']);
  });
  test('garde le retrait de la première ligne', () => {
    expect(replier(' - aa bb cc', 8, 3)).toEqual([' - aa bb', '   cc']);
  });
  test('aligne sur une ligne ce qui y tient', () => {
    expect(aligner(['aa', 'bb', 'cc'], '  ', 6)).toEqual(['aa  bb', 'cc']);
  });
  test('coupe avec des points de suspension', () => {
    expect([couper('abcdef', 4), couper('abcd', 4)]).toEqual(['abc…', 'abcd']);
  });
  test('nomme quelques éléments et compte les autres', () => {
    expect(nommer(['A'], 2)).toBe('A');
    expect(nommer(['A', 'B'], 2)).toBe('A et B');
    expect(nommer(['A', 'B', 'C'], 2)).toBe('A, B et 1 autre');
    expect(nommer(['A', 'B', 'C', 'D'], 2)).toBe('A, B et 2 autres');
  });
});

describe('notes', () => {
  test('D1, D2 : la fenêtre', () => {
    expect(direFenetre(fenetreDe(mois('2025-09')))).toBe('septembre 2025 (1 mois)');
    expect(direFenetre(fenetreDe(mois('2025-09'), true))).toBe(
      'juillet à septembre 2025 (première mesure, 3 mois)',
    );
    expect(direFenetre(fenetreDe(mois('2026-01'), true))).toBe(
      'novembre 2025 à janvier 2026 (première mesure, 3 mois)',
    );
  });

  test('E1 : les données se comptent', () => {
    expect(simple(direDonnees(rapportExemple().sources))).toBe(
      '2 fichiers, 1 logiciel ; 412 118 lignes = 411 870 retenues + 12 rejetées + 236 écartées',
    );
  });

  test("la date des exports, s'ils la disent", () => {
    const { sources } = rapportExemple();
    expect(direExports(sources)).toEqual(['exports du 02/10/2025']);
    expect(direExports(sources.map((source) => ({ ...source, dateExtraction: null })))).toEqual([]);
  });

  test('une cible de convention est citée à part', () => {
    const { cibles } = rapportExemple();
    const revues = cibles.map((cible) =>
      cible.indicateur === 'dmp' ? { ...cible, valeur: 72.5, reference: 'convention, art. 4' } : cible,
    );
    expect(direCibles(rapportExemple({ cibles: revues }))).toBe(
      'actifs, projets, agenda 90 % ; MSS 70 % (kit SESAN, partie 3, § 6) ; DMP 72,5 % (convention, art. 4)',
    );
  });

  test('sans nom de grappe, celui du seul OG', () => {
    const grappe = { nom: null, porteurFinessEj: null, niveauPreuve: null };
    expect(direNom(rapportExemple({ grappe }))).toBe('OG Limagne Solidarités');
    expect(direNom(rapportExemple({ grappe, resultats: [] }))).toBe('Dépôt sans nom');
  });
});
