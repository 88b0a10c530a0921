import type fc from 'fast-check';
import type { Cas } from './construire.ts';
import { depotYaml, octetsDe } from './ecrire.ts';

/** Fixe par défaut : une intégration continue ne doit pas échouer un jour sur deux. */
export const GRAINE = Number(process.env.ESMS_GRAINE ?? 20250930);
const TIRAGES = process.env.ESMS_TIRAGES;

/** Nombre de tirages d'une propriété, que `ESMS_TIRAGES` remplace. */
export function tirages(defaut: number): number {
  return TIRAGES === undefined ? defaut : Math.max(1, Math.round((Number(TIRAGES) * defaut) / 150));
}

/** Le dépôt, lisible : pour comprendre un contre-exemple. */
export function montrer({ depot, demande }: Cas): string {
  const fichiers = depot.sources.flatMap((source) =>
    source.fichiers.map((fichier) => {
      const { encodage, gzip, ...reste } = fichier.ecriture;
      const clair = octetsDe({ ...fichier, ecriture: { ...reste, encodage: 'utf-8', gzip: false } }, source);
      return `--- ${fichier.chemin} (${encodage})\n${clair.toString('utf8').trimEnd()}`;
    }),
  );
  return [JSON.stringify(demande), ...fichiers, '--- depot.yaml', depotYaml(depot) ?? '(aucun)'].join('\n');
}

/** Réglages communs des propriétés : graine, tirages, et un rapport court qui dit comment rejouer. */
export function reglages<T>(defaut: number, decrire: (valeur: T) => string): fc.Parameters<[T]> {
  return {
    seed: GRAINE,
    numRuns: tirages(defaut),
    // La réduction d'un contre-exemple relance l'outil à chaque pas : on se contente de ce qu'elle a trouvé.
    interruptAfterTimeLimit: 240_000,
    markInterruptAsFailure: true,
    reporter: (bilan) => {
      if (!bilan.failed) return;
      const exemple = bilan.counterexample?.[0];
      const cause =
        bilan.errorInstance instanceof Error ? bilan.errorInstance.message : String(bilan.errorInstance);
      throw new Error(
        `ESMS_GRAINE=${bilan.seed}, au tirage ${bilan.numRuns} (réduit ${bilan.numShrinks} fois)\n${cause}\n${
          exemple === undefined || exemple === null ? '' : decrire(exemple)
        }`,
      );
    },
  };
}
