import { describe, expect, test } from 'vitest';
import { SANS_COULEUR } from '../../src/rapports/presentation.ts';
import { direAnomalie } from '../../src/rapports/verification/anomalies.ts';
import { direVerdict, rendreTable } from '../../src/rapports/verification/table.ts';
import { DETAILS, verificationExemple } from './exemple.ts';

const PRESENTATION = { largeur: 100, palette: SANS_COULEUR, tout: false, excel: false };
const AUCUNE = { erreurs: 0, avertissements: 0, details: [], parCode: new Map() };

describe('tableau de la vérification', () => {
  test('le rapport entier', async () => {
    await expect(rendreTable(verificationExemple(), PRESENTATION)).toMatchFileSnapshot(
      'attendus/verification.txt',
    );
  });

  test('une anomalie se lit fichier:ligne:colonne gravité code « valeur » message, puis aide', () => {
    const [premiere] = DETAILS;
    expect(premiere && direAnomalie(premiere, SANS_COULEUR)).toEqual([
      "exports/dossiers.csv:12:date_entree erreur champ.date_invalide « 31/02/2025 » n'est pas un jour du calendrier",
      expect.stringMatching(/^ {4}aide : \S/),
    ]);
  });

  test('sans fichier, ligne, colonne ni valeur, rien ne reste en suspens', () => {
    const [premiere] = DETAILS;
    const nue = premiere && { ...premiere, fichier: null, ligne: null, colonne: null, valeur: null };
    expect(nue && direAnomalie(nue, SANS_COULEUR)[0]).toBe(
      "dépôt erreur champ.date_invalide n'est pas un jour du calendrier",
    );
  });

  test('une valeur de dix mégaoctets ne montre que son début, sans piloter le terminal', () => {
    const [premiere] = DETAILS;
    const grosse = premiere && { ...premiere, valeur: `\u001b]0;x\u0007${'a'.repeat(10_000_000)}` };
    const ligne = (grosse && direAnomalie(grosse, SANS_COULEUR)[0]) ?? '';
    expect(ligne.length).toBeLessThan(200);
    expect(ligne).not.toMatch(/\p{Cc}/u);
  });

  test('le verdict : sans erreur, à corriger, refusé', () => {
    expect(direVerdict(AUCUNE)).toBe('SANS ERREUR : aucun avertissement.');
    expect(direVerdict({ ...AUCUNE, avertissements: 2 })).toBe('SANS ERREUR : 2 avertissements.');
    expect(direVerdict({ ...AUCUNE, erreurs: 1200 }).replace('\u00a0', ' ')).toBe(
      'À CORRIGER : 1 200 erreurs, aucun avertissement.',
    );
    expect(direVerdict({ ...AUCUNE, erreurs: 1, parCode: new Map([['fichier.vide' as const, 1]]) })).toBe(
      'REFUSÉ : un fichier ou la configuration ne se lit pas ; 1 erreur, aucun avertissement.',
    );
  });
});
