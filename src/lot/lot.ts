import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Repertoire } from '../domaine/finess/verification.ts';
import type { BilanSoumission, ConstatLot, Echec } from '../domaine/lot.ts';
import { creerDossierPrive } from '../moteur/dossier-prive.ts';
import { ENTETE_LOT } from '../rapports/lot/csv.ts';
import { decrireOutil } from '../regles/outil.ts';
import { chargerSeuilsLot } from '../regles/seuils-lot.ts';
import { enErreurEcriture } from '../terminal/ecriture.ts';
import { controlerEntre } from './controles/controler.ts';
import { controlerRepertoire } from './controles/repertoire.ts';
import { echouer } from './echec.ts';
import { mener } from './equipe/mener.ts';
import { type Inventaire, inventorier, LotIllisible } from './inventaire.ts';
import { type Enregistrement, Journal } from './journal.ts';
import { reprendre } from './proposition/proposer.ts';
import { ecrireRegistre, lireRegistre, tenirRegistre } from './registre.ts';

import type { Reglages } from './soumission.ts';
import { verrouiller } from './verrou.ts';

/** Un dossier : son chemin absolu, et comme l'usager l'a écrit. */
export interface Dossier {
  readonly chemin: string;
  readonly nom: string;
}

export interface OptionsLot extends Omit<Reglages, 'fils' | 'avecLignes'> {
  readonly lot: Dossier;
  /** `null` : rien ne s'écrit. */
  readonly sortie: Dossier | null;
  readonly reprendre: boolean;
  /** Ouvriers en parallèle. */
  readonly taches: number;
  readonly coeurs: number;
  readonly repertoire?: Repertoire | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Appelée après chaque soumission. */
  readonly avancer?: ((faites: number, total: number) => void) | undefined;
}

/** Un lot traité. */
export interface Lot {
  /** Triés par nom ; leurs constats et leur proposition tiennent compte des autres soumissions. */
  readonly bilans: readonly BilanSoumission[];
  readonly echecs: readonly Echec[];
  /** Soumissions que le journal avait déjà. */
  readonly reprises: number;
  /** Le texte de lot.csv, soumission après soumission. */
  readonly lignes: () => AsyncIterable<string>;
  /** Le texte de registre.json. */
  readonly registre: string;
}

/**
 * Traite un lot et donne la main à `usage` ; le dossier de sortie est tenu jusqu'à sa fin. Lève `LotIllisible`,
 * `DossierTenu` ou `ErreurEcriture` ; la raison du signal s'il est levé : le journal garde alors ce qui est fait.
 */
export async function avecLot<T>(options: OptionsLot, usage: (lot: Lot) => Promise<T>): Promise<T> {
  const { lot, sortie } = options;
  const inventaire = await inventorier(lot.chemin, lot.nom, sortie?.chemin ?? null);
  const depot = inventaire.places.find(({ nature }) => nature === 'depot');
  if (depot !== undefined && options.mois === null) {
    throw new LotIllisible(`« ${depot.nom} » est un dépôt : donnez --mois, ou --du et --au.`);
  }
  if (sortie === null) return await traiterTout(options, inventaire, null, usage);
  await mkdir(sortie.chemin, { recursive: true }).catch((erreur: unknown) => {
    throw enErreurEcriture(sortie.nom, erreur);
  });
  const relacher = verrouiller(sortie.chemin, sortie.nom);
  try {
    const journal = await Journal.ouvrir(join(sortie.chemin, 'journal.jsonl'), options.reprendre);
    try {
      return await traiterTout(options, inventaire, journal, usage);
    } finally {
      journal.fermer();
    }
  } finally {
    relacher();
  }
}

