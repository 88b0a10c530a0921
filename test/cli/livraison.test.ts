import { expect, test } from 'vitest';
import { livrer } from '../../src/cli/livraison.ts';
import type { DateCivile } from '../../src/domaine/date-civile.ts';

test('interrompu après le calcul : rien ne sort', async () => {
  const ecrits: string[] = [];
  const flux = { write: (texte: string) => void ecrits.push(texte), estTerminal: false, colonnes: 100 };
  const contexte = {
    sortie: flux,
    erreur: flux,
    env: {},
    dossierCourant: '/',
    aujourdhui: () => '2025-10-20' as DateCivile,
    signal: AbortSignal.abort(),
  };
  await expect(livrer('rapport', { sortie: '-' }, contexte)).rejects.toThrow();
  await expect(livrer('rapport', { sortie: '/dev/null' }, contexte)).rejects.toThrow();
  expect(ecrits).toEqual([]);
});
