import type { DateCivile } from '../../domaine/date-civile.ts';
import type { IndexCite } from '../../domaine/finess/verification.ts';
import type { SourceLue } from '../../domaine/source.ts';
import type { BilanAnomalies, Outil } from '../modele.ts';

/** Ce que portent les trois rapports d'un dossier de grappe : éligibilité, financement, dépenses. */
export interface EnteteDossier {
  readonly outil: Outil;
  readonly dateReference: DateCivile;
  /** L'année de l'appel à projets ; `null` si le dépôt n'a pas pu être lu. */
  readonly annee: number | null;
  /** Vrai : personne ne l'a donnée, c'est celle de la convention. */
  readonly anneeSupposee: boolean;
  readonly nom: string | null;
  readonly porteurFinessEj: string | null;
  readonly anomalies: BilanAnomalies;
  readonly sources: readonly SourceLue[];
  /** L'index FINESS dont les contrôles se sont servis ; `null` : aucun. */
  readonly indexFiness: IndexCite | null;
}
