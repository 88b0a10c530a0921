import { resolve } from 'node:path';
import type { Issue, OptionsLecture } from '../../suivi/calcul.ts';
import { creerProgression } from '../../terminal/progression.ts';
import { proteger, signaler } from '../anomalies.ts';
import type { Contexte } from '../contexte.ts';
import { chercherRepertoire } from '../index-finess.ts';
import { destination } from '../livraison.ts';
import type { OptionsMesure } from '../options-mesure.ts';
import { reglesEnVigueur } from '../regles-en-vigueur.ts';

interface Demande {
  readonly depot: string;
  readonly options: OptionsMesure;
  /** Ce qu'un refus n'aura pas rendu : « aucune liste ». */
  readonly rien: string;
}

/**
 * Lit un dépôt et en tire un rapport, tel que sa destination a le droit de le montrer ; `null` : refusé, et c'est dit.
 */
export async function mesurer<T>(
  { depot, options, rien }: Demande,
  contexte: Contexte,
  etablir: (options: OptionsLecture) => Promise<Issue<T>>,
): Promise<(Extract<Issue<T>, { refus: false }> & { readonly conclure: () => void }) | null> {
  const { jeu: regles } = await reglesEnVigueur(options, contexte);
  const { repertoire, fermer, dire } = await chercherRepertoire(options, contexte);
  const progression = creerProgression(contexte.erreur, !options.silencieux);
  const issue = await etablir({
    depot: resolve(contexte.dossierCourant, depot),
    definitions: options.definition ?? {},
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
  if (issue.refus) {
    signaler(issue, { depot, options, maximum: options.maxAnomalies }, contexte);
    contexte.erreur.write(`REFUSÉ : un fichier ou la configuration ne se lit pas, ${rien}.\n`);
    return null;
  }
  const conclure = (): void => {
    if (!options.silencieux) signaler(issue, { depot, options }, contexte);
    dire();
  };
  return { ...proteger(issue, destination(options, contexte), options, contexte), conclure };
}
