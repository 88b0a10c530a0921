import type { Fraction } from '../domaine/fraction.ts';
import type { CodeIndicateur } from '../domaine/resultat.ts';
import type { Termes } from './termes.ts';

const RIEN: Fraction = { numerateur: 0, denominateur: 0 };

/** L'élément neutre de `sommer`. */
export const TERMES_NULS: Termes = { valeur: RIEN, basse: RIEN, haute: RIEN };

function additionner(a: Fraction, b: Fraction): Fraction {
  return {
    numerateur: a.numerateur + b.numerateur,
    denominateur: a.denominateur + b.denominateur,
  };
}

/** A1 : numérateurs et dénominateurs s'additionnent ; sans borne haute d'un côté, la somme n'en a pas. */
export function sommer(a: Termes, b: Termes): Termes {
  return {
    valeur: additionner(a.valeur, b.valeur),
    basse: additionner(a.basse, b.basse),
    haute: a.haute === null || b.haute === null ? null : additionner(a.haute, b.haute),
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
