import type { Fraction } from '../domaine/fraction.ts';
import type { CodeIndicateur } from '../domaine/resultat.ts';
import type { Termes } from './termes.ts';

const RIEN: Fraction = { numerateur: 0, denominateur: 0 };

function additionner(fractions: readonly Fraction[]): Fraction {
  let [numerateur, denominateur] = [0, 0];
  for (const une of fractions) {
    numerateur += une.numerateur;
    denominateur += une.denominateur;
  }
  return { numerateur, denominateur };
}

/** A1 : numérateurs et dénominateurs s'additionnent ; sans borne haute d'un côté, la somme n'en a pas. */
export function sommer(termes: readonly Termes[]): Termes {
  const hautes = termes.flatMap(({ haute }) => haute ?? []);
  return {
    valeur: additionner(termes.map(({ valeur }) => valeur)),
    basse: additionner(termes.map(({ basse }) => basse)),
    haute: hautes.length < termes.length ? null : additionner(hautes),
  };
}

/**
 * A3 : ce qu'un ESSMS sans données apporte aux bornes, et jamais à la valeur : personne en bas, tout le
 * monde en haut ; un volume de messages n'a pas de plafond.
 */
export function termesManquants(indicateur: CodeIndicateur, denominateur: number): Termes {
  return {
    valeur: RIEN,
    basse: { numerateur: 0, denominateur },
    haute: indicateur === 'mssante' ? null : { numerateur: denominateur, denominateur },
  };
}
