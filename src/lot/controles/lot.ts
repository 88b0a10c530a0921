import type { ConstatLot, Soumission } from '../../domaine/lot.ts';
import type { ReglagesPreuve } from '../../domaine/suivi.ts';
import { etablirSuivi } from '../../suivi/preuve/etablir.ts';
import { controlerEntre, controlerSoumission, type Reperes } from './controler.ts';
import { extraire } from './extraire.ts';

/** Tous les contrôles d'un lot qui tient en mémoire ; le moteur, lui, traite une soumission à la fois et garde les extraits. */
export function controlerLot(
  soumissions: readonly Soumission[],
  reperes: Reperes,
  reglages: ReglagesPreuve,
): ConstatLot[] {
  const suivies = soumissions.map((soumission) => ({
    soumission,
    suivi: etablirSuivi(soumission.releves, reglages),
  }));
  return [
    ...suivies.flatMap(({ soumission, suivi }) => controlerSoumission(soumission, suivi, reperes)),
    ...controlerEntre(
      suivies.flatMap(({ soumission, suivi }) => extraire(soumission, suivi)),
      reperes.seuils,
    ),
  ];
}
