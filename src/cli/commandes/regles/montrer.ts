import { CATALOGUE, type FicheAnomalie } from '../../../domaine/catalogue.ts';
import { rendreFiche } from '../../../rapports/regles/fiche.ts';
import { finir, replier } from '../../../rapports/texte.ts';
import type { Contexte } from '../../contexte.ts';
import { CODES, ErreurUsage } from '../../erreurs.ts';
import { paletteDe, presenter } from '../../livraison.ts';
import type { OptionsRegles } from '../../options.ts';
import { reglesEnVigueur } from '../../regles-en-vigueur.ts';
import { vouliezVousDire } from '../../suggestion.ts';
import { montrable } from './montrable.ts';

/** `esms regles montrer ID` : une règle datée, ou un code d'anomalie. */
export async function montrer(id: string, options: OptionsRegles, contexte: Contexte): Promise<number> {
  const fiche = Object.entries<FicheAnomalie>(CATALOGUE).find(([code]) => code === id)?.[1];
  if (fiche !== undefined) {
    contexte.sortie.write(expliquer(id, fiche, options, contexte));
    return CODES.ok;
  }
  const { jeu } = await reglesEnVigueur(options, contexte);
  const regle = Object.hasOwn(jeu, id) ? jeu[id] : undefined;
  if (regle === undefined) {
    const noms = [...Object.keys(jeu), ...Object.keys(CATALOGUE)];
    throw new ErreurUsage(
      `ni règle ni code d'anomalie « ${id} ».${vouliezVousDire(id, noms)} « esms regles lister » donne les règles.`,
    );
  }
  const presentation = presenter({ ...options, sortie: '-' }, contexte);
  contexte.sortie.write(rendreFiche(montrable(regle, contexte.aujourdhui()), presentation));
  return CODES.ok;
}

/** Ce que veut dire un code d'anomalie, et quoi faire. */
function expliquer(code: string, fiche: FicheAnomalie, options: OptionsRegles, contexte: Contexte): string {
  const { colonnes } = contexte.sortie;
  const palette = paletteDe(contexte.sortie, options, contexte);
  const effet = fiche.refus ? ', fait refuser le fichier ou la configuration (code de sortie 2)' : '';
  return finir([
    `${palette.fort(code)} : ${fiche.titre}`,
    `Gravité : ${fiche.gravite}${effet}.`,
    '',
    ...replier(fiche.explication, colonnes),
    '',
    ...replier(`Que faire : ${fiche.aide}.`, colonnes, 2),
  ]);
}
