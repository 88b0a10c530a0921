import type { DateCivile } from '../date-civile.ts';
import type { Secteur } from '../secteur.ts';

/** Une ligne de la table `essms` proposée d'après le répertoire. */
export interface EssmsPropose {
  readonly finessEt: string;
  readonly finessEj: string;
  readonly raisonSociale: string;
  readonly categorie: string | null;
  readonly secteur: Secteur | null;
  readonly departement: string | null;
  readonly dateOuverture: DateCivile | null;
  /** `null` : à vérifier. */
  readonly essms: boolean | null;
}

export interface PerimetrePropose {
  readonly finessEj: string;
  readonly nom: string | null;
  readonly essms: readonly EssmsPropose[];
  /** Établissements ouverts laissés de côté, faute d'être des ESSMS. */
  readonly autres: number;
  readonly tous: boolean;
}
