import fc from 'fast-check';
import { describe, it } from 'vitest';
import { cas } from '../aleatoire/construire.ts';
import { GRAINE, montrer, reglages, tirages } from '../aleatoire/reglages.ts';
import { reference } from '../reference/reference.ts';
import { comparer } from './comparer.ts';
import { mesurer } from './outil.ts';

const N = 150;

describe('indicateurs : l’outil et la référence', () => {
  it(`D, P, N, T, A, E : mêmes résultats sur ${tirages(N)} dépôts au hasard (graine ${GRAINE})`, async () => {
    await fc.assert(
      fc.asyncProperty(cas, async (tire) => {
        const ecarts = comparer(await mesurer(tire), reference(tire.depot, tire.demande));
        if (ecarts.length > 0) throw new Error(ecarts.slice(0, 12).join('\n'));
      }),
      reglages(N, montrer),
    );
  }, 600_000);
});
