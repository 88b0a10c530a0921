import type { Secteur } from './secteur.ts';

/** Les cinq indicateurs, dans l'ordre du tableau du kit SESAN (partie 3, § 6). */
export const CODES_INDICATEURS = ['dossiers_actifs', 'projets', 'agenda', 'mssante', 'dmp'] as const;
export type CodeIndicateur = (typeof CODES_INDICATEURS)[number];

/** T7. */
export const ETATS = [
  'atteint',
  'non_atteint',
  'incertain',
  'non_evaluable',
  'dispense',
  'hors_periode',
] as const;
export type Etat = (typeof ETATS)[number];

/** A1. */
export const NIVEAUX = ['essms', 'og', 'grappe'] as const;
export type Niveau = (typeof NIVEAUX)[number];

/** Ce que le calcul a dû supposer ou n'a pas pu trancher pour un résultat. */
export interface AvertissementResultat {
  readonly code: string;
  readonly nombre: number;
  readonly message: string;
  /** Les tables qui manquent (N8, N9), sous leur nom public : pour compter les fichiers à fournir. */
  readonly tables?: readonly string[];
}

/**
 * Un indicateur à un niveau. Les taux sont en pour cent, tronqués à deux décimales (T3) ; ils valent
 * `null` avec le numérateur, le dénominateur et le reste à faire pour les états `non_evaluable`,
 * `dispense` et `hors_periode`. `borneHaute` est aussi `null` quand rien ne borne (T2).
 */
export interface Resultat {
  readonly niveau: Niveau;
  /** finess_et, finess_ej, ou « grappe ». */
  readonly identifiant: string;
  readonly libelle: string;
  readonly secteur: Secteur | null;
  readonly indicateur: CodeIndicateur;
  readonly numerateur: number | null;
  readonly denominateur: number | null;
  readonly taux: number | null;
  readonly borneBasse: number | null;
  readonly borneHaute: number | null;
  /** En pour cent. */
  readonly cible: number;
  readonly etat: Etat;
  readonly resteAFaire: number | null;
  readonly provisoire: boolean;
  readonly avertissements: readonly AvertissementResultat[];
  /** Seulement aux niveaux og et grappe (A3, A4). */
  readonly agregat?: Agregat;
}

export interface Agregat {
  readonly essmsEvalues: number;
  readonly essmsAtteints: number;
  readonly plusBas: { readonly identifiant: string; readonly taux: number } | null;
  /** finess_et des ESSMS non évaluables faute de données ; vide si l'agrégat est complet. */
  readonly manquants: readonly string[];
}
