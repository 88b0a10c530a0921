import type { DateCivile } from '../../domaine/date-civile.ts';
import type { Fenetre } from '../../domaine/fenetre.ts';
import type { IndexCite } from '../../domaine/finess/verification.ts';
import type { DossierAFaire, EssmsAFaire } from '../../domaine/reste-a-faire.ts';
import type { CodeIndicateur } from '../../domaine/resultat.ts';
import type { SourceLue } from '../../domaine/source.ts';
import type { BilanAnomalies, Grappe, Outil } from '../modele.ts';

/** La liste de travail d'un mois : la seule sortie du programme qui porte des identifiants de dossier. */
export interface RapportResteAFaire {
  readonly outil: Outil;
  readonly dateReference: DateCivile;
  readonly fenetre: Fenetre;
  /** Le mois est clos : la liste explique, elle ne demande plus rien. */
  readonly moisClos: boolean;
  readonly definitions: Readonly<Record<string, string>>;
  readonly grappe: Grappe;
  /** La liste est restreinte à un indicateur, à un ESSMS ; `null` : elle ne l'est pas. */
  readonly indicateur: CodeIndicateur | null;
  readonly finessEt: string | null;
  /** D'abord celui où le plus de gestes servent une cible non atteinte. */
  readonly essms: readonly EssmsAFaire[];
  /** Dans l'ordre des ESSMS, puis de ce qu'un geste règle. */
  readonly dossiers: readonly DossierAFaire[];
  readonly anomalies: BilanAnomalies;
  readonly sources: readonly SourceLue[];
  readonly indexFiness: IndexCite | null;
}
