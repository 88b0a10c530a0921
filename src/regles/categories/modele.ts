import type { DateCivile } from '../../domaine/date-civile.ts';
import type { Secteur } from '../../domaine/secteur.ts';

/** Lu dans sa source, ou proposé faute de texte lu. */
export const PREUVES = ['verifie', 'propose'] as const;
export type Preuve = (typeof PREUVES)[number];

/** Ce que la nomenclature affirme d'une catégorie, et comment chaque fait est connu. */
export const FAITS = ['libelle', 'agregat', 'etat', 'secteur', 'essms'] as const;
export type Fait = (typeof FAITS)[number];

/** Comment chaque fait est connu, et d'où. */
export type Preuves = Readonly<Record<Fait, { readonly preuve: Preuve; readonly source: string }>>;

export interface CategorieCompilee {
  readonly code: string;
  readonly libelle: string;
  /** Quatre chiffres ; `null` : pas lu. */
  readonly agregat: string | null;
  /** `null` : pas lu. */
  readonly active: boolean | null;
  readonly fin: DateCivile | null;
  /** `null` : la catégorie n'en a pas. */
  readonly secteur: Secteur | null;
  /** ESSMS au sens de l'article L. 312-1 du CASF ; `null` : à vérifier. */
  readonly essms: boolean | null;
  readonly note: string | null;
  /** Les faits connus autrement que ceux du fichier. */
  readonly preuves: Partial<Preuves>;
}

/** Ce que le compilateur écrit dans `dist/finess-categories.json`. */
export interface NomenclatureCompilee {
  readonly sources: Readonly<Record<string, { readonly titre: string; readonly date: string | null }>>;
  readonly preuves: Preuves;
  readonly categories: readonly CategorieCompilee[];
}
