import { resolve } from 'node:path';
import { verifierDepot } from '../../controles/verifier.ts';
import { RAPPORTS_VERIFICATION } from '../../rapports/registre.ts';
import { creerProgression } from '../../terminal/progression.ts';
import { proteger } from '../anomalies.ts';
import { codeDesConstats } from '../code-sortie.ts';
import type { Contexte } from '../contexte.ts';
import { chercherRepertoire } from '../index-finess.ts';
import { destination, livrer, presenter } from '../livraison.ts';
import { MASQUE } from '../masquage.ts';
import type { OptionsDepot } from '../options.ts';
import { reglesEnVigueur } from '../regles-en-vigueur.ts';

/** `esms verifier` : contrôle tout ce qui se lit, même si un fichier est refusé (alors le code est 2). */
export async function verifier(depot: string, options: OptionsDepot, contexte: Contexte): Promise<number> {
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
  await livrer(rendre(montrable, presenter(options, contexte)), options, contexte);
  if (!options.silencieux && montrable.anomalies.details.some(({ valeur }) => valeur === MASQUE)) {
    contexte.erreur.write(`Des valeurs sont masquées (${MASQUE}) : --montrer-valeurs les montre.\n`);
  }
  dire();
  return codeDesConstats({ refus, ...rapport }, options.tolererRejets);
}
