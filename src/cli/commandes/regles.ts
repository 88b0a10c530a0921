import { CATALOGUE, type FicheAnomalie } from '../../domaine/catalogue.ts';
import { finir, replier } from '../../rapports/texte.ts';
import type { Contexte } from '../contexte.ts';
import { CODES, ErreurUsage } from '../erreurs.ts';
import { paletteDe } from '../livraison.ts';
import type { OptionsAffichage } from '../options.ts';
import { vouliezVousDire } from '../suggestion.ts';

/** `esms regles montrer CODE` : ce que veut dire un code d'anomalie, et quoi faire. */
export function montrer(code: string, options: OptionsAffichage, contexte: Contexte): number {
  const fiche = Object.entries<FicheAnomalie>(CATALOGUE).find(([connu]) => connu === code)?.[1];
  if (!fiche) {
    throw new ErreurUsage(`code inconnu « ${code} ».${vouliezVousDire(code, Object.keys(CATALOGUE))}`);
  }
  const { colonnes } = contexte.sortie;
  const palette = paletteDe(contexte.sortie, options, contexte);
  const effet = fiche.refus ? ', fait refuser le fichier ou la configuration (code de sortie 2)' : '';
  const lignes = [
    `${palette.fort(code)} : ${fiche.titre}`,
    `Gravité : ${fiche.gravite}${effet}.`,
    '',
    ...replier(fiche.explication, colonnes),
    '',
    ...replier(`Que faire : ${fiche.aide}.`, colonnes, 2),
  ];
  contexte.sortie.write(finir(lignes));
  return CODES.ok;
}
