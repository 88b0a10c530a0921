import type { DateCivile } from '../domaine/date-civile.ts';
import type { CodeIndicateur } from '../domaine/resultat.ts';
import type { Secteur } from '../domaine/secteur.ts';

/** Un ESSMS du périmètre, tel que la table `essms` le décrit. */
export interface Essms {
  readonly finessEt: string;
  readonly finessEj: string;
  readonly libelle: string;
  readonly secteur: Secteur | null;
  readonly eligibleSons: boolean | null;
  readonly places: number | null;
  readonly dateOuverture: DateCivile | null;
  readonly dateFermeture: DateCivile | null;
}

/** Décompte mensuel (N8) : `null` dans `Comptes` si la table de décomptes ne parle pas de l'ESSMS. */
export interface Decompte {
  /** Somme des mois de F présents : messages (M) ou DMP alimentés. */
  readonly somme: number;
  /** Plus grand des mois de F. */
  readonly maximum: number;
  /** Nombre de mois de F sans ligne : s'il n'est pas nul, l'indicateur est non évaluable. */
  readonly moisAbsents: number;
}

/** Pourquoi un chiffre déclaré et le calcul peuvent différer : ce qu'une autre lecture des exports compterait. */
export const CODES_CAUSES = [
  'inactifs',
  'indetermines',
  'hors_sejour',
  'hors_population',
  'projets_non_retenus',
  'evenements_hors_periode',
  'evenements_non_retenus',
  'messages_non_retenus',
  'messages_en_double',
  'depots_en_echec',
  'depots_non_eligibles',
  'non_eligibles',
  'effectifs_sans_dossier',
  'dossiers_sans_effectif',
  'dossiers_rejetes',
  'lignes_rejetees',
  'lignes_ecartees',
] as const;
export type CodeCause = (typeof CODES_CAUSES)[number];

/** Nombre par cause ; une cause absente ne joue pas. */
export type Causes = Readonly<Partial<Record<CodeCause, number>>>;

/** Ce que la table `declares` dit d'un indicateur ; les numérateurs de ses mois, comme ceux d'un décompte (N8). */
export interface Declare extends Decompte {
  /** Celui du mois M ; `null` s'il manque. */
  readonly denominateur: number | null;
  readonly causes: Causes;
}

/**
 * Comptes élémentaires d'un ESSMS sur la fenêtre F (une ligne de `requetes/comptes.sql`).
 * Les lettres sont celles de la section 6 des règles.
 */
export interface Comptes {
  readonly finessEt: string;
  /** N9 : les tables de détail qui couvrent cet ESSMS. */
  readonly couvert: {
    readonly dossiers: boolean;
    readonly activites: boolean;
    readonly projets: boolean;
    readonly agenda: boolean;
    readonly mss: boolean;
    readonly dmp: boolean;
  };
  /** P4 : `personnes_accompagnees` de la ligne d'effectifs de la période, s'il y en a une. */
  readonly effectifPersonnes: number | null;
  /** P5 : `personnes_eligibles_projet` de la même ligne, si elle est remplie. */
  readonly effectifEligibles: number | null;
  /** P3 : taille de la population (0 si `dossiers` ne couvre pas l'ESSMS). */
  readonly population: number;
  /** P5 : personnes de la population dont aucune ligne ne dit `eligible_projet = non`. */
  readonly populationEligible: number;
  /** R : lignes de `dossiers` rejetées dont le FINESS est lisible. */
  readonly rejetes: number;
  /** A. */
  readonly actifs: number;
  /** I. */
  readonly indetermines: number;
  /** P. */
  readonly actifsAvecProjet: number;
  /** I₁. */
  readonly indeterminesAvecProjet: number;
  /** G, selon les deux lectures de N5. */
  readonly actifsAvecEvenement: { readonly periode: number; readonly existence: number };
  /** J₁ : nul en lecture `periode`. */
  readonly indeterminesAvecEvenement: { readonly periode: number; readonly existence: number };
  /** M en détail (N6). */
  readonly messages: number;
  /** M en décomptes. */
  readonly messagesDecompte: Decompte | null;
  /** B en détail (N7). */
  readonly dmp: number;
  /** B en décomptes. */
  readonly dmpDecompte: Decompte | null;
  /** Le tableau de bord de l'éditeur, pour les indicateurs dont il parle. */
  readonly declares: Readonly<Partial<Record<CodeIndicateur, Declare>>>;
  /** Avertissements à compter. */
  readonly sejoursEntreeAbsente: number;
  readonly sejoursClosSansSortie: number;
  readonly sejoursSortieAvantEntree: number;
  readonly preparationsAnciennes: number;
  /** D4. */
  readonly provisoire: boolean;
}
