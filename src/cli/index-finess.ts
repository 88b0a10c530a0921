import { join, resolve } from 'node:path';
import type { IndexCite, Repertoire } from '../domaine/finess/verification.ts';
import { lireFiches } from '../finess/fiches.ts';
import { type IndexFiness, ouvrirIndex } from '../finess/index/ouvrir.ts';
import { direIndex } from '../rapports/finess/index-cite.ts';
import type { Contexte } from './contexte.ts';
import { ErreurUsage } from './erreurs.ts';
import type { OptionsAffichage } from './options.ts';

/** Ce que partagent les commandes qui se servent d'un index FINESS. */
export interface OptionsIndex extends OptionsAffichage {
  /** Absente : l'index du dossier de données de l'usager. */
  readonly index?: string;
}

const COMMENT = 'Construisez-le : esms finess importer FICHIER…';

/** La place de l'index : celle de --index, ou celle que la convention du système lui donne. */
export async function placeIndex({ index }: OptionsIndex, contexte: Contexte): Promise<string | null> {
  if (index !== undefined) return resolve(contexte.dossierCourant, index);
  const dossier = await contexte.dossierDonnees?.();
  return dossier === undefined ? null : join(dossier, 'finess.duckdb');
}

/**
 * L'index, ou `null` s'il n'y en a pas. Lève `ErreurUsage` si celui que --index nomme manque, ou si l'index n'est pas
 * lisible.
 */
export async function trouverIndex(options: OptionsIndex, contexte: Contexte): Promise<IndexFiness | null> {
  const place = await placeIndex(options, contexte);
  if (place === null) return null;
  const ouverture = await ouvrirIndex(place, contexte.signal);
  if (ouverture.etat === 'ouvert') return ouverture.index;
  if (ouverture.etat === 'illisible') {
    const { message, aide } = ouverture.constat;
    throw new ErreurUsage(`index FINESS ${options.index ?? place} : ${message}. Conseil : ${aide}.`);
  }
  if (options.index === undefined) return null;
  throw new ErreurUsage(`index FINESS ${options.index} introuvable. ${COMMENT} --index ${options.index}`);
}

/** L'index que les contrôles interrogent, et la phrase qui le dit, à la suite du résultat. */
export interface RepertoireTrouve {
  readonly repertoire: Repertoire | undefined;
  readonly fermer: () => void;
  /** Rien avec --silencieux. */
  readonly dire: () => void;
}

/**
 * L'index que les contrôles interrogent s'il y en a un. Celui que personne n'a demandé ne peut pas arrêter une commande :
 * illisible, il est dit et laissé.
 */
export async function chercherRepertoire(
  options: OptionsIndex,
  contexte: Contexte,
): Promise<RepertoireTrouve> {
  const dire = (phrase: string) => (): void => {
    if (!options.silencieux) contexte.erreur.write(`${phrase}\n`);
  };
  const rien = { repertoire: undefined, fermer: () => undefined };
  try {
    const index = await trouverIndex(options, contexte);
    if (index === null) return { ...rien, dire: dire(SANS_INDEX) };
    const cite = citer(index);
    const repertoire = { cite, lire: (numeros: readonly string[]) => lireFiches(index, numeros) };
    return { repertoire, fermer: () => index.fermer(), dire: dire(`${direIndex(cite)}.`) };
  } catch (erreur) {
    if (options.index !== undefined || !(erreur instanceof ErreurUsage)) throw erreur;
    return { ...rien, dire: dire(`Sans répertoire FINESS : ${erreur.message}`) };
  }
}

const SANS_INDEX =
  "Aucun index FINESS : ni l'existence, ni l'ouverture, ni le rattachement des numéros ne sont contrôlés (esms finess importer).";

/** L'index sans lequel la commande n'a rien à dire : code 2 s'il manque. */
export async function exigerIndex(options: OptionsIndex, contexte: Contexte): Promise<IndexFiness> {
  const index = await trouverIndex(options, contexte);
  if (index !== null) return index;
  throw new ErreurUsage(`il n'y a pas d'index FINESS sur ce poste. ${COMMENT}`);
}

/** Donne la main à `usage`, index ouvert ou non ; il est fermé ensuite. */
export async function avecIndex<I extends IndexFiness | null, T>(
  index: I,
  usage: (index: I) => Promise<T>,
): Promise<T> {
  try {
    return await usage(index);
  } finally {
    index?.fermer();
  }
}

/** Ce que les sorties citent de l'index. */
export function citer({ dateExtraction, etablissements, empreintes }: IndexFiness): IndexCite {
  return { dateExtraction, etablissements, empreintes };
}
