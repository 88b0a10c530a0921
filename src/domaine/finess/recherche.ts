import type { Secteur } from '../secteur.ts';

/** Ce qu'on cherche ; tout ce qui est donné doit convenir. */
export interface Criteres {
  /** Mots du nom ou de la commune, dans n'importe quel ordre, sans accents. */
  readonly mots: string;
  readonly departement: string | null;
  readonly categorie: string | null;
  readonly secteur: Secteur | null;
  readonly finessEj: string | null;
  /** Montrer aussi les établissements fermés. */
  readonly fermes: boolean;
  readonly limite: number;
}

export interface Trouve {
  readonly finessEt: string;
  readonly finessEj: string;
  readonly nom: string;
  readonly nomEj: string | null;
  readonly acheminement: string | null;
  readonly departement: string | null;
  readonly categorie: string | null;
  readonly libelleCategorie: string | null;
  readonly secteur: Secteur | null;
  readonly ouvert: boolean;
}

export interface Recherche {
  readonly criteres: Criteres;
  /** Combien conviennent, la limite mise à part. */
  readonly total: number;
  readonly trouves: readonly Trouve[];
}
