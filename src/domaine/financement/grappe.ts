import type { DateCivile } from '../date-civile.ts';
import type { Secteur } from '../secteur.ts';
import type { TypeProjet } from './commun.ts';
import type { Heures } from './forfaits.ts';

/** Un ESSMS tel que la table `essms` le déclare ; `null` pour ce qu'elle tait. */
export interface EssmsDeclare {
  readonly finessEt: string;
  readonly finessEj: string;
  readonly libelle: string;
  readonly categorie: string | null;
  /** Déclaré, ou déduit de la catégorie. */
  readonly secteur: Secteur | null;
  readonly departement: string | null;
  /** Le sien, ou celui de la grappe. */
  readonly typeProjet: TypeProjet | null;
  readonly duiReference: boolean | null;
  readonly logiciel: string | null;
  /** `illisibles` : incomplètes ou contradictoires, le prorata est inconnu. */
  readonly heures: Heures | 'illisibles' | null;
  readonly eligibleSons: boolean | null;
  readonly financementsAnterieurs: string | null;
  readonly dateOuverture: DateCivile | null;
  readonly dateFermeture: DateCivile | null;
}

/** Une grappe telle que le dépôt la déclare. */
export interface GrappeDeclaree {
  readonly nom: string | null;
  readonly porteurFinessEj: string | null;
  /** Signature de la convention ARS/porteur. */
  readonly convention: DateCivile | null;
  /** Triés par numéro FINESS. */
  readonly essms: readonly EssmsDeclare[];
  /** ESSMS de chaque OG dans le répertoire, hors grappe compris, pour ceux que le dépôt donne. */
  readonly essmsParOg: ReadonlyMap<string, number>;
}
