import { resolve } from 'node:path';
import { verifierDepot } from '../../controles/verifier.ts';
import { RAPPORTS_VERIFICATION } from '../../rapports/registre.ts';
import { creerProgression } from '../../terminal/progression.ts';
import { proteger } from '../anomalies.ts';
import { presenterCi } from '../ci.ts';
import { atteintLeSeuil, codeDesConstats } from '../code-sortie.ts';
import type { Contexte } from '../contexte.ts';
import { CODES } from '../erreurs.ts';
import { chercherRepertoire } from '../index-finess.ts';
import { destination, livrer, presenter } from '../livraison.ts';
import { MASQUE } from '../masquage.ts';
import type { OptionsDepot } from '../options.ts';
import type { OptionsCi } from '../options-ci.ts';
import { reglesEnVigueur } from '../regles-en-vigueur.ts';

/** `esms verifier` : contrôle tout ce qui se lit, même si un fichier est refusé (alors le code est 2). */
export async function verifier(
  depot: string,
  options: OptionsDepot & OptionsCi,
  contexte: Contexte,
): Promise<number> {
  const { jeu: regles } = await reglesEnVigueur(options, contexte);
  const { repertoire, fermer, dire } = await chercherRepertoire(options, contexte);
  const progression = creerProgression(contexte.erreur, !options.silencieux);
  const { refus, rapport } = await verifierDepot({
    depot: resolve(contexte.dossierCourant, depot),
    dateReference: options.dateReference ?? contexte.aujourdhui(),
    maxAnomalies: options.maxAnomalies,
    regles,
    repertoire,
    progression: progression.montrer,
    signal: contexte.signal,
  }).finally(() => {
    progression.effacer();
    fermer();
  });
  const montrable = proteger(rapport, destination(options, contexte), options, contexte);
  const rendre = RAPPORTS_VERIFICATION[options.format as keyof typeof RAPPORTS_VERIFICATION];
  const presentation = { ...presenter(options, contexte), ci: presenterCi(depot, options, contexte) };
  await livrer(rendre(montrable, presentation), options, contexte);
  if (!options.silencieux && montrable.anomalies.details.some(({ valeur }) => valeur === MASQUE)) {
    contexte.erreur.write(`Des valeurs sont masquées (${MASQUE}) : --montrer-valeurs les montre.\n`);
  }
  dire();
  const code = codeDesConstats({ refus, ...rapport }, options.tolererRejets);
  return code === CODES.ok && atteintLeSeuil(rapport.anomalies, options.seuilGravite) ? CODES.constats : code;
}
