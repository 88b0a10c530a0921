import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Recueil } from '../../domaine/anomalie.ts';
import { type DateCivile, dernierJour, type Mois } from '../../domaine/date-civile.ts';
import { REGLAGES_PAR_DEFAUT, type ReleveRecu } from '../../domaine/suivi.ts';
import { rendreTable } from '../../rapports/indicateurs/table.ts';
import { rendre as rendrePage } from '../../rapports/page/html.ts';
import { rendreReleve } from '../../rapports/releve/json.ts';
import { rendre as rendreSuivi } from '../../rapports/suivi/table.ts';
import { finir, replier } from '../../rapports/texte.ts';
import { chargerReglesLivrees } from '../../regles/livrees.ts';
import { assemblerPage } from '../../suivi/rapport/assembler.ts';
import { relireMois } from '../../suivi/rapport/depuis-exports.ts';
import { creerDossier, nommerReleve } from '../../suivi/releve/ecrire.ts';
import { suivre } from '../../suivi/suivre.ts';
import { ecrireEnsemble } from '../../terminal/ecriture.ts';
import { creerProgression } from '../../terminal/progression.ts';
import { VERSION } from '../../version.ts';
import { signaler } from '../anomalies.ts';
import type { Contexte } from '../contexte.ts';
import { CODES, ErreurUsage } from '../erreurs.ts';
import { presenter } from '../livraison.ts';
import type { OptionsAffichage } from '../options.ts';

export interface OptionsDemo extends OptionsAffichage {
  /** Le dossier où les relevés et le rapport s'écrivent. */
  readonly sortie: string;
}

const DEPOT = fileURLToPath(new URL('../../../fixtures/demo', import.meta.url));
const MOIS = '2025-09' as Mois;
/** Le mois est clos : la démonstration rend les mêmes octets tous les jours. */
const DATE_REFERENCE: DateCivile = dernierJour(MOIS);
const MAX_ANOMALIES = 100;

/**
 * `esms demo` : l'écran principal sur le dépôt d'exemple, puis trois mois de relevés, leur table de preuve et le rapport
 * HTML, écrits dans un dossier à part ; enfin, par où continuer avec ses propres fichiers.
 */
export async function demo(options: OptionsDemo, contexte: Contexte): Promise<number> {
  const regles = chargerReglesLivrees();
  const progression = creerProgression(contexte.erreur, !options.silencieux);
  const issue = await relireMois({
    depot: DEPOT,
    mois: MOIS,
    premiereMesure: false,
    definitions: {},
    dateReference: DATE_REFERENCE,
    maxAnomalies: MAX_ANOMALIES,
    regles,
    progression: progression.montrer,
    signal: contexte.signal,
  }).finally(progression.effacer);
  if (issue.refus)
    throw new Error(`le dépôt d'exemple ne se lit pas : ${issue.anomalies.details[0]?.message}`);
  contexte.signal?.throwIfAborted();
  const { rendu: recus, anomalies } = issue;
  const recueil = new Recueil(MAX_ANOMALIES);
  const suivi = suivre(nommer(recus, options), REGLAGES_PAR_DEFAUT, recueil);
  const page = assemblerPage(suivi, recueil.bilan(), { version: VERSION, origine: 'releves' });
  if (page === null) throw new Error('un relevé qui vient d’être établi est intact');
  const presentation = presenter({ ...options, sortie: '-' }, contexte);
  const { colonnes } = contexte.sortie;
  const montrer = (...lignes: string[]): void => contexte.sortie.write(finir(lignes));
  montrer(...replier(INTRODUCTION, colonnes), '');
  contexte.sortie.write(rendreTable({ ...page.mesure, anomalies, sources: issue.sources }, presentation));
  if (!options.silencieux) {
    contexte.erreur.write('\n');
    // Le dépôt est fictif : ses valeurs se montrent.
    signaler(
      { anomalies },
      { depot: exemple(contexte), options: { ...options, montrerValeurs: true } },
      contexte,
    );
  }
  montrer('', ...replier(TROIS_MOIS, colonnes), '');
  contexte.sortie.write(rendreSuivi(page.suivi, presentation));
  await deposer(recus, rendrePage(page), options, contexte);
  montrer('', ...suite(options, contexte));
  return CODES.ok;
}

/** Les relevés tels qu'ils seront écrits. */
function nommer(recus: readonly ReleveRecu[], { sortie }: OptionsDemo): ReleveRecu[] {
  return recus.map((recu) => ({ ...recu, fichier: `${sortie}/releves/${nommerReleve(recu.scelle.releve)}` }));
}

async function deposer(
  recus: readonly ReleveRecu[],
  page: string,
  { sortie }: OptionsDemo,
  { dossierCourant }: Contexte,
): Promise<void> {
  const dossier = resolve(dossierCourant, sortie);
  await creerDossier(join(dossier, 'releves')).catch(({ code }: NodeJS.ErrnoException) => {
    throw new ErreurUsage(
      `impossible d'écrire dans ${sortie} (${code}) ; --sortie DOSSIER en donne un autre.`,
    );
  });
  await ecrireEnsemble([
    ...recus.map(({ scelle: { releve, empreinte } }): [string, string] => [
      join(dossier, 'releves', nommerReleve(releve)),
      rendreReleve(releve, empreinte),
    ]),
    [join(dossier, 'rapport.html'), page],
  ]);
}

const INTRODUCTION =
  "Dépôt d'exemple, entièrement fictif : une grappe de trois organismes et seize ESSMS, dont les exports sont " +
  'écrits comme trois logiciels les écrivent, erreurs comprises. Tout est calculé sur ce poste, rien ne sort.';

const TROIS_MOIS =
  'Trois mois de relevés : ce qui se transmet, sans identifiant de personne, et ce qu’ils prouvent ensemble.';

/** Des commandes à recopier telles quelles, d'abord sur une copie de l'exemple. */
function suite({ sortie }: OptionsDemo, contexte: Contexte): string[] {
  const { invocation = 'esms' } = contexte;
  return [
    `Écrits dans ${sortie} : releves/ (trois mois) et rapport.html (à ouvrir dans un navigateur).`,
    '',
    'À vous :',
    `  cp -r ${exemple(contexte)} mon-depot`,
    '      une copie à remplir : vos exports CSV à la place des siens, depot.yaml dit lesquels',
    `  ${invocation} verifier mon-depot`,
    "      chaque anomalie, sa ligne et ce qu'il faut faire",
    `  ${invocation} indicateurs mon-depot --mois ${MOIS}`,
    '      ce tableau, sur vos fichiers (changez le mois)',
    `  ${invocation} indicateurs mon-depot --mois ${MOIS} --format csv --excel --sortie indicateurs.csv`,
    '      le même, pour Excel',
    `  ${invocation} suivi ${sortie}/releves`,
    '      la preuve sur trois mois',
    `  ${invocation} rapport mon-depot --mois ${MOIS} --sortie rapport.html`,
    "      la page qu'un directeur lit",
    `  ${invocation} schema`,
    '      les tables attendues et leurs colonnes',
  ];
}

/** Le chemin du dépôt d'exemple, tel qu'il se tape. */
function exemple({ dossierCourant }: Contexte): string {
  const chemin = relative(dossierCourant, DEPOT).replaceAll('\\', '/') || '.';
  return /\s/.test(chemin) ? `"${chemin}"` : chemin;
}
