import type { DateCivile, Mois } from '../../domaine/date-civile.ts';
import type { IndexCite } from '../../domaine/finess/verification.ts';
import type { BilanSoumission, Echec } from '../../domaine/lot.ts';
import type { ReglagesPreuve } from '../../domaine/suivi.ts';
import type { Synthese } from '../../domaine/synthese-lot.ts';
import type { Outil } from '../modele.ts';

/** Tout ce que `esms lot` montre. */
export interface RapportLot {
  readonly outil: Outil;
  readonly dateReference: DateCivile;
  /** Demandés ; `null` : tous ceux des relevés. */
  readonly mois: readonly Mois[] | null;
  readonly reglages: ReglagesPreuve;
  /** Triés par nom. */
  readonly bilans: readonly BilanSoumission[];
  readonly echecs: readonly Echec[];
  readonly synthese: Synthese;
  /** Soumissions que le journal avait déjà. */
  readonly reprises: number;
  /** `null` : aucun index FINESS sur le poste. */
  readonly indexFiness: IndexCite | null;
}
