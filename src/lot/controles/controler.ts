import type { ExtraitEssms } from '../../domaine/extrait-lot.ts';
import type { ConstatLot, Soumission } from '../../domaine/lot.ts';
import type { Suivi } from '../../domaine/suivi.ts';
import type { JeuDeRegles } from '../../regles/modele.ts';
import type { SeuilsLot } from '../../regles/seuils-lot.ts';
import { controlerConvention } from './convention.ts';
import { controlerCopieEssms } from './copie-essms.ts';
import { controlerDenominateur } from './denominateur.ts';
import { controlerDeuxGrappes } from './deux-grappes.ts';
import { lireMoisRetenus } from './mois-lus.ts';
import { controlerMoisRecopie } from './mois-recopie.ts';
import { controlerParts } from './parts.ts';
import { controlerPileCible } from './pile-cible.ts';
import { controlerSaut } from './saut.ts';
import { controlerSuite } from './suite.ts';
import { controlerTaille } from './taille.ts';
import { controlerToutAtteint } from './tout-atteint.ts';

/** Ce dont les contrôles d'une soumission ont besoin, hors d'elle. */
export interface Reperes {
  readonly seuils: SeuilsLot;
  readonly regles: JeuDeRegles;
}

/** Les contrôles d'une soumission seule ; `suivi` est le sien. */
export function controlerSoumission(
  { nom, convention }: Pick<Soumission, 'nom' | 'convention'>,
  suivi: Suivi,
  { seuils, regles }: Reperes,
): ConstatLot[] {
  const { reference } = suivi;
  const mois = lireMoisRetenus(suivi);
  return [
    ...controlerSuite(nom, suivi),
    ...controlerConvention(nom, convention, reference),
    ...controlerTaille(nom, convention, reference, regles),
    ...controlerMoisRecopie(nom, mois, seuils),
    ...controlerDenominateur(nom, mois, seuils),
    ...controlerToutAtteint(nom, mois, seuils),
    ...controlerPileCible(nom, mois, seuils),
    ...controlerSaut(nom, mois, seuils),
    ...controlerParts(nom, mois, seuils),
  ];
}

/**
 * Les contrôles entre soumissions, sur leurs extraits : une passe, par clés. L'ordre des extraits ne change rien.
 */
export function controlerEntre(extraits: readonly ExtraitEssms[], seuils: SeuilsLot): ConstatLot[] {
  const ordonnes = [...extraits].sort(
    (a, b) => comparer(a.finessEt, b.finessEt) || comparer(a.soumission, b.soumission),
  );
  return [...controlerDeuxGrappes(ordonnes), ...controlerCopieEssms(ordonnes, seuils)];
}

function comparer(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
