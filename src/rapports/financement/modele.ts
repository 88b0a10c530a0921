import type { Eligibilite } from '../../domaine/financement/eligibilite.ts';
import type { Plan } from '../../domaine/financement/plan.ts';
import type { EnteteDossier } from '../dossier/modele.ts';

export interface RapportFinancement {
  readonly entete: EnteteDossier;
  readonly eligibilite: Eligibilite;
  readonly plan: Plan;
}
