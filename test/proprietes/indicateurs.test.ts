import { describe, it } from 'vitest';
import { GRAINE, tirages } from '../aleatoire/reglages.ts';
import { verifier } from '../aleatoire/verifier.ts';
import { reference } from '../reference/reference.ts';
import { comparer } from './comparer.ts';
import { mesurer } from './outil.ts';

const N = 150;

describe('indicateurs : l’outil et la référence', () => {
  it(
    `D, P, N, T, A, E : mêmes résultats sur ${tirages(N)} dépôts au hasard (graine ${GRAINE})`,
    () =>
      verifier(N, async (tire) => {
        const ecarts = comparer(await mesurer(tire), reference(tire.depot, tire.demande));
        if (ecarts.length > 0) throw new Error(ecarts.slice(0, 12).join('\n'));
      }),
    1_200_000,
  );
});
