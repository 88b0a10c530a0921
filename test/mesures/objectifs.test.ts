import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

const module_ = await import(pathToFileURL(join(import.meta.dirname, '../../mesures/objectifs.mjs')).href);
const juger = (series: unknown[]): string[] =>
  module_
    .juger(series)
    .map((un: { objectif: string; taille: string; valeur: string; seuil: string; atteint: boolean }) =>
      [un.objectif, un.taille, un.valeur, un.seuil, un.atteint].join(' | '),
    );

const mesure = (...temps: number[]) => ({ temps, millisecondes: temps[0], memoireMo: 300 });

test('un rapport est celui d’un même tour, et un seuil atteint tout juste compte selon sa comparaison', () => {
  // Le deuxième tour a ralenti les deux : le rapport des médianes, 150 / 100, n'est celui d'aucun tour.
  const mesures = {
    mois: mesure(150, 440, 110),
    complete: mesure(100, 400, 100),
    premiere: mesure(225, 660, 165),
    vide: mesure(10, 10, 10),
  };
  const seuils = { complete: 1.1, fenetres: 1.5, memoire: 300, secondes: 1 };
  expect(juger([{ taille: 'une', evenements: 1_000, seuils, mesures }])).toEqual([
    'indicateurs / requête complète | une | 1,10 | ≤ 1,1 | true',
    'première mesure / un mois | une | 1,50 | < 1,5 | false',
    'durée | une | 0,15 s | < 1 s | true',
    'mémoire | une | 300 Mo | < 300 Mo | false',
  ]);
});

test('la croissance compare des temps par événement, démarrage ôté, depuis le premier dépôt propre de 3 millions', () => {
  const serie = (taille: string, evenements: number, mois: number, sales?: number) => ({
    taille,
    evenements,
    sales,
    seuils: {},
    mesures: { mois: mesure(mois), vide: mesure(500) },
  });
  expect(
    juger([
      serie('petit', 300_000, 600),
      serie('sale', 3_000_000, 9_999, 0.002),
      serie('grand', 3_000_000, 2_000),
      serie('région', 10_000_000, 6_000),
      serie('France', 70_000_000, 28_500),
    ]),
  ).toEqual([
    'temps par événement, démarrage ôté, depuis 3 millions | région | +10 % (500 ns, puis 550 ns) | ± 15 % | true',
    'temps par événement, démarrage ôté, depuis 3 millions | France | -20 % (500 ns, puis 400 ns) | ± 15 % | false',
  ]);
});
