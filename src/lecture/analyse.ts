import { estBlanc } from './balayage.ts';

const LF = 10;
const CR = 13;
const GUILLEMET = 34;

/**
 * Au-delà, une ligne est rejetée (`ligne.trop_longue`) : un enregistrement de DUI tient en quelques Ko, et DuckDB
 * saute sans un mot ce qui dépasse `max_line_size`.
 */
export const LONGUEUR_MAXIMALE = 1 << 20;

/** Pourquoi la copie normalisée marque une ligne comme rejetée (colonne `_rejet`). */
export const MARQUES_REJET = { trop: 'T', guillemet: 'G', longueur: 'L', nul: 'N' } as const;
export type MarqueRejet = (typeof MARQUES_REJET)[keyof typeof MARQUES_REJET];

/** Un enregistrement CSV, tel que l'analyse le délimite. */
export interface Enregistrement {
  /** Ligne physique où il commence, à partir de 1. */
  readonly ligne: number;
  /** Ses octets, sans la fin de ligne ; tronqués au-delà de LONGUEUR_MAXIMALE. */
  readonly octets: Buffer;
  /** Où commence chacun de ses premiers champs. */
  readonly debuts: readonly number[];
  /** Un champ entre guillemets contient une fin de ligne. */
  readonly multiligne: boolean;
  readonly rejet: MarqueRejet | null;
}

export interface OptionsAnalyse {
  readonly separateur: number;
  /** Faux : les guillemets sont des caractères comme les autres (`guillemets: non`). */
  readonly guillemets: boolean;
  /** Lignes physiques avant l'en-tête, enregistrements à ignorer à la fin. */
  readonly ignorees: { readonly debut: number; readonly fin: number };
  /** Nombre de colonnes de l'en-tête. */
  readonly colonnes: number;
  readonly surEnregistrement?: (enregistrement: Enregistrement) => void;
}

export interface Analyse {
  /** Lignes lues au sens de E1 : ni l'en-tête, ni le préambule, ni la fin ignorée, ni les lignes blanches. */
  readonly enregistrements: number;
  readonly rejets: number;
  /** Vrai si DuckDB peut lire le fichier même : rien à normaliser. */
  readonly reguliere: boolean;
  /** E4 : ligne où s'ouvre le guillemet qui rend le fichier illisible. */
  readonly refus: { readonly motif: 'non_referme' | 'multiligne'; readonly ligne: number } | null;
}

const DEBUT_CHAMP = 0;
const NU = 1;
const CITE = 2;
const FERME = 3;

/**
 * Analyse RFC 4180 d'un flux UTF-8, bloc par bloc et en mémoire bornée. Un guillemet au milieu d'un champ nu,
 * ou du texte après un guillemet fermant, est mal formé : la ligne est rejetée (E1), ou le fichier refusé si
 * elle s'étend sur plusieurs lignes physiques (E4).
 */
export class Analyseur {
  readonly #options: OptionsAnalyse;
  readonly #attente: Enregistrement[] = [];
  #preambule: number;
  #enteteVue = false;
  #enregistrements = 0;
  #rejets = 0;
  #reguliere: boolean;
  #refus: Analyse['refus'] = null;

  #etat = DEBUT_CHAMP;
  #apresCr = false;
  /** Le bloc passé finit, entre guillemets, par un CR dont on ne sait pas encore s'il est seul. */
  #crEnSuspens = false;
  #ligne = 1;
  #ligneDebut = 1;
  #ligneGuillemet = 1;
  /** Octets de l'enregistrement en cours venus des blocs passés, et combien il en compte en tout. */
  #reste: Buffer = Buffer.alloc(0);
  #longueurReste = 0;
  #champs = 1;
  #debuts: number[] = [0];
  #malforme = false;
  #multiligne = false;

  constructor(options: OptionsAnalyse) {
    this.#options = options;
    this.#preambule = options.ignorees.debut;
    this.#reguliere = options.ignorees.debut === 0 && options.ignorees.fin === 0;
  }

