import type { DateCivile, Mois } from './date-civile.ts';
import type { CodeIndicateur, Niveau, Resultat } from './resultat.ts';
import type { Secteur } from './secteur.ts';
import type { Provenance } from './source.ts';

/** D'où vient le chiffre d'un indicateur : calculé depuis des exports, ou déclaré par l'éditeur ou l'usager. */
export const NIVEAUX_DE_PREUVE = ['calcule', 'declare'] as const;
export type NiveauDePreuve = (typeof NIVEAUX_DE_PREUVE)[number];

/** Un ESSMS du périmètre d'un relevé : ce que la table `essms` en dit, et d'où viennent ses chiffres. */
export interface EssmsReleve {
  readonly finessEt: string;
  readonly finessEj: string;
  readonly libelle: string;
  readonly categorie: string | null;
  readonly secteur: Secteur | null;
  readonly modeAccueil: string | null;
  readonly departement: string | null;
  readonly typeProjet: string | null;
  readonly logiciel: string | null;
  readonly places: number | null;
  /** Personnes accompagnées déclarées (P4) ; `null` : aucune ligne d'effectifs pour la période. */
  readonly personnesDeclarees: number | null;
  /** Taille de la population lue dans les dossiers ; `null` : `dossiers` ne couvre pas l'ESSMS. */
  readonly population: number | null;
  /** `declare` dès qu'un indicateur l'est. */
  readonly preuve: NiveauDePreuve;
  /** Les indicateurs déclarés. */
  readonly declares: readonly CodeIndicateur[];
}

/**
 * V1 : le tableau de bord de la vérification d'aptitude d'un ESSMS, sur la fenêtre ; `null` : les données ne
 * permettent pas de le compter.
 */
export interface TableauVa {
  readonly finessEt: string;
  /** Documents déposés au DMP. */
  readonly documentsAvecIns: number | null;
  readonly documentsSansIns: number | null;
  readonly documents: number | null;
  /** Messages MSSanté envoyés. */
  readonly messagesProfessionnels: number | null;
  readonly messagesUsagers: number | null;
  /** Dossiers ayant au moins : (a) un document au DMP, (b) un message à un professionnel, (c) un message à l'usager. */
  readonly dossiersDmp: number | null;
  readonly dossiersMssProfessionnel: number | null;
  readonly dossiersMssUsager: number | null;
  /** a ∩ b ∩ c. */
  readonly dossiersTroisActions: number | null;
}

/** Une part, en entiers : `nombre` sur `total`. */
export interface Part {
  readonly nombre: number;
  readonly total: number;
}

/** Parts de qualité d'un ESSMS, sur la fenêtre : elles ne changent aucun taux, et se contrôlent en série. */
export interface QualiteReleve {
  readonly finessEt: string;
  /** Dossiers de la population qui n'ont qu'un événement d'agenda retenu (N5), prouvé, sur ceux qui en ont. */
  readonly unSeulEvenement: Part | null;
  /** Dossiers dont la première trace du mois tombe le même jour (le plus chargé, hors des trois premiers de la fenêtre). */
  readonly premiereTraceMemeJour: (Part & { readonly jour: DateCivile | null }) | null;
  /** Événements d'agenda de la fenêtre saisis plus de cinq jours après sa fin, sur ceux dont la saisie est datée. */
  readonly saisiesTardives: Part | null;
}

/**
 * Le relevé d'un mois : tout ce qu'un OG transmet, sans aucun identifiant de personne ni chemin. Il se suffit : le suivi
 * sur trois mois, la VA, la VSR et le lot d'une ARS ne lisent que des relevés.
 */
export interface Releve {
  readonly outil: {
    readonly nom: 'esms';
    readonly version: string;
    readonly regles: string;
    readonly fournies?: readonly string[];
  };
  readonly grappe: {
    readonly nom: string | null;
    readonly porteurFinessEj: string | null;
    readonly niveauPreuve: Niveau | null;
  };
  readonly mois: Mois;
  readonly fenetre: {
    readonly debut: DateCivile;
    readonly fin: DateCivile;
    readonly premiereMesure: boolean;
  };
  readonly dateReference: DateCivile;
  readonly definitions: Readonly<Record<string, string>>;
  readonly cibles: readonly {
    readonly indicateur: CodeIndicateur;
    /** En pour cent. */
    readonly valeur: number;
    readonly reference: string;
  }[];
  /** Triés par numéro FINESS. */
  readonly perimetre: readonly EssmsReleve[];
  /** Les trois niveaux, dans l'ordre du contrat des indicateurs. */
  readonly resultats: readonly Resultat[];
  readonly tableauVa: readonly TableauVa[];
  readonly qualite: readonly QualiteReleve[];
  /** Comptes par code, sans aucune valeur. */
  readonly anomalies: {
    readonly erreurs: number;
    readonly avertissements: number;
    readonly parCode: Readonly<Record<string, number>>;
  };
  readonly sources: readonly Provenance[];
}

/** Un relevé et le SHA-256 de son contenu canonique. */
export interface ReleveScelle {
  readonly releve: Releve;
  readonly empreinte: string;
}
