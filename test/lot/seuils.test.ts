import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Recueil } from '../../src/domaine/anomalie.ts';
import { compilerSeuilsLot } from '../../src/regles/seuils-lot/compiler.ts';
import { chargerSeuilsLot } from '../../src/regles/seuils-lot.ts';

const NOM = 'controles-lot.yaml';
const TEXTE = readFileSync(join(import.meta.dirname, '../../regles', NOM), 'utf8');

function compiler(texte: string) {
  const recueil = new Recueil(10);
  const seuils = compilerSeuilsLot({ nom: NOM, texte }, recueil);
  return {
    seuils,
    dits: recueil.details.map(
      ({ fichier, ligne, colonne, message }) => `${fichier}:${ligne}:${colonne} ${message}`,
    ),
  };
}

function ligneDe(motif: string): number {
  return TEXTE.slice(0, TEXTE.indexOf(motif)).split('\n').length;
}

describe('seuils de contrôle', () => {
  test('le fichier livré se compile, et c’est lui que le programme charge', () => {
    expect(compiler(TEXTE)).toEqual({ seuils: chargerSeuilsLot(), dits: [] });
  });

  test.each<[string, string, string, string]>([
    ['un seuil qui manque', '  meme_jour:', '  meme_heure:', 'seuils'],
    ['une unité d’un autre seuil', 'unite: points', 'unite: personnes', 'seuils.saut_points.unite'],
    ['une valeur négative', 'valeur: 115', 'valeur: -115', 'seuils.places_haut.valeur'],
    [
      'un seuil sans pourquoi',
      'pourquoi: le voisinage de la cible, du côté manqué',
      'pourquoi: ""',
      'seuils.pile_cible_dessous.pourquoi',
    ],
    ['des places à l’envers', 'valeur: 115', 'valeur: 80', 'seuils.places_haut'],
    ['une origine qu’aucune source ne porte', 'origine: choix_du_projet', 'origine: instruction', 'origine'],
    ['une catégorie mal écrite', '"500"', '"50"', 'hebergement.categories.8'],
  ])('%s : refusé, à sa ligne', (_, avant, apres, colonne) => {
    expect(TEXTE).toContain(avant);
    const { seuils, dits } = compiler(TEXTE.replace(avant, apres));
    expect(seuils).toBeNull();
    expect(dits.some((dit) => dit.includes(`:${colonne} `))).toBe(true);
  });

  test('la ligne dite est celle de la faute', () => {
    const { dits } = compiler(TEXTE.replace('unite: points', 'unite: personnes'));
    expect(dits).toEqual([
      `${NOM}:${ligneDe('unite: points')}:seuils.saut_points.unite unité attendue : points`,
    ]);
  });
});
