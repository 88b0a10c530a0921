import type { Anomalie } from '../domaine/anomalie.ts';
import type { IndexCite } from '../domaine/finess/verification.ts';
import type { Provenance } from '../domaine/source.ts';
import type { BilanAnomalies, Outil } from './modele.ts';

/** Deux espaces, un saut final : des octets stables. */
export function ecrireJson(valeur: unknown): string {
  return `${JSON.stringify(valeur, null, 2)}\n`;
}

/** Combien d'éléments s'écrivent ensemble. */
const PAQUET = 128;

/**
 * Les octets d'`ecrireJson`, par morceaux : une valeur de premier niveau qui est un générateur devient un tableau sans
 * jamais tenir tout entière en mémoire.
 */
export function* ecrireJsonParMorceaux(objet: Readonly<Record<string, unknown>>): Generator<string> {
  let morceau = '{';
  let avant = '\n  ';
  for (const [cle, valeur] of Object.entries(objet)) {
    if (valeur === undefined) continue;
    morceau += `${avant}${JSON.stringify(cle)}: `;
    avant = ',\n  ';
    if (!estGenerateur(valeur)) {
      morceau += JSON.stringify(valeur, null, 2).replaceAll('\n', '\n  ');
      continue;
    }
    let [ouvre, ferme] = ['[', '[]'];
    for (const paquet of empaqueter(valeur)) {
      yield morceau + ouvre + ecrireElements(paquet);
      morceau = '';
      [ouvre, ferme] = [',', '\n  ]'];
    }
    morceau += ferme;
  }
  yield `${morceau}\n}\n`;
}

function estGenerateur(valeur: unknown): valeur is Generator<unknown> {
  return typeof valeur === 'object' && valeur !== null && 'next' in valeur;
}

function* empaqueter<T>(elements: Iterable<T>): Generator<T[]> {
  let paquet: T[] = [];
  for (const element of elements) {
    if (paquet.push(element) < PAQUET) continue;
    yield paquet;
    paquet = [];
  }
  if (paquet.length > 0) yield paquet;
}

/** Les éléments d'un tableau, à la marge où `ecrireJson` les met : deux niveaux sous la racine. */
function ecrireElements(elements: readonly unknown[]): string {
  return JSON.stringify({ x: elements }, null, 2).slice('{\n  "x": ['.length, -'\n  ]\n}'.length);
}

/** Chaque élément traduit au moment où il s'écrit. */
export function* projeter<T, U>(elements: Iterable<T>, traduire: (element: T) => U): Generator<U> {
  for (const element of elements) yield traduire(element);
}

/** `regles_fournies` seulement si l'usager en a fourni (`--regles`). */
export function jsonOutil({ nom, version, regles, fournies }: Outil) {
  return { nom, version, regles, ...(fournies !== undefined && { regles_fournies: fournies }) };
}

function jsonAnomalie(anomalie: Anomalie) {
  const { code, gravite, fichier, ligne, colonne, valeur, message, aide } = anomalie;
  return { code, gravite, fichier, ligne, colonne, valeur, message, aide };
}

/** `index_finess` seulement si un index a servi : sans lui, le contrat est celui d'avant. */
export function jsonIndexServi(index: IndexCite | null | undefined) {
  return index ? { index_finess: jsonIndex(index) } : {};
}

export function jsonIndex({ dateExtraction, etablissements, empreintes }: IndexCite) {
  return { date_extraction: dateExtraction, etablissements, empreintes };
}

export function jsonBilan({ erreurs, avertissements, details }: BilanAnomalies) {
  return { erreurs, avertissements, details: details.map(jsonAnomalie) };
}

export function jsonSource(source: Provenance) {
  const { table, fichier, sha256, lignes, retenues, rejetees, ecartees } = source;
  return { table, fichier, sha256, lignes, retenues, rejetees, ecartees };
}
