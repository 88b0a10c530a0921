import { Recueil } from '../../domaine/anomalie.ts';
import type { Suivi } from '../../domaine/suivi.ts';
import { finir } from '../../rapports/texte.ts';
import { direAnomalie } from '../../rapports/verification/anomalies.ts';
import { lireReleves } from '../../suivi/lire.ts';
import { suivre } from '../../suivi/suivre.ts';
import type { Contexte } from '../contexte.ts';
import { paletteDe } from '../livraison.ts';
import type { OptionsAffichage } from '../options.ts';
import { type OptionsPreuve, reglagesPreuve } from '../options-preuve.ts';

/** Un constat par fichier ou par mois : borné par ce que l'on donne à lire. */
const MAXIMUM = 10_000;

/** Lit des relevés et les suit ; `null` : l'un est refusé, et c'est dit. `rien` : ce que le refus n'aura pas rendu. */
export async function suivreReleves(
  releves: readonly string[],
  options: OptionsAffichage & OptionsPreuve,
  contexte: Contexte,
  rien: string,
): Promise<{ readonly resultat: Suivi; readonly recueil: Recueil } | null> {
  const recueil = new Recueil(MAXIMUM);
  const recus = await lireReleves(releves, contexte.dossierCourant, recueil, contexte.signal);
  const resultat = recueil.aRefus ? null : suivre(recus, reglagesPreuve(options), recueil);
  if (resultat !== null && !recueil.aRefus) return { resultat, recueil };
  signalerErreurs(recueil, options, contexte);
  contexte.erreur.write(`REFUSÉ : un relevé ne se lit pas ou ne va pas avec les autres, ${rien}.\n`);
  return null;
}

export function signalerErreurs({ details }: Recueil, options: OptionsAffichage, contexte: Contexte): void {
  const palette = paletteDe(contexte.erreur, options, contexte);
  const erreurs = details.filter(({ gravite }) => gravite === 'erreur');
  if (erreurs.length > 0) contexte.erreur.write(finir(erreurs.flatMap((une) => direAnomalie(une, palette))));
}
