import { closeSync, openSync, writeSync } from 'node:fs';
import type { Enregistrement } from './analyse.ts';

const TAMPON = 1 << 21;
/** Ce qu'on garde d'une ligne rejetée, par champ et en tout, en caractères : de quoi la reconnaître. */
const CHAMP_REJETE = 200;
const LIGNE_REJETEE = 1 << 16;

/**
 * Copie normalisée d'un fichier que DuckDB lirait mal : UTF-8, LF, sans en-tête, un enregistrement par ligne
 * physique, précédé de sa ligne d'origine (`_ligne`) et de la raison de son rejet (`_rejet`, vide s'il est
 * lisible). Les fins de ligne entre guillemets y deviennent des espaces.
 */
export class Copie {
  readonly #descripteur: number;
  readonly #tampon = Buffer.allocUnsafe(TAMPON);
  readonly #separateur: string;
  readonly #colonnes: number;
  #position = 0;

  constructor(chemin: string, separateur: string, colonnes: number) {
    this.#descripteur = openSync(chemin, 'wx', 0o600);
    this.#separateur = separateur;
    this.#colonnes = colonnes;
  }

  ecrire(enregistrement: Enregistrement): void {
    const { ligne, rejet } = enregistrement;
    const octets =
      rejet !== null
        ? this.#assainir(enregistrement)
        : enregistrement.multiligne
          ? surUneLigne(enregistrement.octets)
          : enregistrement.octets;
    if (this.#position + octets.length + 32 > TAMPON) this.#vider();
    const entete = `${ligne}${this.#separateur}${rejet ?? ''}${this.#separateur}`;
    this.#position += this.#tampon.write(entete, this.#position, 'latin1');
    this.#position += octets.copy(this.#tampon, this.#position);
    this.#tampon[this.#position++] = 10;
  }

  fermer(): void {
    this.#vider();
    closeSync(this.#descripteur);
  }

  #vider(): void {
    let ecrits = 0;
    while (ecrits < this.#position) {
      ecrits += writeSync(this.#descripteur, this.#tampon, ecrits, this.#position - ecrits);
    }
    this.#position = 0;
  }

  /** Les premiers champs d'une ligne rejetée, sans guillemet, séparateur, fin de ligne ni octet nul. */
  #assainir({ octets, debuts }: Enregistrement): Buffer {
    const champs = debuts.slice(0, this.#colonnes).map((debut, rang) => {
      const fin = Math.min((debuts[rang + 1] ?? octets.length + 1) - 1, debut + CHAMP_REJETE);
      const texte = octets.subarray(debut, fin).toString('utf8');
      return texte.replaceAll(this.#separateur, ' ').replace(/["\r\n\0]/g, '');
    });
    return Buffer.from(champs.join(this.#separateur).slice(0, LIGNE_REJETEE), 'utf8');
  }
}

function surUneLigne(octets: Buffer): Buffer {
  return Buffer.from(octets.toString('latin1').replace(/\r\n|\r|\n/g, ' '), 'latin1');
}
