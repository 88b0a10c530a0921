import { evaluerExemple as evaluerFinancement } from '../financement/exemples.ts';
import { CALCULS_INDICATEURS } from '../indicateurs/exemples.ts';
import type { Evaluer } from '../regles/exemples.ts';

/** Le calcul que demande l'exemple d'une règle (`situation.calcul`) : indicateurs, ou financement. */
export const evaluerExemple: Evaluer = (jeu, situation) => {
  const calculs = Object.entries(CALCULS_INDICATEURS);
  const calcul = calculs.find(([nom]) => nom === situation.calcul)?.[1];
  return calcul === undefined ? evaluerFinancement(jeu, situation) : calcul(jeu, situation);
};
