import type { Anomalie } from '../domaine/anomalie.ts';
import type { IndexCite } from '../domaine/finess/verification.ts';
import type { Provenance } from '../domaine/source.ts';
import type { BilanAnomalies, Outil } from './modele.ts';

/** Deux espaces, un saut final : des octets stables. */
export function ecrireJson(valeur: unknown): string {
  return `${JSON.stringify(valeur, null, 2)}\n`;
}

/** Ce qu'on rassemble avant de rendre un morceau, en caractères. */
const MORCEAU = 1 << 16;

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
      morceau += decaler(valeur, '  ');
      continue;
    }
    let ouvre = '[\n    ';
    let ferme = '[]';
    for (const element of valeur) {
      morceau += ouvre + decaler(element, '    ');
      ouvre = ',\n    ';
      ferme = '\n  ]';
      if (morceau.length < MORCEAU) continue;
      yield morceau;
      morceau = '';
    }
    morceau += ferme;
  }
  yield `${morceau}\n}\n`;
}

function estGenerateur(valeur: unknown): valeur is Generator<unknown> {
  return typeof valeur === 'object' && valeur !== null && 'next' in valeur;
}

function decaler(valeur: unknown, marge: string): string {
  return JSON.stringify(valeur, null, 2).replaceAll('\n', `\n${marge}`);
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
