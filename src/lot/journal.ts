import { closeSync, createReadStream, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import type { BilanSoumission, Echec } from '../domaine/lot.ts';
import { enErreurEcriture } from '../terminal/ecriture.ts';

/** Le résultat d'une soumission, sous la clé de ce dont il vient. */
export type Enregistrement = { readonly nom: string; readonly cle: string } & (
  | { readonly echec: Echec }
  | { readonly bilan: BilanSoumission }
);

/** Le même, et ses lignes de lot.csv. */
type Ligne = Enregistrement & { readonly csv: string };

/** La ligne du journal : `enregistrement` en JSON, et les lignes de lot.csv. */
export function ecrireLigne(enregistrement: string, csv: string): Uint8Array {
  return new TextEncoder().encode(`${enregistrement.slice(0, -1)},"csv":${JSON.stringify(csv)}}\n`);
}

interface Place {
  readonly cle: string;
  readonly debut: number;
  readonly longueur: number;
}

const FIN_DE_LIGNE = 0x0a;

/**
 * Les résultats d'un lot, une ligne de JSON par soumission, écrits à mesure qu'ils tombent : une exécution interrompue
 * reprend là où elle en était. Une ligne coupée est ôtée, et sa soumission refaite.
 */
export class Journal {
  readonly #chemin: string;
  readonly #fichier: number;
  readonly #places: Map<string, Place>;
  #fin: number;

  private constructor(chemin: string, places: Map<string, Place>, fin: number) {
    this.#chemin = chemin;
    this.#places = places;
    this.#fin = fin;
    this.#fichier = proteger(chemin, () => openSync(chemin, fin === 0 ? 'w+' : 'r+'));
    proteger(chemin, () => ftruncateSync(this.#fichier, fin));
  }

  /** Sans `reprendre`, ce qu'il contenait est oublié. */
  static async ouvrir(chemin: string, reprendre: boolean): Promise<Journal> {
    const places = new Map<string, Place>();
    let fin = 0;
    if (reprendre) {
      for await (const { debut, octets } of lignesDe(chemin)) {
        fin = debut + octets.length + 1;
        const lu = reconnaitre(octets);
        if (lu !== null) places.set(lu.nom, { cle: lu.cle, debut, longueur: octets.length });
      }
    }
    return new Journal(chemin, places, fin);
  }

  cleDe(nom: string): string | null {
    return this.#places.get(nom)?.cle ?? null;
  }

  /** Ajoute une ligne entière, ou rien. Lève `ErreurEcriture` si le disque la refuse. */
  ajouter(nom: string, cle: string, octets: Uint8Array): void {
    try {
      for (let ecrits = 0; ecrits < octets.length; ) {
        ecrits += writeSync(this.#fichier, octets, ecrits, octets.length - ecrits, this.#fin + ecrits);
      }
    } catch (erreur) {
      ftruncateSync(this.#fichier, this.#fin);
      throw enErreurEcriture(this.#chemin, erreur);
    }
    this.#places.set(nom, { cle, debut: this.#fin, longueur: octets.length - 1 });
    this.#fin += octets.length;
  }

  lire(nom: string): Ligne | null {
    const place = this.#places.get(nom);
    if (place === undefined) return null;
    const octets = Buffer.allocUnsafe(place.longueur);
    readSync(this.#fichier, octets, 0, place.longueur, place.debut);
    return relire(octets.toString('utf8'));
  }

  fermer(): void {
    closeSync(this.#fichier);
  }
}

function relire(texte: string): Ligne | null {
  try {
    const lu = JSON.parse(texte) as Ligne | null;
    return typeof lu?.nom === 'string' && typeof lu.cle === 'string' ? lu : null;
  } catch {
    return null;
  }
}

const TETE = /^\{"nom":("(?:[^"\\]|\\.)*"),"cle":"([0-9a-f]{64})"/;

/** Le nom et la clé d'une ligne, sans la lire toute : elle pèse cent kilooctets. */
function reconnaitre(octets: Buffer): { readonly nom: string; readonly cle: string } | null {
  const [, nom, cle] = TETE.exec(octets.toString('utf8', 0, 2048)) ?? [];
  return nom === undefined || cle === undefined ? null : { nom: JSON.parse(nom) as string, cle };
}

/** Les lignes entières d'un fichier, et leur place en octets ; aucune s'il n'existe pas. */
async function* lignesDe(
  chemin: string,
): AsyncGenerator<{ readonly debut: number; readonly octets: Buffer }> {
  let restes: Buffer[] = [];
  let debut = 0;
  try {
    for await (const bloc of createReadStream(chemin, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
      let lu = 0;
      for (let fin = bloc.indexOf(FIN_DE_LIGNE); fin >= 0; fin = bloc.indexOf(FIN_DE_LIGNE, lu)) {
        const octets = Buffer.concat([...restes, bloc.subarray(lu, fin)]);
        restes = [];
        yield { debut, octets };
        debut += octets.length + 1;
        lu = fin + 1;
      }
      restes.push(bloc.subarray(lu));
    }
  } catch (erreur) {
    if ((erreur as NodeJS.ErrnoException).code !== 'ENOENT') throw enErreurEcriture(chemin, erreur);
  }
}

function proteger<T>(chemin: string, action: () => T): T {
  try {
    return action();
  } catch (erreur) {
    throw enErreurEcriture(chemin, erreur);
  }
}
