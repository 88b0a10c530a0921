import type { PresentationCi } from './ci/modele.ts';

/** Couleurs par sens, données par l'appelant : un rapport ne sait pas s'il va vers un terminal. */
export interface Palette {
  readonly bon: (texte: string) => string;
  readonly mauvais: (texte: string) => string;
  readonly doute: (texte: string) => string;
  readonly discret: (texte: string) => string;
  readonly fort: (texte: string) => string;
}

/** Comment montrer un rapport. Chaque format n'en prend que ce qui le concerne. */
export interface Presentation {
  readonly largeur: number;
  readonly palette: Palette;
  /** `--tout` : montrer aussi les ESSMS aux cibles. */
  readonly tout: boolean;
  /** `--excel` : marque d'ordre des octets et virgule décimale. */
  readonly excel: boolean;
  /** Pour les formats d'une CI. */
  readonly ci?: PresentationCi;
}

const telQuel = (texte: string): string => texte;

export const SANS_COULEUR: Palette = {
  bon: telQuel,
  mauvais: telQuel,
  doute: telQuel,
  discret: telQuel,
  fort: telQuel,
};
