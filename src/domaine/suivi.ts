import type { DateCivile, Mois } from './date-civile.ts';
import type { NiveauDePreuve, Releve, ReleveScelle } from './releve.ts';
import type { CodeIndicateur, Niveau, Resultat } from './resultat.ts';
import type { Secteur } from './secteur.ts';

/** S1 : « partagés tous les mois sur une période de 3 mois ». */
export const MOIS_DE_PREUVE = 3;

/** S1 : ce que ces trois mois doivent montrer ; la première valeur est le défaut. */
export const LECTURES_PREUVE = ['trois_atteints', 'dernier_atteint'] as const;
export type LecturePreuve = (typeof LECTURES_PREUVE)[number];

export interface ReglagesPreuve {
  readonly lecture: LecturePreuve;
  readonly premiereMesureCompte: boolean;
}

export const REGLAGES_PAR_DEFAUT: ReglagesPreuve = {
  lecture: LECTURES_PREUVE[0],
  premiereMesureCompte: true,
};

/** Un relevé reçu. */
export interface ReleveRecu {
  /** Tel que l'appel le nomme. */
  readonly fichier: string;
  readonly scelle: ReleveScelle;
  /** Son empreinte est celle de son contenu. */
  readonly intact: boolean;
}

/** S1 : ce que vaut une première mesure ; `tardive` : un autre relevé la précède, elle ne compte pas. */
export type RangPremiereMesure = 'comptee' | 'non_comptee' | 'tardive';

/** La colonne d'un mois. */
export interface MoisSuivi {
  readonly mois: Mois;
  readonly etat: 'releve' | 'absent' | 'altere';
  /** Le relevé qui la remplit ; `null` si le mois est absent. */
  readonly recu: ReleveRecu | null;
  readonly premiereMesure: RangPremiereMesure | null;
}

/** Pourquoi un mois rompt une série (S2, S3, D4). */
export const MOTIFS = [
  'non_atteint',
  'incertain',
  'non_evaluable',
  'provisoire',
  'premiere_mesure',
  'premiere_mesure_tardive',
  'hors_releve',
  'absent',
  'altere',
] as const;
export type Motif = (typeof MOTIFS)[number];

const CORRIGIBLES: ReadonlySet<Motif> = new Set([
  'incertain',
  'non_evaluable',
  'provisoire',
  'premiere_mesure_tardive',
  'absent',
  'altere',
]);

/** Vrai si une meilleure donnée peut changer le mois ; un mois non atteint l'est pour de bon. */
export function estCorrigible(motif: Motif | null): boolean {
  return motif !== null && CORRIGIBLES.has(motif);
}

/** Un indicateur, un mois. */
export interface MesureSuivie {
  readonly mois: Mois;
  /** `null` : mois absent, relevé altéré, ou identifiant absent du relevé. */
  readonly resultat: Resultat | null;
  /** S2 : `hors_periode` est neutre ; `motif` dit ce qui rompt. */
  readonly apport: 'probant' | 'neutre' | 'rompt';
  readonly motif: Motif | null;
  /** Un chiffre non provisoire est là, quel que soit son état : ce que `dernier_atteint` demande. */
  readonly partagee: boolean;
}

/** Ce qu'il y a à faire, et pour quels ESSMS quand l'ensemble ne le dit pas seul. */
export interface Geste {
  readonly geste: string;
  readonly essms: readonly { readonly identifiant: string; readonly nom: string }[];
}

/** Un mois qui retient la série, et les gestes qui le corrigeraient. */
export interface Blocage {
  readonly mois: Mois;
  readonly motif: Motif;
  readonly gestes: readonly Geste[];
}

export type Tendance = 'hausse' | 'baisse' | 'stable';

/** Un indicateur suivi de mois en mois. */
export interface SerieSuivie {
  readonly indicateur: CodeIndicateur;
  /** Celle du dernier relevé, en pour cent. */
  readonly cible: number | null;
  /** Une par colonne. */
  readonly mesures: readonly MesureSuivie[];
  /** S2. */
  readonly serie: number;
  /** Mois consécutifs partagés, finissant au dernier. */
  readonly partages: number;
  /** Mois à venir, tous atteints, avant que la série suffise ; 0 : elle suffit. */
  readonly restants: number;
  /** Le même nombre, si tout ce qu'une meilleure donnée peut corriger l'était. */
  readonly restantsCorriges: number;
  /** `null` : rien à comparer, ou des intervalles qui se recouvrent. */
  readonly tendance: Tendance | null;
  /** Le dernier mois d'abord ; au-delà d'un mois non atteint, corriger les autres n'y changerait rien. */
  readonly blocages: readonly Blocage[];
}

/** Une date, et celle qu'elle devient si ce qui peut se corriger l'est ; `null` : la preuve est faite. */
export interface Echeance {
  readonly auPlusTot: DateCivile | null;
  readonly corrigee: DateCivile | null;
}

/** Les cinq séries d'un ESSMS, d'un OG ou de la grappe. */
export interface PreuveIdentifiant extends Echeance {
  readonly niveau: Niveau;
  readonly identifiant: string;
  readonly nom: string;
  readonly secteur: Secteur | null;
  /** `sans_objet` : hors période au dernier relevé. */
  readonly statut: 'faite' | 'non_faite' | 'sans_objet';
  /** `declare` dès qu'un chiffre des trois derniers mois l'est. */
  readonly preuve: NiveauDePreuve;
  readonly series: readonly SerieSuivie[];
  /** Du plus utile au moins ; vide si la preuve est faite. */
  readonly gestes: readonly string[];
}

/** Un niveau : la preuve y est faite quand chacun de ses identifiants l'a, hors ceux qui sont sans objet. */
export interface PreuveNiveau extends Echeance {
  readonly niveau: Niveau;
  readonly faite: boolean;
  readonly requis: number;
  readonly faits: number;
  readonly preuve: NiveauDePreuve;
  /** Du pire au meilleur. */
  readonly identifiants: readonly PreuveIdentifiant[];
}

/** Ce que des relevés prouvent ensemble. */
export interface Suivi {
  readonly reglages: ReglagesPreuve;
  /** Le dernier relevé intact : la grappe, les définitions et les cibles qui font foi ; `null` : tous sont altérés. */
  readonly reference: Releve | null;
  /** A6 ; `null` : pas dit, ou dit de deux façons. */
  readonly niveauPreuve: Niveau | null;
  /** Du plus ancien au dernier, sans trou. */
  readonly mois: readonly MoisSuivi[];
  /** S3 : les relevés qu'un plus récent du même mois remplace. */
  readonly remplaces: readonly ReleveRecu[];
  /** Grappe, OG, ESSMS. */
  readonly niveaux: readonly PreuveNiveau[];
}

/** A6 : au niveau qui fait foi, sinon à tous ceux qui sont montrés. */
export function preuveFaite({ niveaux, niveauPreuve }: Suivi, montres: readonly Niveau[]): boolean {
  const elus = niveaux.filter(({ niveau }) =>
    niveauPreuve === null ? montres.includes(niveau) : niveau === niveauPreuve,
  );
  return elus.length > 0 && elus.every(({ faite }) => faite);
}