  /** Analyse un bloc ; sans effet une fois le fichier refusé. */
  ajouter(bloc: Buffer): void {
    if (this.#estRefuse()) return;
    const { separateur, guillemets, colonnes } = this.#options;
    const n = bloc.length;
    let i = 0;
    let debut = 0;
    while (i < n) {
      if (this.#preambule > 0 || this.#apresCr) {
        debut = i = this.#sauter(bloc, i);
        continue;
      }
      if (this.#etat === CITE) {
        i = this.#finirCitation(bloc, i);
        continue;
      }
      const c = bloc[i];
      if (c === GUILLEMET && guillemets) {
        if (this.#etat === NU) this.#malforme = true;
        else {
          if (this.#etat === DEBUT_CHAMP) this.#ligneGuillemet = this.#ligne;
          this.#etat = CITE;
        }
      } else if (c === separateur) {
        this.#etat = DEBUT_CHAMP;
        if (this.#champs++ <= colonnes) this.#debuts.push(this.#longueurReste + i + 1 - debut);
      } else if (c === LF || c === CR) {
        this.#apresCr = c === CR;
        this.#finirEnregistrement(bloc, debut, i);
        if (this.#estRefuse()) return;
        debut = i + 1;
      } else {
        if (this.#etat === FERME) this.#malforme = true;
        this.#etat = NU;
      }
      i++;
      if (this.#etat === NU) i = passerTexteNu(bloc, i, separateur);
    }
    this.#garder(bloc, debut);
  }

  /** E4 : rien de ce qui suit ne se lit, que les blocs se coupent là ou non. */
  #estRefuse(): boolean {
    return this.#refus?.motif === 'multiligne';
  }

  /** Clôt l'analyse. */
  fin(): Analyse {
    if (this.#etat === CITE) this.#refus ??= { motif: 'non_referme', ligne: this.#ligneGuillemet };
    else if (this.#longueurReste > 0) this.#finirEnregistrement(Buffer.alloc(0), 0, 0);
    return {
      enregistrements: this.#enregistrements,
      rejets: this.#rejets,
      reguliere: this.#reguliere,
      refus: this.#refus,
    };
  }

  /** Passe une ligne du préambule, ou le LF d'un CRLF. */
  #sauter(bloc: Buffer, i: number): number {
    if (this.#apresCr) {
      this.#apresCr = false;
      if (bloc[i] === LF) return i + 1;
      // Un CR seul termine une ligne : DuckDB ne sait pas le lire.
      this.#reguliere = false;
      return i;
    }
    let j = i;
    while (j < bloc.length && bloc[j] !== LF && bloc[j] !== CR) j++;
    if (j === bloc.length) return j;
    this.#apresCr = bloc[j] === CR;
    this.#preambule--;
    this.#ligneDebut = ++this.#ligne;
    return j + 1;
  }

  #finirCitation(bloc: Buffer, i: number): number {
    const trouve = bloc.indexOf(GUILLEMET, i);
    const fin = trouve < 0 ? bloc.length : trouve;
    let apresCr = this.#crEnSuspens;
    for (let j = i; j < fin; j++) {
      const c = bloc[j];
      // Une ligne par LF, CRLF ou CR seul : un CR attend de savoir si un LF le suit.
      if (c === LF || apresCr) this.#ligne++;
      apresCr = c === CR;
      if (c === LF || apresCr) this.#multiligne = true;
    }
    this.#crEnSuspens = apresCr && trouve < 0;
    if (apresCr && trouve >= 0) this.#ligne++;
    if (trouve < 0) return bloc.length;
    this.#etat = FERME;
    return trouve + 1;
  }

  #garder(bloc: Buffer, debut: number): void {
    if (debut >= bloc.length || this.#preambule > 0) return;
    const place = LONGUEUR_MAXIMALE - this.#reste.length;
    if (place > 0) this.#reste = Buffer.concat([this.#reste, bloc.subarray(debut, debut + place)]);
    this.#longueurReste += bloc.length - debut;
  }

  #finirEnregistrement(bloc: Buffer, debut: number, fin: number): void {
    const longueur = this.#longueurReste + fin - debut;
    const suite = bloc.subarray(debut, fin);
    const octets = this.#longueurReste > 0 ? Buffer.concat([this.#reste, suite]) : suite;
    if (this.#malforme && this.#multiligne) {
      this.#refus ??= { motif: 'multiligne', ligne: this.#ligneGuillemet };
    }
    if (this.#estBlanc(octets, longueur)) this.#reguliere = false;
    else if (!this.#enteteVue) {
      this.#enteteVue = true;
      if (this.#multiligne || this.#malforme) this.#reguliere = false;
    } else this.#recevoir(octets, longueur);
    this.#ligneDebut = ++this.#ligne;
    this.#etat = DEBUT_CHAMP;
    this.#reste = Buffer.alloc(0);
    this.#longueurReste = 0;
    this.#champs = 1;
    this.#debuts = [0];
    this.#malforme = false;
    this.#multiligne = false;
  }

  #estBlanc(octets: Buffer, longueur: number): boolean {
    if (longueur > octets.length) return false;
    for (const octet of octets) if (!estBlanc(octet, this.#options.separateur)) return false;
    return true;
  }

  #recevoir(octets: Buffer, longueur: number): void {
    const { fin } = this.#options.ignorees;
    const rejet = this.#juger(octets, longueur);
    if (rejet !== null || this.#multiligne) this.#reguliere = false;
    this.#attente.push({
      ligne: this.#ligneDebut,
      octets: fin > 0 ? Buffer.from(octets) : octets,
      debuts: this.#debuts,
      multiligne: this.#multiligne,
      rejet,
    });
    // La fin ignorée n'est connue qu'à la fin : les derniers enregistrements attendent.
    const pret = this.#attente.length > fin ? this.#attente.shift() : undefined;
    if (!pret) return;
    this.#enregistrements++;
    if (pret.rejet !== null) this.#rejets++;
    this.#options.surEnregistrement?.(pret);
  }

  #juger(octets: Buffer, longueur: number): MarqueRejet | null {
    if (longueur > LONGUEUR_MAXIMALE) return MARQUES_REJET.longueur;
    if (this.#malforme) return MARQUES_REJET.guillemet;
    if (this.#champs > this.#options.colonnes) return MARQUES_REJET.trop;
    if (octets.includes(0)) return MARQUES_REJET.nul;
    return null;
  }
}

function passerTexteNu(bloc: Buffer, i: number, separateur: number): number {
  let j = i;
  while (j < bloc.length) {
    const c = bloc[j];
    if (c === separateur || c === LF || c === CR || c === GUILLEMET) break;
    j++;
  }
  return j;
}
