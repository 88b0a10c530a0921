import type { Eligibilite } from '../../domaine/financement/eligibilite.ts';
import type { EnteteDossier } from '../dossier/modele.ts';

export interface RapportEligibilite {
  readonly entete: EnteteDossier;
  readonly eligibilite: Eligibilite;
}
