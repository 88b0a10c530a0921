import fc from 'fast-check';
import { type Cas, cas } from './construire.ts';
import { GRAINE, montrer, tirages } from './reglages.ts';

/** Réduire un contre-exemple relance l'outil à chaque pas : passé ce délai (ms), on garde ce qu'on a. */
const DELAI_REDUCTION = 60_000;

function rapporter(bilan: fc.RunDetails<[Cas]>): void {
  if (!bilan.failed) return;
  const exemple = bilan.counterexample?.[0];
  const cause =
    bilan.errorInstance instanceof Error ? bilan.errorInstance.message : 'trop de tirages écartés';
  const entete = `ESMS_GRAINE=${bilan.seed}, tirage ${bilan.numRuns}, réduit ${bilan.numShrinks} fois`;
  throw new Error([entete, cause, ...(exemple ? [montrer(exemple)] : [])].join('\n'));
}

/** Vérifie une loi sur des dépôts au hasard ; elle échoue en levant une erreur. */
export async function verifier(defaut: number, loi: (tire: Cas) => Promise<void> | void): Promise<void> {
  let premierEchec: number | null = null;
  const propriete = fc.asyncProperty(cas, async (tire) => {
    if (premierEchec !== null && performance.now() - premierEchec > DELAI_REDUCTION) return;
    try {
      await loi(tire);
    } catch (erreur) {
      if (!(erreur instanceof fc.PreconditionFailure)) premierEchec ??= performance.now();
      throw erreur;
    }
  });
  await fc.assert(propriete, { seed: GRAINE, numRuns: tirages(defaut), reporter: rapporter });
}
