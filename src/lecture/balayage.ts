import { ControleUtf8 } from './encodage.ts';

const LF = 10;
const CR = 13;
const GUILLEMET = 34;

/** Ce qu'un passage sur les octets apprend d'un fichier, sans l'analyser. */
export interface Balayage {
  readonly octets: number;
  readonly utf8: boolean;
  readonly guillemets: boolean;
  readonly octetsNuls: boolean;
  /** Lignes physiques qui ne sont pas faites que d'espaces et de séparateurs, en-tête compris. */
  readonly lignesPleines: number;
  readonly lignesBlanches: number;
  /** Vrai si toutes les lignes finissent par LF, ou toutes par CRLF. */
  readonly finsDeLigneRegulieres: boolean;
  /** En octets, fin de ligne non comprise. */
  readonly lignePlusLongue: number;
  /** Le plus grand nombre de séparateurs d'une ligne, sans égard aux guillemets. */
  readonly separateursMaximum: number;
}

/**
 * Balaie un flux d'octets (ASCII étendu : UTF-8 ou windows-1252) et compte ses lignes, indépendamment de
 * DuckDB : c'est contre ce compte que la lecture se vérifie (E1). Environ 1 ns par octet.
 */
export class Balayeur {
  readonly #separateur: number;
  readonly #utf8 = new ControleUtf8();
  #octets = 0;
  #guillemets = false;
  #octetsNuls = false;
  #pleines = 0;
  #blanches = 0;
  #lf = 0;
  #crlf = 0;
  #cr = 0;
  #longueurMax = 0;
  #separateursMax = 0;
  /** Ligne en cours : octets et séparateurs vus dans les blocs passés, et s'ils sont tous blancs. */
  #longueurLigne = 0;
  #separateurs = 0;
  #blanche = true;
  #dernier = LF;

  constructor(separateur: number) {
    this.#separateur = separateur;
  }

  ajouter(bloc: Buffer): void {
    const separateur = this.#separateur;
    this.#octets += bloc.length;
    this.#utf8.ajouter(bloc);
    this.#guillemets ||= bloc.includes(GUILLEMET);
    this.#octetsNuls ||= bloc.includes(0);
    let separateurs = this.#separateurs;
    let debut = 0;
    for (let i = 0; i < bloc.length; i++) {
      const c = bloc[i];
      if (c === separateur) separateurs++;
      else if (c === LF) {
        const precedent = i > 0 ? bloc[i - 1] : this.#dernier;
        if (precedent === CR) this.#crlf++;
        this.#lf++;
        this.#finirLigne(bloc, debut, i, separateurs);
        separateurs = 0;
        debut = i + 1;
      } else if (c === CR) this.#cr++;
    }
    this.#separateurs = separateurs;
    this.#blanche &&= this.#estBlanche(bloc, debut, bloc.length);
    this.#longueurLigne += bloc.length - debut;
    this.#dernier = bloc[bloc.length - 1] ?? this.#dernier;
  }

  fin(): Balayage {
    if (this.#longueurLigne > 0) this.#compterLigne(this.#blanche, this.#longueurLigne, this.#separateurs);
    const crSeuls = this.#cr - this.#crlf;
    return {
      octets: this.#octets,
      utf8: this.#utf8.valide,
      guillemets: this.#guillemets,
      octetsNuls: this.#octetsNuls,
      lignesPleines: this.#pleines,
      lignesBlanches: this.#blanches,
      finsDeLigneRegulieres: crSeuls === 0 && (this.#crlf === 0 || this.#crlf === this.#lf),
      lignePlusLongue: this.#longueurMax,
      separateursMaximum: this.#separateursMax,
    };
  }

  #finirLigne(bloc: Buffer, debut: number, fin: number, separateurs: number): void {
    const blanche = this.#blanche && this.#estBlanche(bloc, debut, fin);
    this.#compterLigne(blanche, this.#longueurLigne + fin - debut, separateurs);
    this.#longueurLigne = 0;
    this.#blanche = true;
  }

  #compterLigne(blanche: boolean, longueur: number, separateurs: number): void {
    if (blanche) this.#blanches++;
    else this.#pleines++;
    if (longueur > this.#longueurMax) this.#longueurMax = longueur;
    if (separateurs > this.#separateursMax) this.#separateursMax = separateurs;
  }

  #estBlanche(bloc: Buffer, debut: number, fin: number): boolean {
    for (let i = debut; i < fin; i++) if (!estBlanc(bloc[i] ?? 0, this.#separateur)) return false;
    return true;
  }
}

/** Espace, tabulation, CR, espace insécable (A0, précédée de C2 en UTF-8) ou séparateur. */
export function estBlanc(octet: number, separateur: number): boolean {
  return (
    octet === 32 || octet === 9 || octet === CR || octet === separateur || octet === 0xa0 || octet === 0xc2
  );
}
