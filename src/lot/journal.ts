import { closeSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import type { BilanSoumission, Echec } from '../domaine/lot.ts';
import { enErreurEcriture } from '../terminal/ecriture.ts';

/** Ce qu'une soumission a donné. */
export type ResultatSoumission = { readonly echec: Echec } | { readonly bilan: BilanSoumission };

export const NOM_JOURNAL = 'journal.txt';

/**
 * Un enregistrement du journal, en octets : une tête, `resultat` en JSON sur une ligne, et les lignes de lot.csv telles
 * quelles ; la tête dit les longueurs des deux autres, qui se recopient sans être relues.
 */
export function ecrireEnregistrement(nom: string, cle: string, resultat: string, csv: string): Uint8Array {
  const encodeur = new TextEncoder();
  // Séparés : un seul caractère hors du latin-1 ferait encoder tout le reste trois fois plus lentement.
  const [corps, lignes] = [encodeur.encode(`${resultat}\n`), encodeur.encode(csv)];
  const tete: Tete = { nom, cle, resultat: corps.length, csv: lignes.length };
  const octets = [encodeur.encode(`${JSON.stringify(tete)}\n`), corps, lignes];
  // Un tampon à lui : il change de fil sans être recopié.
  const tout = new Uint8Array(octets.reduce((somme, { length }) => somme + length, 0));
  let fin = 0;
  for (const un of octets) {
    tout.set(un, fin);
    fin += un.length;
  }
  return tout;
}

/** Les longueurs sont en octets. */
interface Tete {
  readonly nom: string;
  readonly cle: string;
  readonly resultat: number;
  readonly csv: number;
}

interface Place extends Omit<Tete, 'nom'> {
  /** Où le résultat commence. */
  readonly debut: number;
}

const FIN_DE_LIGNE = 0x0a;
/** Une tête y tient, quel que soit le nom du dossier. */
const TETE_MAXIMUM = 4096;

/**
 * Les résultats d'un lot, écrits à mesure qu'ils tombent : une exécution interrompue reprend là où elle en était. Un
 * enregistrement coupé ou illisible est ôté avec ce qui le suit, et leurs soumissions sont refaites.
 */
export class Journal {
  readonly #chemin: string;
  readonly #fichier: number;
  readonly #places = new Map<string, Place>();
  #fin = 0;

  /** Sans `reprendre`, ce qu'il contenait est oublié. Lève `ErreurEcriture`. */
  constructor(chemin: string, reprendre: boolean) {
    this.#chemin = chemin;
    this.#fichier = proteger(chemin, () => ouvrir(chemin));
    proteger(chemin, () => {
      if (reprendre) this.#retrouver();
      ftruncateSync(this.#fichier, this.#fin);
    });
  }

  #retrouver(): void {
    const { size } = fstatSync(this.#fichier);
    for (;;) {
      const octets = this.#extraire(this.#fin, Math.min(TETE_MAXIMUM, size - this.#fin));
      const longueur = octets.indexOf(FIN_DE_LIGNE) + 1;
      const tete = lireTete(octets.toString('utf8', 0, longueur));
      if (tete === null) return;
      const debut = this.#fin + longueur;
      const fin = debut + tete.resultat + tete.csv;
      if (fin > size) return;
      this.#places.set(tete.nom, { ...tete, debut });
      this.#fin = fin;
    }
  }

  cleDe(nom: string): string | null {
    return this.#places.get(nom)?.cle ?? null;
  }

  /** Ajoute un enregistrement entier, ou rien. Lève `ErreurEcriture` si le disque le refuse. */
  ajouter(octets: Uint8Array): void {
    try {
      for (let ecrits = 0; ecrits < octets.length; ) {
        ecrits += writeSync(this.#fichier, octets, ecrits, octets.length - ecrits, this.#fin + ecrits);
      }
    } catch (erreur) {
      ftruncateSync(this.#fichier, this.#fin);
      throw enErreurEcriture(this.#chemin, erreur);
    }
    const longueur = octets.indexOf(FIN_DE_LIGNE) + 1;
    const tete = lireTete(Buffer.from(octets.buffer, octets.byteOffset, longueur).toString('utf8'));
    if (tete !== null) this.#places.set(tete.nom, { ...tete, debut: this.#fin + longueur });
    this.#fin += octets.length;
  }

  /** `null` : jamais reçu, ou abîmé depuis. */
  resultatDe(nom: string): ResultatSoumission | null {
    const place = this.#places.get(nom);
    if (place === undefined) return null;
    return analyser<ResultatSoumission>(this.#extraire(place.debut, place.resultat).toString('utf8'));
  }

  /** Les lignes de lot.csv d'une soumission, en octets. */
  lignesDe(nom: string): Uint8Array {
    const place = this.#places.get(nom);
    return place === undefined ? new Uint8Array() : this.#extraire(place.debut + place.resultat, place.csv);
  }

  fermer(): void {
    closeSync(this.#fichier);
  }

  #extraire(debut: number, longueur: number): Buffer {
    const octets = Buffer.allocUnsafe(longueur);
    return octets.subarray(0, readSync(this.#fichier, octets, 0, longueur, debut));
  }
}

function ouvrir(chemin: string): number {
  try {
    return openSync(chemin, 'r+');
  } catch (erreur) {
    if ((erreur as NodeJS.ErrnoException).code !== 'ENOENT') throw erreur;
    return openSync(chemin, 'wx+');
  }
}

function lireTete(texte: string): Tete | null {
  const lue = analyser<Partial<Tete>>(texte);
  if (typeof lue?.nom !== 'string' || typeof lue.cle !== 'string') return null;
  const { nom, cle, resultat, csv } = lue;
  return estLongueur(resultat) && estLongueur(csv) ? { nom, cle, resultat, csv } : null;
}

function estLongueur(nombre: unknown): nombre is number {
  return Number.isSafeInteger(nombre) && (nombre as number) >= 0;
}

function analyser<T>(texte: string): T | null {
  try {
    return JSON.parse(texte) as T | null;
  } catch {
    return null;
  }
}

function proteger<T>(chemin: string, action: () => T): T {
  try {
    return action();
  } catch (erreur) {
    throw enErreurEcriture(chemin, erreur);
  }
}
