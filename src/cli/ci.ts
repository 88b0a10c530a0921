import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { PresentationCi } from '../rapports/ci/modele.ts';
import type { Contexte } from './contexte.ts';
import type { OptionsCi } from './options-ci.ts';

/** Ce que les formats d'une CI demandent de plus : où sont les fichiers, ce qui est un échec. */
export function presenterCi(
  depot: string,
  { seuilGravite, exigerCibles }: OptionsCi & { readonly exigerCibles?: true },
  { dossierCourant }: Contexte,
): PresentationCi {
  return {
    base: baseDe(depot, dossierCourant),
    exigerCibles: exigerCibles ?? false,
    seuil: seuilGravite,
  };
}

/** Un dépôt hors du dossier courant n'est pas dans celui que la CI montre : ses chemins restent relatifs à lui. */
function baseDe(depot: string, dossierCourant: string): string {
  const chemin = relative(dossierCourant, resolve(dossierCourant, depot));
  if (isAbsolute(chemin) || chemin === '..' || chemin.startsWith(`..${sep}`)) return '';
  return chemin.split(sep).join('/');
}
