import type { Etat } from '../../src/domaine/resultat.ts';
import type { Encadrement } from './bornes.ts';
import type { FenetreReference } from './contexte.ts';
import { atteintCible } from './fractions.ts';
import type { EssmsReference } from './perimetre.ts';

/** Instruction 2025/100 (T6). */
const DEBUT_DISPENSE = '2025-09-02';

/** T1. */
export function etatDe({ basse, haute }: Encadrement, cible: number): Etat {
  if (atteintCible(basse, cible)) return 'atteint';
  return haute !== null && !atteintCible(haute, cible) ? 'non_atteint' : 'incertain';
}

/** P6. */
export function estHorsPeriode(
  { ouverture, fermeture }: EssmsReference,
  { debut, fin }: FenetreReference,
): boolean {
  return (ouverture !== null && ouverture > fin) || (fermeture !== null && fermeture < debut);
}

/** T6. */
export function estDispense({ secteur, eligibleSons }: EssmsReference, { fin }: FenetreReference): boolean {
  return secteur === 'AHI' && eligibleSons === 'non' && fin >= DEBUT_DISPENSE;
}

/** T6 : AHI sans `eligible_sons`. */
export function estDispenseAVerifier(
  { secteur, eligibleSons }: EssmsReference,
  { fin }: FenetreReference,
): boolean {
  return secteur === 'AHI' && eligibleSons === null && fin >= DEBUT_DISPENSE;
}
