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
}

/**
 * Balaie un flux d'octets (ASCII étendu : UTF-8 ou windows-1252) et compte ses lignes, indépendamment de
 * DuckDB : c'est contre ce compte que la lecture se vérifie (E1). Les octets sont cherchés par Node, jamais parcourus
 * un à un : l'empreinte SHA-256 coûte plus que ce balayage.
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
  /** Ligne en cours : octets vus dans les blocs passés, et s'ils sont tous blancs. */
  #longueurLigne = 0;
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
    this.#compterCr(bloc);
    const debut = this.#finirPremiereLigne(bloc);
    this.#commencerLigne(bloc, this.#parcourir(bloc, debut));
    this.#dernier = bloc[bloc.length - 1] ?? this.#dernier;
  }

  #compterCr(bloc: Buffer): void {
    for (let i = bloc.indexOf(CR); i >= 0; i = bloc.indexOf(CR, i + 1)) this.#cr++;
  }

  /** Les lignes entières du bloc, à partir de `debut` ; rend le début de la dernière, inachevée. */
  #parcourir(bloc: Buffer, debut: number): number {
    let ligne = debut;
    for (let fin = bloc.indexOf(LF, ligne); fin >= 0; fin = bloc.indexOf(LF, ligne)) {
      if (fin > 0 && bloc[fin - 1] === CR) this.#crlf++;
      const blanche = fin === ligne || this.#estBlanche(bloc, ligne, fin);
      this.#compterLigne(blanche, fin - ligne);
      this.#lf++;
      ligne = fin + 1;
    }
    return ligne;
  }

  /** Finit la ligne que les blocs passés ont commencée ; rend le début de la suivante. */
  #finirPremiereLigne(bloc: Buffer): number {
    if (this.#longueurLigne === 0 && this.#dernier === LF) return 0;
    const fin = bloc.indexOf(LF);
    const longueur = fin < 0 ? bloc.length : fin;
    this.#blanche &&= this.#estBlanche(bloc, 0, longueur);
    this.#longueurLigne += longueur;
    if (fin < 0) return bloc.length;
    this.#lf++;
    if ((fin > 0 ? bloc[fin - 1] : this.#dernier) === CR) this.#crlf++;
    this.#compterLigne(this.#blanche, this.#longueurLigne);
    this.#longueurLigne = 0;
    this.#blanche = true;
    return fin + 1;
  }

  #commencerLigne(bloc: Buffer, debut: number): void {
    if (debut >= bloc.length) return;
    this.#blanche = this.#estBlanche(bloc, debut, bloc.length);
    this.#longueurLigne = bloc.length - debut;
  }

  fin(): Balayage {
    if (this.#longueurLigne > 0) this.#compterLigne(this.#blanche, this.#longueurLigne);
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
    };
  }

  #compterLigne(blanche: boolean, longueur: number): void {
    if (blanche) this.#blanches++;
    else this.#pleines++;
    if (longueur > this.#longueurMax) this.#longueurMax = longueur;
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
