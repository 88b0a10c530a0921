import { resolve } from 'node:path';
import type { Palette, Presentation } from '../rapports/presentation.ts';
import { ecrireAtomiquement } from '../terminal/ecriture.ts';
import { LARGEUR_PAR_DEFAUT } from '../terminal/largeur.ts';
import { aCouleur, creerPalette } from '../terminal/palette.ts';
import type { Contexte, Flux } from './contexte.ts';
import type { OptionsAffichage, OptionsSortie } from './options.ts';

const SORTIE_STANDARD = '-';

/** Où va le rapport : un fichier n'est pas un terminal. */
export function destination({ sortie }: OptionsSortie, contexte: Contexte): Omit<Flux, 'write'> {
  if (sortie === SORTIE_STANDARD) return contexte.sortie;
  return { estTerminal: false, colonnes: LARGEUR_PAR_DEFAUT };
}

/** Écrit le rapport entier, sur la sortie standard ou dans un fichier (tout ou rien). Interrompu : rien. */
export async function livrer(
  texte: string | Iterable<string>,
  options: OptionsSortie,
  contexte: Contexte,
): Promise<void> {
  contexte.signal?.throwIfAborted();
  if (options.sortie === SORTIE_STANDARD) {
    for (const morceau of typeof texte === 'string' ? [texte] : texte) contexte.sortie.write(morceau);
    return;
  }
  await ecrireAtomiquement(resolve(contexte.dossierCourant, options.sortie), texte);
  if (!options.silencieux) contexte.erreur.write(`Écrit : ${options.sortie}\n`);
}

/** Largeur et couleurs de la destination. */
export function presenter(
  options: OptionsSortie & { readonly tout?: true; readonly excel?: true },
  contexte: Contexte,
): Presentation {
  const flux = destination(options, contexte);
  return {
    largeur: flux.colonnes,
    palette: paletteDe(flux, options, contexte),
    tout: options.tout ?? false,
    excel: options.excel ?? false,
  };
}

export function paletteDe(
  { estTerminal }: Pick<Flux, 'estTerminal'>,
  { sansCouleur }: OptionsAffichage,
  { env }: Contexte,
): Palette {
  return creerPalette(aCouleur({ sansCouleur: sansCouleur ?? false, estTerminal, noColor: env.NO_COLOR }));
}
