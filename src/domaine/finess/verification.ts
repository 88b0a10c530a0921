import type { Secteur } from '../secteur.ts';

/** Ce qui peut clocher d'un numéro, dans l'ordre où on le regarde. */
export const CODES_RAISON = [
  'forme',
  'cle',
  'inconnu',
  'ferme',
  'entite_juridique',
  'autre_ej',
  'ej',
] as const;
export type CodeRaison = (typeof CODES_RAISON)[number];

export interface Raison {
  readonly code: CodeRaison;
  readonly message: string;
}

/** Un numéro à contrôler, et ce qu'on en déclare. */
export interface NumeroDemande {
  readonly numero: string;
  /** Entité juridique déclarée ; `null` : on n'en dit rien. */
  readonly finessEj: string | null;
  /** Ligne du fichier d'où il vient ; `null` : de la ligne de commande. */
  readonly ligne: number | null;
}

/** Ce que l'index sait d'un numéro. */
export interface Fiche {
  readonly role: 'etablissement' | 'entite_juridique';
  readonly nom: string | null;
  readonly ouvert: boolean;
  readonly finessEj: string;
  readonly nomEj: string | null;
  readonly acheminement: string | null;
  readonly categorie: { readonly code: string; readonly libelle: string | null } | null;
  readonly secteur: Secteur | null;
  /** ESSMS au sens de l'article L. 312-1 du CASF ; `null` : à vérifier, ou catégorie hors de la nomenclature. */
  readonly essms: boolean | null;
  /** Catégorie finançable par le SONS de la vague 1 ; `null` : de même. */
  readonly sons: boolean | null;
}

export interface NumeroVerifie extends NumeroDemande {
  /** `partiel` : forme et clé justes, et pas d'index pour en savoir plus. */
  readonly etat: 'conforme' | 'a_corriger' | 'partiel';
  readonly raisons: readonly Raison[];
  /** `null` sans index, ou si le numéro n'y est pas. */
  readonly fiche: Fiche | null;
  /** Le seul établissement ouvert qu'un chiffre faux ou deux chiffres échangés expliquent. */
  readonly suggestion: { readonly numero: string; readonly nom: string } | null;
}

/** D'où vient ce que l'on sait du répertoire. */
export interface IndexCite {
  /** La plus récente des extractions importées ; `null` si aucune n'est datée. */
  readonly dateExtraction: string | null;
  readonly etablissements: number;
  /** SHA-256 des fichiers importés. */
  readonly empreintes: readonly string[];
}

/** Le répertoire, tel que les contrôles l'interrogent : un index, sans qu'ils sachent comment il se lit. */
export interface Repertoire {
  readonly cite: IndexCite;
  /** Ce qu'il sait de chaque numéro ; un numéro inconnu n'y est pas. */
  lire(numeros: readonly string[]): Promise<ReadonlyMap<string, Fiche>>;
}
