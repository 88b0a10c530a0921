import { Recueil } from '../../domaine/anomalie.ts';
import { preuveFaite } from '../../domaine/suivi.ts';
import { FORMATS_SUIVI } from '../../rapports/suivi/formats.ts';
import type { RapportSuivi } from '../../rapports/suivi/modele.ts';
import { finir } from '../../rapports/texte.ts';
import { direAnomalie } from '../../rapports/verification/anomalies.ts';
import { lireReleves } from '../../suivi/lire.ts';
import { suivre } from '../../suivi/suivre.ts';
import { VERSION } from '../../version.ts';
import type { Contexte } from '../contexte.ts';
import { CODES } from '../erreurs.ts';
import { livrer, paletteDe, presenter } from '../livraison.ts';
import type { OptionsSuivi } from '../programme-suivi/suivi.ts';

/** Un constat par fichier ou par mois : borné par ce que l'on donne à lire. */
const MAXIMUM = 10_000;

/** `esms suivi` : un relevé refusé ne laisse rien sortir (code 2) ; un relevé altéré ou en double, si (code 1). */
export async function suivi(
  releves: readonly string[],
  options: OptionsSuivi,
  contexte: Contexte,
): Promise<number> {
  const recueil = new Recueil(MAXIMUM);
  const recus = await lireReleves(releves, contexte.dossierCourant, recueil, contexte.signal);
  const reglages = { lecture: options.lecturePreuve, premiereMesureCompte: options.premiereMesureCompte };
  const resultat = recueil.aRefus ? null : suivre(recus, reglages, recueil);
  if (resultat === null || recueil.aRefus) {
    signalerErreurs(recueil, options, contexte);
    contexte.erreur.write('REFUSÉ : un relevé ne se lit pas ou ne va pas avec les autres, aucun suivi.\n');
    return CODES.usage;
  }
  const rapport: RapportSuivi = {
    outil: { nom: 'esms', version: VERSION },
    suivi: resultat,
    niveaux: options.niveau,
    anomalies: recueil.bilan(),
  };
  const { rendre } = await FORMATS_SUIVI[options.format as keyof typeof FORMATS_SUIVI]();
  await livrer(rendre(rapport, presenter(options, contexte)), options, contexte);
  // Le tableau et le Markdown disent leurs constats ; les données, non.
  const muet = options.format === 'table' || options.format === 'markdown';
  if (!muet && !options.silencieux) signalerErreurs(recueil, options, contexte);
  const manque = options.exigerPreuve === true && !preuveFaite(resultat, options.niveau);
  return manque || recueil.erreurs > 0 ? CODES.constats : CODES.ok;
}

function signalerErreurs({ details }: Recueil, options: OptionsSuivi, contexte: Contexte): void {
  const palette = paletteDe(contexte.erreur, options, contexte);
  const erreurs = details.filter(({ gravite }) => gravite === 'erreur');
  if (erreurs.length > 0) contexte.erreur.write(finir(erreurs.flatMap((une) => direAnomalie(une, palette))));
}
