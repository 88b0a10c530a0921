import { isAscii } from 'node:buffer';

const GUILLEMET = 0x22;
const ECHAPPEMENT = 0x5c;
const OUVRE_OBJET = 0x7b;
const FERME_OBJET = 0x7d;
const OUVRE_LISTE = 0x5b;
const FERME_LISTE = 0x5d;
const VIRGULE = 0x2c;
const DEUX_POINTS = 0x3a;

/** Plus qu'aucune personne morale ne pèse : au-delà, le fichier n'est pas ce qu'il semble. En octets. */
const ELEMENT_MAXIMUM = 1 << 28;

/** Le JSON est mal formé, ou n'a pas un objet pour racine. */
export class JsonInvalide extends Error {}

/**
 * Découpe un grand objet JSON en ses valeurs de premier niveau ; une liste, en ses éléments. Chaque morceau est rendu
 * par `JSON.parse` : seuls un morceau et un bloc sont en mémoire. Les bibliothèques mesurées sont deux fois trop lentes
 * (docs/mesures.md).
 */
export class Decoupeur {
  readonly #recevoir: (cle: string, valeur: unknown) => void;
  /** 0 : hors de la racine ; 1 : dans la racine ; 2 et plus : dans une valeur. */
  #profondeur = 0;
  #dansChaine = false;
  #echappe = false;
  #finie = false;
  /** La clé de premier niveau en cours, et si sa valeur est une liste. */
  #cle: string | null = null;
  #enListe = false;
  #morceaux: Buffer[] = [];
  #longueur = 0;

  constructor(recevoir: (cle: string, valeur: unknown) => void) {
    this.#recevoir = recevoir;
  }

  /** Vrai quand l'accolade de la racine est refermée. */
  get finie(): boolean {
    return this.#finie;
  }

  /** Avance d'un bloc. Lève `JsonInvalide`. */
  ajouter(bloc: Buffer): void {
    let debut = 0;
    let i = 0;
    const n = bloc.length;
    while (i < n) {
      if (this.#dansChaine) {
        i = this.#finirChaine(bloc, i);
        continue;
      }
      const c = bloc[i] as number;
      // Une frontière coupe le morceau en cours ; le reste n'a qu'à être compté.
      if (c === GUILLEMET) this.#dansChaine = true;
      else if (c === OUVRE_OBJET || c === OUVRE_LISTE) {
        if (this.#estFrontiere(c)) {
          this.#exigerVide(bloc, debut, i);
          debut = i + 1;
        }
        this.#profondeur++;
      } else if (c === FERME_OBJET || c === FERME_LISTE) {
        if (this.#estFin(c)) {
          this.#livrer(bloc, debut, i);
          debut = i + 1;
          this.#fermer(c);
        }
        this.#profondeur--;
      } else if (c === VIRGULE) {
        if (this.#profondeur === this.#niveau()) {
          this.#livrer(bloc, debut, i);
          debut = i + 1;
          if (this.#profondeur === 1) this.#cle = null;
        }
      } else if (c === DEUX_POINTS && this.#profondeur === 1 && this.#cle === null) {
        this.#cle = String(this.#lire(bloc, debut, i));
        debut = i + 1;
      } else if (this.#profondeur === 0 && c > 0x20) throw new JsonInvalide();
      i++;
    }
    this.#garder(bloc, debut, n);
  }

  /** La profondeur où une virgule sépare deux morceaux : dans la racine, ou dans sa liste. */
  #niveau(): number {
    return this.#enListe ? 2 : 1;
  }

  /** L'accolade de la racine, ou le crochet d'une liste de premier niveau. */
  #estFrontiere(c: number): boolean {
    if (this.#profondeur === 0) {
      if (c !== OUVRE_OBJET || this.#finie) throw new JsonInvalide();
      return true;
    }
    if (this.#profondeur !== 1 || c !== OUVRE_LISTE) return false;
    this.#enListe = true;
    return true;
  }

  #estFin(c: number): boolean {
    if (this.#profondeur === 0) throw new JsonInvalide();
    if (this.#profondeur !== this.#niveau()) return false;
    if (c !== (this.#enListe ? FERME_LISTE : FERME_OBJET)) throw new JsonInvalide();
    return true;
  }

  #fermer(c: number): void {
    if (c === FERME_LISTE) this.#enListe = false;
    else this.#finie = true;
  }

  #finirChaine(bloc: Buffer, depart: number): number {
    let i = depart;
    if (this.#echappe) {
      this.#echappe = false;
      i++;
    }
    for (; i < bloc.length; i++) {
      const c = bloc[i];
      if (c === ECHAPPEMENT) {
        if (++i === bloc.length) this.#echappe = true;
      } else if (c === GUILLEMET) {
        this.#dansChaine = false;
        return i + 1;
      }
    }
    return i;
  }

  #garder(bloc: Buffer, debut: number, fin: number): void {
    if (debut >= fin) return;
    this.#longueur += fin - debut;
    if (this.#longueur > ELEMENT_MAXIMUM) throw new JsonInvalide();
    this.#morceaux.push(bloc.subarray(debut, fin));
  }

  /** Le morceau en cours, jusqu'à `fin` ; `undefined` s'il n'est fait que d'espaces. */
  #lire(bloc: Buffer, debut: number, fin: number): unknown {
    const suite = bloc.subarray(debut, fin);
    const octets = this.#longueur > 0 ? Buffer.concat([...this.#morceaux, suite]) : suite;
    this.#morceaux = [];
    this.#longueur = 0;
    const texte = octets.toString(isAscii(octets) ? 'latin1' : 'utf8');
    if (texte.trim() === '') return undefined;
    try {
      return JSON.parse(texte);
    } catch {
      throw new JsonInvalide();
    }
  }

  #exigerVide(bloc: Buffer, debut: number, fin: number): void {
    if (this.#lire(bloc, debut, fin) !== undefined) throw new JsonInvalide();
  }

  #livrer(bloc: Buffer, debut: number, fin: number): void {
    const valeur = this.#lire(bloc, debut, fin);
    if (valeur !== undefined && this.#cle === null) throw new JsonInvalide();
    if (valeur !== undefined && this.#cle !== null) this.#recevoir(this.#cle, valeur);
  }
}
