import type { DateCivile } from './date-civile.ts';
import type { TypeProjet } from './financement/commun.ts';
import type { TableauVa } from './releve.ts';
import type { CodeIndicateur, Resultat } from './resultat.ts';

/** Vérification d'aptitude, vérification de service régulier (règles V). */
export const ACTES = ['va', 'vsr'] as const;
export type Acte = (typeof ACTES)[number];

export const ETATS_CONDITION = ['remplie', 'non_remplie', 'inconnue', 'sans_objet'] as const;
export type EtatCondition = (typeof ETATS_CONDITION)[number];

/** V1 à V4, et ce que la seule VSR certifie. */
export const CODES_CONDITIONS = ['V1', 'V2', 'V3', 'V4', 'bugs'] as const;
export type CodeCondition = (typeof CODES_CONDITIONS)[number];

/** Ce qu'une condition regarde. */
export const ELEMENTS = [
  'documents_avec_ins',
  'documents_sans_ins',
  'documents',
  'messages_professionnels',
  'messages_usagers',
  'messages',
  'dossiers_dmp',
  'dossiers_mss_professionnel',
  'dossiers_mss_usager',
  'dossiers_trois_actions',
  'dossiers_actifs',
  'projets',
  'agenda',
  'deploiement_termine',
  'formations_terminees',
  'bugs_corriges',
] as const;
export type Element = (typeof ELEMENTS)[number];

/** Les trois taux que le DUI doit fournir (V3). */
export const TAUX_VA = ['dossiers_actifs', 'projets', 'agenda'] as const satisfies readonly CodeIndicateur[];

/** Une condition devant un ESSMS. */
export interface Condition {
  readonly code: CodeCondition;
  /** Calculée depuis les exports, ou déclarée par l'organisme. */
  readonly origine: 'calcule' | 'declare';
  readonly etat: EtatCondition;
  /** Ce qui n'est pas rempli : un compte nul, un taux incalculable, un « non ». */
  readonly faux: readonly Element[];
  /** Ce que les données ne disent pas. */
  readonly inconnus: readonly Element[];
}

/** V5 : ce que l'acte est pour ce projet. */
export const OBLIGATIONS = ['obligatoire', 'recommandee', 'facultative', 'inconnue'] as const;
export type Obligation = (typeof OBLIGATIONS)[number];

/** Ce que la table `essms` déclare d'un ESSMS ; `null` pour ce qu'elle tait. */
export interface EssmsDeclareVa {
  readonly finessEt: string;
  readonly finessEj: string;
  readonly libelle: string;
  readonly logiciel: string | null;
  /** Le sien, ou celui de la grappe. */
  readonly typeProjet: TypeProjet | null;
  readonly deploiementTermine: boolean | null;
  readonly formationsTerminees: boolean | null;
}

/** Le moins de dossiers que les données prouvent, là où le tableau de bord ne se compte pas exactement. */
export type DossiersVus = Readonly<
  Record<'dossiersDmp' | 'dossiersMssProfessionnel' | 'dossiersMssUsager' | 'dossiersTroisActions', number>
>;

/** Ce qui est mesuré d'un ESSMS sur une fenêtre. */
export interface MesureVa {
  readonly tableau: TableauVa;
  readonly vus: DossiersVus;
  /** Les cinq indicateurs de l'ESSMS. */
  readonly resultats: readonly Resultat[];
}

export interface EssmsVerifie extends EssmsDeclareVa {
  readonly obligation: Obligation;
  /** `null` : aucun mois n'est mesuré. */
  readonly mesure: MesureVa | null;
  readonly conditions: readonly Condition[];
  /** Le pire de ses conditions. */
  readonly etat: EtatCondition;
}

/** Un OG : c'est lui qui commande, et son représentant légal qui signe. */
export interface OgVerifie {
  readonly finessEj: string;
  /** Du répertoire ; `null` : rien ne le nomme. */
  readonly nom: string | null;
  readonly etat: EtatCondition;
  readonly obligation: Obligation;
  /** Les cinq indicateurs de l'OG ; vide si aucun mois n'est mesuré. */
  readonly resultats: readonly Resultat[];
  /** Triés par numéro FINESS. */
  readonly essms: readonly EssmsVerifie[];
}

/** VSR : « environ 18 mois après la contractualisation avec l'éditeur ». */
export interface DateIndicative {
  readonly date: DateCivile;
  /** La convention ARS/porteur, qui précède le contrat avec l'éditeur : la date est au plus tôt. */
  readonly convention: DateCivile;
}

export interface Verification {
  readonly acte: Acte;
  readonly etat: EtatCondition;
  /** Triés par numéro FINESS. */
  readonly og: readonly OgVerifie[];
  /** `null` pour la VA, ou si la convention n'est pas datée. */
  readonly dateIndicative: DateIndicative | null;
}
