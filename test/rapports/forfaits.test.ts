import { expect, test } from 'vitest';
import { calculerForfaits } from '../../src/financement/forfaits.ts';
import { rendre } from '../../src/rapports/forfaits/table.ts';
import { SANS_COULEUR } from '../../src/rapports/presentation.ts';
import { chargerReglesLivrees } from '../../src/regles/livrees.ts';

const FORFAITS = calculerForfaits(chargerReglesLivrees(), {
  annee: 2022,
  type: 'acquisition',
  secteur: 'DOM',
  essms: 64,
  essmsPetitsOg: 8,
  heures: { eligibles: 1, totales: 3 },
});

test.each([60, 80, 100])('à %i colonnes, rien ne déborde et aucun montant ne se perd', (largeur) => {
  const rendu = rendre(FORFAITS, { largeur, palette: SANS_COULEUR, tout: false, excel: false });
  for (const ligne of rendu.split('\n')) expect([...ligne].length).toBeLessThanOrEqual(largeur);
  expect(rendu).toMatch(/AMOA conduite de projet \(plafond\) .*100 000,00 €/);
  expect(rendu).toMatch(/total +\d/);
});
