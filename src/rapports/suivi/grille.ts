import type { Palette } from '../presentation.ts';
import { couper, replier } from '../texte.ts';

export interface Cellule {
  readonly texte: string;
  readonly teinte?: (texte: string) => string;
}

/** Une rangée : ses cellules, et la phrase qui la suit, à droite s'il y a la place, dessous sinon. */
export interface Rangee {
  readonly cellules: readonly Cellule[];
  readonly suite: string;
}

export interface Grille {
  /** Deux lignes de titre par colonne ; la première colonne se coupe, les autres non. */
  readonly titres: readonly (readonly [string, string])[];
  readonly titreSuite: string;
  readonly rangees: readonly Rangee[];
  readonly droite: ReadonlySet<number>;
}

const NOM_MINIMUM = 10;
const SUITE_MINIMUM = 24;
const ENTRE = '  ';

/** Vrai si les colonnes tiennent entières, et la suite à leur droite. */
export function tientEnLargeur(grille: Grille, largeur: number): boolean {
  return occupationDe(grille) + ENTRE.length + SUITE_MINIMUM <= largeur;
}

/** La largeur que demandent les colonnes, sans la suite. */
function occupationDe({ titres, rangees }: Pick<Grille, 'titres' | 'rangees'>): number {
  const largeurs = largeursDe({ titres, rangees });
  return 1 + largeurs.reduce((somme, largeur) => somme + largeur, 0) + ENTRE.length * (largeurs.length - 1);
}

/** Un tableau sans traits, à la largeur donnée. */
export function rendreGrille(grille: Grille, largeur: number, palette: Palette): string[] {
  const { titres, titreSuite, rangees, droite } = grille;
  const [nom = 0, ...autres] = largeursDe(grille);
  const suites = Math.max(0, ...rangees.map(({ suite }) => longueur(suite)));
  const deCote = Math.min(suites, SUITE_MINIMUM);
  const place = largeur - occupationDe(grille) + nom;
  const aCote = place - ENTRE.length - deCote >= Math.min(nom, 18);
  const nomRendu = Math.min(nom, Math.max(NOM_MINIMUM, aCote ? place - ENTRE.length - deCote : place));
  const largeurs = [nomRendu, ...autres];
  const reste = place - nomRendu - ENTRE.length;
  const aligner = (cellules: readonly Cellule[]): string =>
    ` ${cellules.map((cellule, rang) => caler(cellule, largeurs[rang] ?? 0, droite.has(rang))).join(ENTRE)}`;
  const entetes = ([0, 1] as const).map((rang) => {
    const teinte = rang === 0 ? palette.fort : palette.discret;
    const ligne = aligner(titres.map((titre) => ({ texte: titre[rang], teinte })));
    return aCote && rang === 0 && titreSuite !== '' ? `${ligne}${ENTRE}${palette.fort(titreSuite)}` : ligne;
  });
  return [
    ...entetes,
    ...rangees.flatMap(({ cellules, suite }) => {
      const ligne = aligner(cellules);
      if (!aCote) {
        return suite === '' || suite === '–' ? [ligne] : [ligne, ...replier(`   → ${suite}`, largeur, 5)];
      }
      const vide = ' '.repeat(largeur - reste);
      return replier(suite, reste).map((morceau, rang) =>
        rang === 0 ? `${ligne}${ENTRE}${morceau}` : vide + morceau,
      );
    }),
  ];
}

function largeursDe({ titres, rangees }: Pick<Grille, 'titres' | 'rangees'>): number[] {
  return titres.map((titre, rang) =>
    Math.max(...titre.map(longueur), ...rangees.map(({ cellules }) => longueur(cellules[rang]?.texte ?? ''))),
  );
}

/** La couleur vient après la mise en largeur. */
function caler({ texte, teinte = (brut) => brut }: Cellule, largeur: number, aDroite: boolean): string {
  const coupe = couper(texte, largeur);
  const vide = ' '.repeat(largeur - longueur(coupe));
  return aDroite ? vide + teinte(coupe) : teinte(coupe) + vide;
}

function longueur(texte: string): number {
  return [...texte].length;
}
