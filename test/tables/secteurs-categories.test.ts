import { expect, test } from 'vitest';
import { secteurDeCategorie } from '../../src/tables/secteurs-categories.ts';

test.each([
  ['500', 'PA'],
  [' 202 ', 'PA'],
  ['183', 'PH'],
  ['354', 'DOM'],
  ['165', 'PDS'],
  ['177', 'PDE'],
  ['214', 'AHI'],
  ['340', 'PJM'],
])('la catégorie %s propose le secteur %s', (categorie, secteur) => {
  expect(secteurDeCategorie(categorie)).toBe(secteur);
});

test('une catégorie fermée, hors programme ou inconnue n’a pas de secteur', () => {
  for (const categorie of ['252', '609', '380', '362', '', 'EHPAD'])
    expect(secteurDeCategorie(categorie)).toBeNull();
});
