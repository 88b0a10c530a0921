import { resolve } from 'node:path';
import type { Mois } from '../../domaine/date-civile.ts';
import { rendreReleve } from '../../rapports/releve/json.ts';
import { nommerReleve, preparerPlace } from '../../suivi/releve/ecrire.ts';
import { etablirReleves } from '../../suivi/releve/etablir.ts';
import { ecrireAtomiquement } from '../../terminal/ecriture.ts';
import { creerProgression } from '../../terminal/progression.ts';
import { signaler } from '../anomalies.ts';
import { codeDesConstats } from '../code-sortie.ts';
import type { Contexte } from '../contexte.ts';
import { CODES, ErreurUsage } from '../erreurs.ts';
import { chercherRepertoire } from '../index-finess.ts';
import { COLONNES_TRANSMISES } from '../masquage.ts';
import type { OptionsReleve } from '../options-suivi.ts';
import { reglesEnVigueur } from '../regles-en-vigueur.ts';

/** `esms releve` : un fichier refusé n'écrit rien ; un relevé différent n'est remplacé que si on le demande. */
export async function releve(
  depot: string,
  options: OptionsReleve & { readonly mois: Mois; readonly sortie: string },
  contexte: Contexte,
): Promise<number> {
  const { jeu: regles } = await reglesEnVigueur(options, contexte);
  const { repertoire, fermer, dire } = await chercherRepertoire(options, contexte);
  const progression = creerProgression(contexte.erreur, !options.silencieux);
  const issue = await etablirReleves({
    depot: resolve(contexte.dossierCourant, depot),
    mois: [options.mois],
    premiereMesure: options.premiereMesure ?? false,
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
  const demande = { depot, options, lisibles: COLONNES_TRANSMISES };
  const { refus, anomalies, sources } = issue;
  const [scelle] = issue.refus ? [] : issue.rendu;
  if (scelle === undefined) {
    signaler({ anomalies }, { ...demande, maximum: options.maxAnomalies }, contexte);
    contexte.erreur.write('REFUSÉ : un fichier ou la configuration ne se lit pas, aucun relevé.\n');
    return CODES.usage;
  }
  const texte = rendreReleve(scelle.releve, scelle.empreinte);
  await deposer(nommerReleve(scelle.releve), texte, options, contexte);
  if (!options.silencieux) signaler({ anomalies }, demande, contexte);
  dire();
  return codeDesConstats({ refus, anomalies, sources }, options.tolererRejets);
}

async function deposer(
  nom: string,
  texte: string,
  { sortie, remplacer, silencieux }: OptionsReleve & { readonly sortie: string },
  contexte: Contexte,
): Promise<void> {
  contexte.signal?.throwIfAborted();
  const lisible = `${sortie.replace(/[\\/]+$/, '')}/${nom}`;
  const { chemin, present, differences } = await preparerPlace(
    resolve(contexte.dossierCourant, sortie),
    nom,
    texte,
  ).catch(({ code }: NodeJS.ErrnoException) => {
    throw new ErreurUsage(`impossible d'écrire dans ${sortie} (${code}).`);
  });
  if (present === 'autre' && !remplacer) {
    const ou = differences.length > 0 ? ` (${differences.join(', ')})` : '';
    throw new ErreurUsage(`${lisible} existe et dit autre chose${ou} ; --remplacer le remplace.`);
  }
  if (present !== 'meme') await ecrireAtomiquement(chemin, texte);
  if (!silencieux) contexte.erreur.write(`${present === 'meme' ? 'Inchangé' : 'Écrit'} : ${lisible}\n`);
}
