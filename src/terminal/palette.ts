import { Chalk } from 'chalk';

/** Couleurs par sens, jamais par teinte ; l'état se lit sans elles (✓ ✗ ? –). */
export interface Palette {
  readonly bon: (texte: string) => string;
  readonly mauvais: (texte: string) => string;
  readonly doute: (texte: string) => string;
  readonly discret: (texte: string) => string;
  readonly fort: (texte: string) => string;
}

/** La palette du terminal, ou la même sans aucune couleur. */
export function creerPalette(couleur: boolean): Palette {
  const chalk = new Chalk({ level: couleur ? 1 : 0 });
  return {
    bon: (texte) => chalk.green(texte),
    mauvais: (texte) => chalk.red(texte),
    doute: (texte) => chalk.yellow(texte),
    discret: (texte) => chalk.dim(texte),
    fort: (texte) => chalk.bold(texte),
  };
}

/** Couleur seulement sur un terminal, et jamais avec NO_COLOR (no-color.org) ou `--sans-couleur`. */
export function aCouleur(demande: {
  readonly sansCouleur: boolean;
  readonly estTerminal: boolean;
  readonly noColor: string | undefined;
}): boolean {
  return demande.estTerminal && !demande.sansCouleur && (demande.noColor ?? '') === '';
}
