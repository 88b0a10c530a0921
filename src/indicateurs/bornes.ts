import { estInferieure, type Fraction } from '../domaine/fraction.ts';
import type { Termes } from './termes.ts';

/**
 * T2 : les mêmes termes, bornes ramenées autour de la valeur ; `null` si son dénominateur est nul. Une
 * borne passée de l'autre côté (taux supérieur à 100 %) ou sans dénominateur vaut la valeur.
 */
export function encadrer({ valeur, basse, haute }: Termes): Termes | null {
  if (valeur.denominateur === 0) return null;
  return {
    valeur,
    basse: estUtile(basse) && estInferieure(basse, valeur) ? basse : valeur,
    haute: haute === null || (estUtile(haute) && estInferieure(valeur, haute)) ? haute : valeur,
  };
}

function estUtile({ denominateur }: Fraction): boolean {
  return denominateur !== 0;
}
