import type { Gravite } from '../../domaine/anomalie.ts';
import type { FicheAnomalie } from '../../domaine/catalogue.ts';
import type { Outil } from '../modele.ts';

/**
 * `information` : dit, mais n'empêche rien (une cible que personne n'exige). `sans_objet` : ni bon ni mauvais
 * (une dispense). `conforme` : contrôlé, rien à dire.
 */
export type GraviteCi = Gravite | 'information' | 'sans_objet' | 'conforme';

/** Ce qu'une CI montre : une anomalie, une cible, un contrôle. */
export interface ElementCi {
  /** Stable : un code du catalogue, ou de `fiches`. */
  readonly code: string;
  readonly gravite: GraviteCi;
  /** Relatif au dépôt, séparé par « / » ; `null` : le dépôt entier. */
  readonly fichier: string | null;
  /** Ligne physique, à partir de 1. */
  readonly ligne: number | null;
  /** Nom de la colonne : un CSV n'a pas de rang de caractère à montrer. */
  readonly colonne: string | null;
  readonly message: string;
  readonly aide: string | null;
  /** Le groupe du compte rendu JUnit ; absent : le fichier. */
  readonly suite?: string;
  /** Ce qui est éprouvé, et de qui : « EHPAD du Parc (630991024) : DMP à 70 % » ; absent : « fichier:ligne:colonne code ». */
  readonly cas?: string;
}

/** Des occurrences comptées et non détaillées (`--max-anomalies`). */
export interface Tus {
  readonly erreurs: number;
  readonly avertissements: number;
}

/** Ce que rendent `junit`, `sarif` et `github`, quelle que soit la commande. */
export interface RapportCi {
  readonly outil: Outil;
  /** « verifier ». */
  readonly commande: string;
  readonly elements: readonly ElementCi[];
  readonly tus: Tus;
  /** La phrase du verdict. */
  readonly conclusion: string;
  /** Les codes que le catalogue n'a pas. */
  readonly fiches?: Readonly<Record<string, Pick<FicheAnomalie, 'titre' | 'explication'>>>;
}

/** Ce que la ligne de commande dit d'une CI. */
export interface PresentationCi {
  /** Du dossier courant au dépôt, séparé par « / » ; vide : c'est le dossier courant, ou le dépôt est ailleurs. */
  readonly base: string;
  /** `--seuil-gravite` ; absent : tout est montré, une erreur est un échec. */
  readonly seuil?: Gravite | undefined;
  /** `--exiger-cibles`. */
  readonly exigerCibles?: boolean;
}
