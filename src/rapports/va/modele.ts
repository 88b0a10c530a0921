import type { DateCivile } from '../../domaine/date-civile.ts';
import type { Fenetre } from '../../domaine/fenetre.ts';
import type { IndexCite } from '../../domaine/finess/verification.ts';
import type { SourceLue } from '../../domaine/source.ts';
import type { Verification } from '../../domaine/va.ts';
import type { BilanAnomalies, CibleCitee, Grappe, Outil } from '../modele.ts';

/** Les conditions d'une VA ou d'une VSR, et de quoi en préparer le PV. */
export interface RapportVa {
  readonly outil: Outil;
  readonly dateReference: DateCivile;
  /** `null` : aucun mois n'est demandé (VSR), rien n'est mesuré. */
  readonly mesure: {
    readonly fenetre: Fenetre;
    readonly definitions: Readonly<Record<string, string>>;
    readonly cibles: readonly CibleCitee[];
  } | null;
  readonly grappe: Grappe;
  /** Signature de la convention ARS/porteur. */
  readonly convention: DateCivile | null;
  readonly verification: Verification;
  readonly anomalies: BilanAnomalies;
  readonly sources: readonly SourceLue[];
  readonly indexFiness: IndexCite | null;
}
