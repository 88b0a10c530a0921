import { direEuros } from '../domaine/financement/commun.ts';
import { type Centimes, ecrireEuros, enEuros } from '../domaine/montant.ts';
import { INSECABLE } from './nombres.ts';

/** « 43 120,00 € », insécable ; « inconnu » plutôt qu'un zéro. */
export function euros(montant: Centimes | null): string {
  return montant === null ? 'inconnu' : ecrireEuros(montant).replaceAll(' ', INSECABLE);
}

/** « 1 232 € » : dans une phrase, les centimes nuls se taisent. */
export function eurosRonds(montant: Centimes): string {
  return direEuros(montant).replaceAll(' ', INSECABLE);
}

/** Des euros, deux décimales au plus, pour une sortie JSON ou CSV. */
export function donneeEuros(montant: Centimes | null): number | null {
  return montant === null ? null : enEuros(montant);
}

/** Les nombres d'une phrase ne se coupent ni à leurs milliers ni avant leur unité. */
export function lierNombres(texte: string): string {
  return texte.replace(/(?<=\d) (?=\d{3}(?!\d)|[€%]|ESSMS)/g, INSECABLE);
}
