import { describe, expect, test } from 'vitest';
import type { EssmsReleve } from '../../../src/domaine/releve.ts';
import { type Comptes, dire, ordinaires, releverMois } from '../outil.ts';

const personnes = (d: number): Comptes => ({ ...ordinaires(), dossiers_actifs: [Math.min(d, 60), d] });
const EHPAD: Partial<EssmsReleve> = { categorie: '500', places: 100 };

describe('personnes et places', () => {
  const places = (d: number, dit: Partial<EssmsReleve> = EHPAD, premiereMesure = false) =>
    dire('lot.places', releverMois('2025-09', [{ comptes: personnes(d), dit }], { premiereMesure }));

  test.each([
    [85, 0],
    [84, 1],
    [115, 0],
    [116, 1],
  ])('%i personnes pour 100 places : %i constat', (d, combien) => {
    expect(places(d)).toHaveLength(combien);
  });

  test('le constat donne ses nombres', () => {
    expect(places(84)[0]).toMatchObject({
      gravite: 'avertissement',
      nombres: { personnes: 84, places: 100 },
      formule: 'D ÷ places hors de 85 % à 115 %',
    });
  });

  test.each<[string, Partial<EssmsReleve>, number]>([
    [
      'le mode d’accueil prime : hébergement complet, catégorie inconnue',
      { modeAccueil: 'Hébergement complet', places: 100 },
      1,
    ],
    ['accueil de jour d’un EHPAD', { ...EHPAD, modeAccueil: 'Accueil de jour' }, 0],
    ['hébergement temporaire', { ...EHPAD, modeAccueil: 'Hébergement temporaire' }, 0],
    ['un service (SAVS)', { categorie: '446', places: 100 }, 0],
    ['ni mode ni catégorie', { places: 100 }, 0],
    ['zéro place', { categorie: '500', places: 0 }, 0],
    ['places inconnues', { categorie: '500', places: null }, 0],
  ])('%s', (_, dit, combien) => {
    expect(places(50, dit)).toHaveLength(combien);
  });

  test('une première mesure cumule trois mois : rien', () => {
    expect(places(130, EHPAD, true)).toEqual([]);
  });
});

describe('baisse du dénominateur', () => {
  test.each([
    [85, 0],
    [84, 1],
    [120, 0],
  ])('de 100 à %i personnes : %i constat', (d, combien) => {
    const constats = dire(
      'lot.denominateur_baisse',
      releverMois('2025-08', [{ comptes: personnes(100) }]),
      releverMois('2025-09', [{ comptes: personnes(d) }]),
    );
    expect(constats).toHaveLength(combien);
    if (combien > 0) expect(constats[0]?.nombres).toEqual({ personnes_avant: 100, personnes: d });
  });
});

describe('effectif déclaré et population', () => {
  test.each([
    ['3 personnes et 30 %', 10, 7, 0],
    ['4 personnes et 40 %', 10, 6, 1],
    ['5 % juste', 100, 95, 0],
    ['6 %', 100, 94, 1],
    ['plus de dossiers que de déclarés', 100, 106, 1],
    ['effectif nul', 0, 4, 1],
  ])('%s : %i déclarées, %i dossiers, %i constat', (_, personnesDeclarees, population, combien) => {
    const releve = releverMois('2025-09', [{ dit: { personnesDeclarees, population } }]);
    expect(dire('lot.effectif_population', releve)).toHaveLength(combien);
  });

  test('l’un des deux inconnu : rien', () => {
    const releve = releverMois('2025-09', [{ dit: { personnesDeclarees: 100, population: null } }]);
    expect(dire('lot.effectif_population', releve)).toEqual([]);
  });
});
