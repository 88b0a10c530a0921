import { resolve } from 'node:path';
import { LECTURES_REDUIT } from '../../domaine/financement/forfaits.ts';
import type { Issue, OptionsInstruction } from '../../financement/instruire.ts';
import type { EnteteDossier } from '../../rapports/dossier/modele.ts';
import { accorder } from '../../rapports/nombres.ts';
import { finir } from '../../rapports/texte.ts';
import { direAnomalie } from '../../rapports/verification/anomalies.ts';
import { creerProgression } from '../../terminal/progression.ts';
import { proteger } from '../anomalies.ts';
import { codeDesConstats } from '../code-sortie.ts';
import type { Contexte } from '../contexte.ts';
import { CODES, ErreurUsage } from '../erreurs.ts';
import { chercherRepertoire } from '../index-finess.ts';
import { destination, paletteDe } from '../livraison.ts';
import type { OptionsDossier } from '../options-dossier.ts';
import { reglesEnVigueur } from '../regles-en-vigueur.ts';

export interface Demande {
  readonly commande: string;
  readonly depot: string;
  readonly options: OptionsDossier;
}

/** Un dossier instruit, tel que sa destination a le droit de le montrer ; `null` : refusé, et c'est dit. */
export async function instruireDossier<T>(
  { commande, depot, options }: Demande,
  contexte: Contexte,
  instruire: (options: OptionsInstruction) => Promise<Issue<T>>,
): Promise<{ readonly entete: EnteteDossier; readonly dossier: T; readonly dire: () => void } | null> {
  const { jeu } = await reglesEnVigueur(options, contexte);
  const { repertoire, fermer, dire } = await chercherRepertoire(options, contexte);
  const progression = creerProgression(contexte.erreur, !options.silencieux);
  const issue = await instruire({
    depot: resolve(contexte.dossierCourant, depot),
    regles: jeu,
    annee: options.annee,
    lecture: options.lecture ?? LECTURES_REDUIT[0],
    dateReference: options.dateReference ?? contexte.aujourdhui(),
    maxAnomalies: options.maxAnomalies,
    repertoire,
    progression: progression.montrer,
    signal: contexte.signal,
  }).finally(() => {
    progression.effacer();
    fermer();
  });
  if (issue.refus) {
    signalerTout(issue.entete, options, contexte);
    contexte.erreur.write('REFUSÉ : un fichier ou la configuration ne se lit pas, aucun résultat.\n');
    return null;
  }
  if (issue.anneeInconnue) {
    throw new ErreurUsage(
      `il manque --annee AAAA, l'année de l'instruction, ou grappe.convention dans depot.yaml. Exemple : esms ${commande} ${depot} --annee 2022`,
    );
  }
  const entete = proteger(issue.entete, destination(options, contexte), options, contexte);
  return { entete, dossier: issue.dossier, dire };
}

/** Chaque anomalie, sur l'erreur standard : celles du dossier ne sont pas toutes de celles que `verifier` sait. */
export function signalerTout(
  { anomalies }: Pick<EnteteDossier, 'anomalies'>,
  options: OptionsDossier,
  contexte: Contexte,
): void {
  const palette = paletteDe(contexte.erreur, options, contexte);
  const { details } = proteger({ anomalies }, contexte.erreur, options, contexte).anomalies;
  const tues = anomalies.erreurs + anomalies.avertissements - details.length;
  const lignes = details.flatMap((detail) => direAnomalie(detail, palette));
  if (tues > 0) lignes.push(`${accorder(tues, 'autre anomalie', 'autres anomalies')} : --max-anomalies.`);
  if (lignes.length > 0) contexte.erreur.write(finir(lignes));
}

/** Le code de sortie : celui de la lecture, ou 1 si le résultat lui-même est un constat. */
export function codeDuDossier(
  { anomalies, sources }: EnteteDossier,
  { tolererRejets }: Pick<OptionsDossier, 'tolererRejets'>,
  estConstat: boolean,
): number {
  const code = codeDesConstats({ refus: false, anomalies, sources }, tolererRejets);
  return code === CODES.ok && estConstat ? CODES.constats : code;
}
