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
    this.#octets += bloc.length;
    this.#utf8.ajouter(bloc);
    this.#guillemets ||= bloc.includes(GUILLEMET);
    this.#octetsNuls ||= bloc.includes(0);
    const debut = this.#finirPremiereLigne(bloc);
    this.#commencerLigne(bloc, this.#parcourir(bloc, debut));
    this.#dernier = bloc[bloc.length - 1] ?? this.#dernier;
  }

  /** Les lignes entières du bloc, à partir de `debut` ; rend le début de la dernière, inachevée. */
  #parcourir(bloc: Buffer, debut: number): number {
    // Variables locales et un seul test par octet ordinaire : c'est ici que passent tous les octets.
    const separateur = this.#separateur;
    const n = bloc.length;
    let ligne = debut;
    let separateurs = 0;
    let lf = 0;
    let crlf = 0;
    let cr = 0;
    let blanches = 0;
    let longueurMax = this.#longueurMax;
    let separateursMax = this.#separateursMax;
    for (let i = debut; i < n; i++) {
      const c = bloc[i] as number;
      if (c === separateur) separateurs++;
      else if (c < 14) {
        if (c === LF) {
          lf++;
          if (i > 0 && bloc[i - 1] === CR) crlf++;
          if (i - ligne > longueurMax) longueurMax = i - ligne;
          if (separateurs > separateursMax) separateursMax = separateurs;
          if (
            i === ligne ||
            (estBlanc(bloc[ligne] as number, separateur) && this.#estBlanche(bloc, ligne, i))
          ) {
            blanches++;
          }
          ligne = i + 1;
          separateurs = 0;
        } else if (c === CR) cr++;
      }
    }
    this.#pleines += lf - blanches;
    this.#blanches += blanches;
    this.#lf += lf;
    this.#crlf += crlf;
    this.#cr += cr;
    this.#longueurMax = longueurMax;
    this.#separateursMax = separateursMax;
    this.#separateurs += separateurs;
    return ligne;
  }

  /** Finit la ligne que les blocs passés ont commencée ; rend le début de la suivante. */
  #finirPremiereLigne(bloc: Buffer): number {
    if (this.#longueurLigne === 0 && this.#dernier === LF) return 0;
    const fin = bloc.indexOf(LF);
    const longueur = fin < 0 ? bloc.length : fin;
    for (let i = 0; i < longueur; i++) {
      if (bloc[i] === this.#separateur) this.#separateurs++;
      else if (bloc[i] === CR) this.#cr++;
    }
    this.#blanche &&= this.#estBlanche(bloc, 0, longueur);
    this.#longueurLigne += longueur;
    if (fin < 0) return bloc.length;
    this.#lf++;
    if ((fin > 0 ? bloc[fin - 1] : this.#dernier) === CR) this.#crlf++;
    this.#compterLigne(this.#blanche, this.#longueurLigne, this.#separateurs);
    this.#longueurLigne = 0;
    this.#separateurs = 0;
    this.#blanche = true;
    return fin + 1;
  }

  #commencerLigne(bloc: Buffer, debut: number): void {
    if (debut >= bloc.length) return;
    this.#blanche = this.#estBlanche(bloc, debut, bloc.length);
    this.#longueurLigne = bloc.length - debut;
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
