import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DateCivile, dernierJour, type Mois } from '../../domaine/date-civile.ts';
import { NIVEAUX } from '../../domaine/resultat.ts';
import { calculerIndicateurs } from '../../indicateurs/calculer.ts';
import { rendreTable } from '../../rapports/indicateurs/table.ts';
import { finir, replier } from '../../rapports/texte.ts';
import { creerProgression } from '../../terminal/progression.ts';
import { signaler } from '../anomalies.ts';
import type { Contexte } from '../contexte.ts';
import { CODES } from '../erreurs.ts';
import { presenter } from '../livraison.ts';
import type { OptionsAffichage } from '../options.ts';

const DEPOT = fileURLToPath(new URL('../../../fixtures/demo', import.meta.url));
const MOIS = '2025-09' as Mois;
/** Le mois est clos : la démonstration rend les mêmes octets tous les jours. */
const DATE_REFERENCE: DateCivile = dernierJour(MOIS);
const MAX_ANOMALIES = 100;

/** `esms demo` : l'écran principal sur le dépôt d'exemple, puis par où continuer avec ses propres fichiers. */
export async function demo(options: OptionsAffichage, contexte: Contexte): Promise<number> {
  const progression = creerProgression(contexte.erreur, !options.silencieux);
  const { refus, rapport } = await calculerIndicateurs({
    depot: DEPOT,
    mois: MOIS,
    premiereMesure: false,
    niveaux: NIVEAUX,
    definitions: {},
    dateReference: DATE_REFERENCE,
    maxAnomalies: MAX_ANOMALIES,
    progression: progression.montrer,
    signal: contexte.signal,
  }).finally(progression.effacer);
  if (refus) throw new Error(`le dépôt d'exemple ne se lit pas : ${rapport.anomalies.details[0]?.message}`);
  contexte.signal?.throwIfAborted();
  const presentation = presenter({ ...options, sortie: '-' }, contexte);
  const { colonnes } = contexte.sortie;
  contexte.sortie.write(finir([...replier(INTRODUCTION, colonnes), '']));
  contexte.sortie.write(rendreTable(rapport, presentation));
  if (!options.silencieux) {
    contexte.erreur.write('\n');
    // Le dépôt est fictif : ses valeurs se montrent.
    signaler(rapport, { depot: exemple(contexte), options: { ...options, montrerValeurs: true } }, contexte);
  }
  contexte.sortie.write(finir(['', ...suite(contexte)]));
  return CODES.ok;
}

const INTRODUCTION =
  "Dépôt d'exemple, entièrement fictif : une grappe de trois organismes et seize ESSMS, dont les exports sont " +
  'écrits comme trois logiciels les écrivent, erreurs comprises. Tout est calculé sur ce poste, rien ne sort.';

/** Des commandes à recopier telles quelles, d'abord sur une copie de l'exemple. */
function suite(contexte: Contexte): string[] {
  const { invocation = 'esms' } = contexte;
  return [
    'À vous :',
    `  cp -r ${exemple(contexte)} mon-depot`,
    '      une copie à remplir : vos exports CSV à la place des siens, depot.yaml dit lesquels',
    `  ${invocation} verifier mon-depot`,
    "      chaque anomalie, sa ligne et ce qu'il faut faire",
    `  ${invocation} indicateurs mon-depot --mois ${MOIS}`,
    '      ce tableau, sur vos fichiers (changez le mois)',
    `  ${invocation} indicateurs mon-depot --mois ${MOIS} --format csv --excel --sortie indicateurs.csv`,
    '      le même, pour Excel',
    `  ${invocation} schema`,
    '      les tables attendues et leurs colonnes',
  ];
}

/** Le chemin du dépôt d'exemple, tel qu'il se tape. */
function exemple({ dossierCourant }: Contexte): string {
  const chemin = relative(dossierCourant, DEPOT).replaceAll('\\', '/') || '.';
  return /\s/.test(chemin) ? `"${chemin}"` : chemin;
}
