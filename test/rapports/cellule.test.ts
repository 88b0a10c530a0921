import { describe, expect, test } from 'vitest';
import type { Resultat } from '../../src/domaine/resultat.ts';
import { celluleDe } from '../../src/rapports/indicateurs/cellule.ts';
import { gestesDe } from '../../src/rapports/indicateurs/gestes.ts';
import { lignesDe } from '../../src/rapports/indicateurs/lignes.ts';
import { rapportExemple } from './exemple.ts';

const [MODELE] = rapportExemple().resultats;

function resultat(ecarts: Partial<Resultat>): Resultat {
  if (!MODELE) throw new Error('exemple vide');
  return { ...MODELE, avertissements: [], ...ecarts };
}

function cellule(
  etat: Resultat['etat'],
  taux: number | null,
  basse = taux,
  haute: number | null = taux,
): string {
  return celluleDe(resultat({ etat, taux, borneBasse: basse, borneHaute: haute }));
}

describe('cellules', () => {
  test.each([
    ['79,9 ✗', cellule('non_atteint', 79.9)],
    ['89,9 ✗', cellule('non_atteint', 89.96)],
    ['100,0 ✓', cellule('atteint', 100)],
    ['1 203,0 ✓', cellule('atteint', 1203).replace('\u00a0', ' ')],
    ['≥90,3 ✓', cellule('atteint', 91, 90.37, 95)],
    ['≥90,0 ✓', cellule('atteint', 90, 90, 92.66)],
    ['31–98 ?', cellule('incertain', 31.66, 31.66, 98.33)],
    ['72,1–72,6 ?', cellule('incertain', 72.1, 72.1, 72.66)],
    ['≥64,1 ?', cellule('incertain', 80, 64.1, null)],
    ['66–69 ✗', cellule('non_atteint', 67, 66.1, 69.99)],
    ['≤69,8 ✗', cellule('non_atteint', 69.3, 69.1, 69.8)],
    ['absent –', cellule('non_evaluable', null)],
    ['dispensé –', cellule('dispense', null)],
    ['–', cellule('hors_periode', null)],
  ])('%s', (attendu, rendu) => {
    expect(rendu).toBe(attendu);
  });

  test('T2 : un dénominateur nul se dit « 0 pers. » ou « 0 actif », pas « absent »', () => {
    const avertissements = [{ code: 'denominateur.nul', nombre: 1, message: '' }];
    const nul = {
      etat: 'non_evaluable',
      taux: null,
      borneBasse: null,
      borneHaute: null,
      avertissements,
    } as const;
    expect(celluleDe(resultat(nul))).toBe('0 pers. –');
    expect(celluleDe(resultat({ ...nul, indicateur: 'agenda' }))).toBe('0 actif –');
  });
});

describe('gestes', () => {
  const gestes = new Map(
    lignesDe(rapportExemple().resultats, 'essms').map((ligne) => [
      ligne.nom,
      gestesDe(ligne).join(' ').replaceAll('\u00a0', ' '),
    ]),
  );

  test.each([
    ["SAD Val d'Allier", '22 actifs 4 projets 1 DMP'],
    ['IME Les Alizés', 'réexporter'],
    ['SAVS Horizon', '2 fichiers'],
    ['EHPAD Mon Repos', ''],
    ['SESSAD Arc-en-ciel', 'hors période'],
  ])('%s : %s', (nom, attendu) => {
    expect(gestes.get(nom)).toBe(attendu);
  });

  test('une même table absente pour trois indicateurs fait un seul fichier', () => {
    const absente = { code: 'table.essms_absent', nombre: 1, message: '', tables: ['dossiers'] };
    const resultats = (['dossiers_actifs', 'projets', 'agenda'] as const).map((indicateur) =>
      resultat({ indicateur, etat: 'non_evaluable', avertissements: [absente] }),
    );
    const [ligne] = lignesDe(resultats, 'essms');
    expect(ligne && gestesDe(ligne)).toEqual(['1\u00a0fichier']);
  });

  test('des lignes rejetées se corrigent', () => {
    const avertissements = [{ code: 'dossiers.rejetes', nombre: 3, message: '' }];
    const [ligne] = lignesDe([resultat({ etat: 'incertain', avertissements })], 'essms');
    expect(ligne && gestesDe(ligne)).toEqual(['corriger\u00a03\u00a0lignes']);
  });
});
