import fc from 'fast-check';
import { expect, test } from 'vitest';
import { suggerer } from '../../src/tables/suggestion.ts';

test('une faute de frappe, une lettre échangée, un accent oublié', () => {
  expect(suggerer('id_dosier', ['finess_et', 'id_dossier'])).toBe('id_dossier');
  expect(suggerer('tabels', ['tables', 'cibles'])).toBe('tables');
  expect(suggerer('Date entrée', ['date_entree', 'date_sortie'])).toBe('date_entree');
});

test('rien de proche, rien de proposé', () => {
  expect(suggerer('Couleur', ['statut', 'date_fin'])).toBeNull();
  expect(suggerer('mss', ['dmp'])).toBeNull();
  expect(suggerer('n', ['o'])).toBeNull();
  expect(suggerer('', ['mois'])).toBeNull();
});

test('à égalité, le premier', () => {
  expect(suggerer('date_dx', ['date_da', 'date_db'])).toBe('date_da');
});

test('le candidat exact l’emporte toujours', () => {
  const mots = fc.array(fc.string({ unit: fc.constantFrom(...'abcdef'), minLength: 3, maxLength: 8 }), {
    minLength: 1,
  });
  fc.assert(fc.property(mots, (candidats) => candidats.every((mot) => suggerer(mot, candidats) === mot)));
});
