import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Repertoire } from '../domaine/finess/verification.ts';
import { grouper } from '../domaine/grouper.ts';
import type { BilanSoumission, ConstatLot } from '../domaine/lot.ts';
import { ENTETE_LOT } from '../rapports/lot/csv.ts';
import { chargerSeuilsLot } from '../regles/seuils-lot.ts';
import { enErreurEcriture } from '../terminal/ecriture.ts';
import { controlerEntre } from './controles/controler.ts';
import { controlerRepertoire } from './controles/repertoire.ts';
import { type Recolte, traiterPlaces } from './equipe/traiter-places.ts';
import { type Inventaire, inventorier, LotIllisible } from './inventaire.ts';
import { Journal, NOM_JOURNAL } from './journal.ts';
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
export interface Lot extends Recolte {
  /** Triés par nom ; leurs constats et leur proposition tiennent compte des autres soumissions. */
  readonly bilans: readonly BilanSoumission[];
  /** lot.csv, soumission après soumission. */
  readonly lignes: () => Iterable<string | Uint8Array>;
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
    const journal = new Journal(join(sortie.chemin, NOM_JOURNAL), options.reprendre);
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
  const recolte = await traiterPlaces(options, places, journal);
  const lus = [...recolte.bilans].sort((a, b) => (a.nom < b.nom ? -1 : 1));
  const { registre, constats } = tenirRegistre(avant, lus, dateReference);
  const extraits = lus.flatMap((bilan) => bilan.extraits);
  const bilans = ajouterConstats(lus, [
    ...controlerEntre(extraits, chargerSeuilsLot()),
    ...(repertoire ? await controlerRepertoire(lus, repertoire) : []),
    ...constats,
  ]);
  signal?.throwIfAborted();
  return await usage({
    bilans,
    echecs: [...echecs, ...recolte.echecs].sort((a, b) => (a.nom < b.nom ? -1 : 1)),
    reprises: recolte.reprises,
    lignes: () => assembler(bilans, journal),
    registre: ecrireRegistre(registre),
  });
}

/** Les constats entre soumissions vont à chacune, et sa proposition en tient compte. */
function ajouterConstats(
  bilans: readonly BilanSoumission[],
  constats: readonly ConstatLot[],
): BilanSoumission[] {
  const parSoumission = grouper(constats, ({ soumission }) => soumission);
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

function* assembler(
  bilans: readonly BilanSoumission[],
  journal: Journal | null,
): Generator<string | Uint8Array> {
  yield ENTETE_LOT;
  for (const { nom } of bilans) if (journal !== null) yield journal.lignesDe(nom);
}
