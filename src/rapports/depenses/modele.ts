import type { EtatDepenses } from '../../domaine/financement/depenses.ts';
import type { EnteteDossier } from '../dossier/modele.ts';

export interface RapportDepenses {
  readonly entete: EnteteDossier;
  readonly etat: EtatDepenses;
}
