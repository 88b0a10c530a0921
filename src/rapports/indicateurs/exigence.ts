import { NIVEAUX, type Resultat } from '../../domaine/resultat.ts';
import type { RapportIndicateurs } from '../modele.ts';

/** Les cibles du niveau qui fait foi, sinon de tous ceux qui sont montrés (A6). */
export function ciblesQuiFontFoi({
  grappe,
  resultats,
}: Pick<RapportIndicateurs, 'grappe' | 'resultats'>): readonly Resultat[] {
  const faitFoi = NIVEAUX.filter((niveau) => niveau === grappe.niveauPreuve);
  const exiges = resultats.filter(({ niveau }) => faitFoi.includes(niveau));
  return exiges.length > 0 ? exiges : resultats;
}

/** Une dispense n'est pas une cible manquée ; une cible incertaine ou non évaluable n'est pas atteinte. */
export function estManquee({ etat }: Pick<Resultat, 'etat'>): boolean {
  return etat === 'non_atteint' || etat === 'incertain' || etat === 'non_evaluable';
}
