import type { DateCivile } from '../date-civile.ts';
import type { Centimes } from '../montant.ts';
import type { Secteur } from '../secteur.ts';
import type { Avertissement, Provenance, TypeProjet, Versement } from './commun.ts';
import type { EtatEligibilite } from './eligibilite.ts';
import type { CodeLigne, LectureReduit } from './forfaits.ts';

/** Ce qui est connu d'une somme, et combien de ses termes ne le sont pas : alors elle est partielle. */
export interface Somme {
  readonly connu: Centimes;
  readonly inconnues: number;
}

/** Ce qu'un ESSMS, ou le projet, reçoit au titre d'un forfait. */
export interface LignePlan {
  readonly code: CodeLigne;
  readonly montant: Centimes | null;
  /** Pourquoi, si le montant est inconnu. */
  readonly raison: string | null;
  /** Ce qui explique le montant : tarif, prorata ; `null` si rien à dire. */
  readonly detail: string | null;
  /** Un maximum, que l'ARS instruit. */
  readonly plafond: boolean;
  readonly provenance: Provenance | null;
}

/** `aucun` : la lecture de l'exemple publié laisse un ESSMS sans financement. */
export type TarifRang = 'plein' | 'reduit' | 'aucun';

export interface PlanEssms {
  readonly finessEt: string;
  readonly finessEj: string;
  readonly libelle: string;
  readonly secteur: Secteur | null;
  readonly typeProjet: TypeProjet | null;
  readonly etat: EtatEligibilite;
  /** Rang parmi les ESSMS financés, par numéro FINESS. */
  readonly rang: number;
  /** `null` : le seuil, ou la lecture, est inconnu. */
  readonly tarif: TarifRang | null;
  readonly lignes: readonly LignePlan[];
  readonly somme: Somme;
}

/** La Prestation Ségur que l'éditeur d'un OG peut percevoir. */
export interface PlanSons {
  readonly vague: number;
  /** ESSMS de l'OG : ils font la tranche. */
  readonly essmsOg: number;
  /** ESSMS de la commande : ils font le montant. */
  readonly essmsCommande: readonly string[];
  /** ESSMS dont l'éligibilité au SONS est inconnue : hors du montant. */
  readonly essmsInconnus: readonly string[];
  readonly tranche: string | null;
  readonly unitaire: Centimes | null;
  readonly montant: Centimes | null;
  /** Faux : vague close, montant à titre historique, hors des totaux. */
  readonly compte: boolean;
  readonly raison: string | null;
  readonly versements: readonly [avance: Versement, solde: Versement];
}

export interface PlanOg {
  readonly finessEj: string;
  /** ESSMS financés dans la grappe. */
  readonly essms: number;
  /** ESSMS de l'OG, hors grappe compris. */
  readonly taille: number;
  /** Vrai : aucune taille n'est donnée, c'est le nombre d'ESSMS de la table. */
  readonly tailleSupposee: boolean;
  /** Moins d'ESSMS que le seuil ; `null` : il est inconnu. */
  readonly petit: boolean | null;
  readonly somme: Somme;
  readonly sons: PlanSons | null;
}

/** Un forfait, tous ESSMS réunis. */
export interface PlanForfait {
  readonly code: CodeLigne;
  readonly quantite: number;
  readonly somme: Somme;
  readonly plafond: boolean;
  /** Les raisons des montants inconnus, chacune une fois. */
  readonly raisons: readonly { readonly raison: string; readonly nombre: number }[];
}

/** Qui est payé, quand, sur quelle preuve. */
export interface VersementPlan extends Versement {
  readonly dispositif: 'esms_numerique' | 'sons';
  readonly beneficiaire: 'porteur' | 'editeur';
  /** FINESS du porteur, ou de l'OG qui commande ; `null` si le dépôt ne le dit pas. */
  readonly finessEj: string | null;
  /** DUI de l'éditeur payé. */
  readonly logiciels: readonly string[];
  readonly date: DateCivile | null;
  /** Quand, en mots : la date est connue, ou ce qui manque pour la connaître. */
  readonly quand: string;
  /** Faux : hors des totaux. */
  readonly compte: boolean;
  /** Vrai : le montant ne porte que sur ce qui est connu du total. */
  readonly partiel: boolean;
}

export interface EssmsExclu {
  readonly finessEt: string;
  readonly finessEj: string;
  readonly libelle: string;
  readonly raisons: readonly string[];
}

export interface Plan {
  readonly annee: number;
  readonly lecture: LectureReduit;
  /** Vrai si les trois lectures peuvent différer : la taille atteint le seuil. */
  readonly lecturesUtiles: boolean;
  readonly dateReference: DateCivile;
  readonly convention: DateCivile | null;
  /** Un OG de moins d'ESSMS est petit ; `null` : le seuil est inconnu. */
  readonly seuilPetitOg: number | null;
  /** Fin du délai du projet ; `null` : inconnue, `finRaison` dit pourquoi. */
  readonly fin: DateCivile | null;
  readonly finRaison: string | null;
  readonly forfaits: readonly PlanForfait[];
  /** Les forfaits par projet (AMOA) : ils ne se répartissent pas entre les ESSMS. */
  readonly projet: readonly LignePlan[];
  readonly og: readonly PlanOg[];
  readonly essms: readonly PlanEssms[];
  readonly exclus: readonly EssmsExclu[];
  readonly totaux: {
    /** ESMS Numérique : forfaits, puis plafonds des compléments, puis les deux. */
    readonly forfaits: Somme;
    readonly plafonds: Somme;
    readonly porteur: Somme;
    readonly editeurs: Somme;
    readonly ensemble: Somme;
    /** SONS d'une vague close, hors des totaux. */
    readonly sonsHistorique: Centimes;
  };
  readonly versements: readonly VersementPlan[];
  readonly parLecture: readonly { readonly lecture: LectureReduit; readonly porteur: Somme }[];
  readonly avertissements: readonly Avertissement[];
  readonly sources: readonly Provenance[];
}
