import type { Cas } from './construire.ts';
import { depotYaml, octetsDe } from './ecrire.ts';

/** Fixe par défaut : une intégration continue ne doit pas échouer un jour sur deux. */
export const GRAINE = Number(process.env.ESMS_GRAINE ?? 20250930);

/** `ESMS_TIRAGES` fixe les tirages de la comparaison à la référence, et les autres à proportion. */
export function tirages(defaut: number): number {
  const voulus = process.env.ESMS_TIRAGES;
  return voulus === undefined ? defaut : Math.max(1, Math.round((Number(voulus) * defaut) / 150));
}

/** Le dépôt et la demande, lisibles : pour comprendre un contre-exemple. */
export function montrer({ depot, demande }: Cas): string {
  const fichiers = depot.sources.flatMap((source) =>
    source.fichiers.map((fichier) => {
      const { encodage, gzip, ...reste } = fichier.ecriture;
      const clair = octetsDe({ ...fichier, ecriture: { ...reste, encodage: 'utf-8', gzip: false } }, source);
      const octets = [encodage, ...(gzip ? ['gzip'] : [])].join(', ');
      return `--- ${fichier.chemin} (${octets})\n${clair.toString('utf8').trimEnd()}`;
    }),
  );
  return [JSON.stringify(demande), ...fichiers, '--- depot.yaml', depotYaml(depot) ?? '(aucun)'].join('\n');
}