async function traiterTout<T>(
  options: OptionsLot,
  { places, echecs }: Inventaire,
  journal: Journal | null,
  usage: (lot: Lot) => Promise<T>,
): Promise<T> {
  const { sortie, dateReference, repertoire, signal } = options;
  const avant = sortie
    ? await lireRegistre(join(sortie.chemin, 'registre.json'), join(sortie.nom, 'registre.json'))
    : new Map();
  const fait = await traiterPlaces(options, places, journal);
  const { registre, constats } = tenirRegistre(avant, fait.bilans, dateReference);
  const extraits = fait.bilans.flatMap((bilan) => bilan.extraits);
  const bilans = ajouterConstats(fait.bilans, [
    ...controlerEntre(extraits, chargerSeuilsLot()),
    ...(repertoire ? await controlerRepertoire(fait.bilans, repertoire) : []),
    ...constats,
  ]);
  signal?.throwIfAborted();
  return await usage({
    bilans,
    echecs: [...echecs, ...fait.echecs].sort((a, b) => (a.nom < b.nom ? -1 : 1)),
    reprises: fait.reprises,
    lignes: () => assembler(bilans, journal),
    registre: ecrireRegistre(registre),
  });
}

async function traiterPlaces(
  options: OptionsLot,
  places: Inventaire['places'],
  journal: Journal | null,
): Promise<Pick<Lot, 'bilans' | 'echecs' | 'reprises'>> {
  const { taches, coeurs, memoire, signal, avancer } = options;
  const { mois, dateReference, regles, preuve } = options;
  const bilans: BilanSoumission[] = [];
  const echecs: Echec[] = [];
  let reprises = 0;
  const garder = (enregistrement: Enregistrement): void => {
    if ('echec' in enregistrement) echecs.push(enregistrement.echec);
    else bilans.push(enregistrement.bilan);
  };
  const actifs = Math.min(taches, places.length);
  const fils = Math.max(1, Math.floor(coeurs / actifs));
  const prive = places.some(({ nature }) => nature === 'depot') ? creerDossierPrive() : null;
  const env = prive === null ? {} : { TMPDIR: prive.chemin, TEMP: prive.chemin, TMP: prive.chemin };
  const equipe = {
    reglages: {
      mois,
      dateReference,
      regles,
      preuve,
      avecLignes: journal !== null,
      memoire,
      fils,
    },
    cleCommune: JSON.stringify([decrireOutil(regles), mois, dateReference, preuve]),
    taches,
    env,
    signal,
  };
  try {
    await mener(
      places.map((place) => ({ place, connue: journal?.cleDe(place.nom) ?? null })),
      equipe,
      (rendu) => {
        if (rendu.etat === 'echec') echecs.push(rendu.echec);
        else if (rendu.etat === 'traitee') {
          journal?.ajouter(rendu.nom, rendu.cle, rendu.ligne);
          garder(JSON.parse(rendu.enregistrement) as Enregistrement);
        } else {
          garder(relire(journal, rendu.nom));
          reprises++;
        }
        avancer?.(bilans.length + echecs.length, places.length);
      },
    );
  } finally {
    prive?.effacer();
  }
  return { bilans: bilans.sort((a, b) => (a.nom < b.nom ? -1 : 1)), echecs, reprises };
}

function relire(journal: Journal | null, nom: string): Enregistrement {
  const lu = journal?.lire(nom) ?? null;
  if (lu === null) {
    const echec = echouer(nom, 'lot.illisible', 'sa ligne du journal est abîmée : relancez sans --reprendre');
    return { nom, cle: '', echec };
  }
  const { csv: _, ...enregistrement } = lu;
  return enregistrement;
}

/** Les constats entre soumissions vont à chacune, et sa proposition en tient compte. */
function ajouterConstats(
  bilans: readonly BilanSoumission[],
  constats: readonly ConstatLot[],
): BilanSoumission[] {
  const parSoumission = new Map<string, ConstatLot[]>();
  for (const constat of constats) {
    const siens = parSoumission.get(constat.soumission);
    if (siens) siens.push(constat);
    else parSoumission.set(constat.soumission, [constat]);
  }
  return bilans.map((bilan) => {
    const siens = parSoumission.get(bilan.nom);
    if (siens === undefined) return bilan;
    return {
      ...bilan,
      constats: [...bilan.constats, ...siens],
      proposition: bilan.proposition && reprendre(bilan.proposition, siens),
    };
  });
}

async function* assembler(
  bilans: readonly BilanSoumission[],
  journal: Journal | null,
): AsyncGenerator<string> {
  yield ENTETE_LOT;
  for (const { nom } of bilans) {
    const lu = journal?.lire(nom);
    if (lu) yield lu.csv;
  }
}
