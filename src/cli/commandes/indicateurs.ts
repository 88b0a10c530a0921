import { resolve } from 'node:path';
import type { Mois } from '../../domaine/date-civile.ts';
import { calculerIndicateurs } from '../../indicateurs/calculer.ts';
import { RAPPORTS_INDICATEURS } from '../../rapports/registre.ts';
import { creerProgression } from '../../terminal/progression.ts';
import { proteger, signaler } from '../anomalies.ts';
import { presenterCi } from '../ci.ts';
import { atteintLeSeuil, atteintLesCibles, codeDesConstats } from '../code-sortie.ts';
import type { Contexte } from '../contexte.ts';
import { CODES } from '../erreurs.ts';
import { chercherRepertoire } from '../index-finess.ts';
import { destination, livrer, presenter } from '../livraison.ts';
import type { OptionsIndicateurs } from '../options.ts';
import type { OptionsCi } from '../options-ci.ts';
import { reglesEnVigueur } from '../regles-en-vigueur.ts';

/** `esms indicateurs` : un fichier refusé ne laisse rien sortir ; des lignes rejetées, si (code 1). */
export async function indicateurs(
  depot: string,
  options: OptionsIndicateurs & OptionsCi & { readonly mois: Mois },
  contexte: Contexte,
): Promise<number> {
  const { jeu: regles } = await reglesEnVigueur(options, contexte);
  const { repertoire, fermer, dire } = await chercherRepertoire(options, contexte);
  const progression = creerProgression(contexte.erreur, !options.silencieux);
  const { refus, rapport } = await calculerIndicateurs({
    depot: resolve(contexte.dossierCourant, depot),
    mois: options.mois,
    premiereMesure: options.premiereMesure ?? false,
    niveaux: options.niveau,
    definitions: options.definition ?? {},
    sensibilite: options.sensibilite,
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
  if (refus) {
    signaler(rapport, { depot, options, maximum: options.maxAnomalies }, contexte);
    contexte.erreur.write('REFUSÉ : un fichier ou la configuration ne se lit pas, aucun indicateur.\n');
    return CODES.usage;
  }
  const montrable = proteger(rapport, destination(options, contexte), options, contexte);
  const rendre = RAPPORTS_INDICATEURS[options.format as keyof typeof RAPPORTS_INDICATEURS];
  const presentation = { ...presenter(options, contexte), ci: presenterCi(depot, options, contexte) };
  await livrer(rendre(montrable, presentation), options, contexte);
  if (!options.silencieux) signaler(rapport, { depot, options }, contexte);
  dire();
  if (options.exigerCibles && !atteintLesCibles(rapport)) return CODES.constats;
  if (atteintLeSeuil(rapport.anomalies, options.seuilGravite)) return CODES.constats;
  return codeDesConstats({ refus, ...rapport }, options.tolererRejets);
}
