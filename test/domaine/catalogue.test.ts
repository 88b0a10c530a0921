import { expect, test } from 'vitest';
import { CHAMPS, LIGNES } from '../../src/domaine/catalogue/lignes.ts';
import { CATALOGUE } from '../../src/domaine/catalogue.ts';

const fiches = Object.entries(CATALOGUE);

test.each(fiches)('%s a un code stable et des textes complets', (code, fiche) => {
  expect(code).toMatch(/^[a-z]+\.[a-z0-9_]+$/);
  for (const texte of [fiche.titre, fiche.explication, fiche.aide]) expect(texte.trim()).toMatch(/^\S.{5,}/);
  expect(fiche.titre).toMatch(/^\p{Lu}/u);
  expect(fiche.titre).not.toMatch(/\.$/);
  expect(fiche.explication).toMatch(/^\p{Lu}.*\.$|^depot\.yaml .*\.$|^colonnes .*\.$/u);
  expect(fiche.aide).not.toMatch(/\.$/);
  expect(fiche.aide).toMatch(/^\p{Ll}/u);
});

test('un refus est toujours une erreur', () => {
  const refus = fiches.filter(([, fiche]) => fiche.refus);
  expect(refus.length).toBeGreaterThan(0);
  for (const [code, fiche] of refus) expect(fiche.gravite, code).toBe('erreur');
});

test('E1 une ligne illisible ne fait pas refuser son fichier', () => {
  for (const [code, fiche] of Object.entries({ ...LIGNES, ...CHAMPS })) {
    expect('refus' in fiche, code).toBe(false);
  }
});

test('E2 une ligne écartée est un avertissement, sauf si la moitié d’un ESSMS l’est', () => {
  expect(CATALOGUE['perimetre.essms_inconnu'].gravite).toBe('avertissement');
  expect(CATALOGUE['dossier.inconnu'].gravite).toBe('avertissement');
  expect(CATALOGUE['dossier.cle_incoherente'].gravite).toBe('erreur');
});

test('E4 un guillemet jamais refermé, ou mal formé sur plusieurs lignes, fait refuser le fichier', () => {
  expect(CATALOGUE['fichier.guillemet_non_referme'].refus).toBe(true);
  expect(CATALOGUE['fichier.guillemet_multiligne'].refus).toBe(true);
});

test('les codes que le contrat nomme existent', () => {
  expect(Object.keys(CATALOGUE)).toEqual(
    expect.arrayContaining([
      'finess.format',
      'fichier.doublon',
      'champ.date_invalide',
      'ligne.colonnes_manquantes',
      'perimetre.essms_inconnu',
      'effectifs.deduits',
      'sejour.entree_absente',
      'sejour.clos_sans_sortie',
      'sejour.sortie_avant_entree',
      'dossiers.indetermines',
      'projets.preparation_ancienne',
      'agenda.lecture',
      'decompte.mois_absent',
      'table.essms_absent',
      'table.absente',
      'dossiers.rejetes',
      'taux.superieur_a_100',
      'dispense.a_verifier',
      'dossier.cle_incoherente',
    ]),
  );
});
