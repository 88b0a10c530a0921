import type { DateCivile, Mois } from './date-civile.ts';
import type { ExtraitEssms } from './extrait-lot.ts';
import type { Releve } from './releve.ts';
import type { CodeIndicateur, Etat, Niveau } from './resultat.ts';
import type { Secteur } from './secteur.ts';
import type { ReleveRecu } from './suivi.ts';

/** Ce que la convention d'une grappe fixe (bloc `convention` de `depot.yaml`) ; `null` ou vide : elle ne le dit pas. */
export interface Convention {
  readonly date: DateCivile | null;
  readonly niveauPreuve: Niveau | null;
  readonly echeance: DateCivile | null;
  readonly finessEt: readonly string[];
  /** En pour cent. */
  readonly cibles: readonly { readonly indicateur: CodeIndicateur; readonly valeur: number }[];
  /** Pièces citées, et si elles sont dans le dossier. */
  readonly pvVsr: Piece | null;
  readonly depenses: Piece | null;
}

export interface Piece {
  /** Relatif au dossier de la soumission. */
  readonly fichier: string;
  readonly presente: boolean;
}

/** Le sous-dossier d'une grappe, lu : ses relevés, calculés depuis un dépôt ou reçus tels quels. */
export interface Soumission {
  /** Le nom du sous-dossier. */
  readonly nom: string;
  readonly nature: 'depot' | 'releves';
  /** Du plus ancien au plus récent ; ceux d'un dépôt sont intacts par construction. */
  readonly releves: readonly ReleveRecu[];
  /** `null` : aucun bloc `convention`. */
  readonly convention: Convention | null;
}

/** Une soumission qui n'a pas pu être traitée : dite, jamais tue. */
export interface Echec {
  readonly nom: string;
  readonly code: string;
  readonly message: string;
  readonly aide: string;
}

/** Ce qu'un contrôle croisé a trouvé : sa formule, ses nombres, la réponse attendue. Un constat n'accuse personne. */
export interface ConstatLot {
  /** Un code du catalogue (`lot.…`). */
  readonly code: string;
  readonly gravite: 'erreur' | 'avertissement';
  readonly soumission: string;
  readonly mois: Mois | null;
  /** finess_et, finess_ej ou « grappe ». */
  readonly identifiant: string | null;
  readonly indicateur: CodeIndicateur | null;
  readonly message: string;
  readonly formule: string;
  readonly nombres: Readonly<Record<string, number | string>>;
  readonly attendu: string;
}

export const AVIS = ['verser', 'completer', 'refuser'] as const;
export type Avis = (typeof AVIS)[number];

/** Une proposition, jamais une décision : ses raisons en ordre, et les premiers appels à passer. */
export interface Proposition {
  readonly soumission: string;
  readonly avis: Avis;
  readonly raisons: readonly { readonly code: string; readonly message: string }[];
  readonly appels: readonly string[];
}

/** Un chiffre d'un ESSMS ou d'une grappe, réduit à ce que le lot compare. */
export interface MesureLot {
  readonly etat: Etat;
  readonly numerateur: number | null;
  readonly denominateur: number | null;
  readonly taux: number | null;
}

/** Un ESSMS, un mois : ce que la vue régionale et le répertoire en lisent. */
export interface EssmsLot {
  readonly mois: Mois;
  readonly finessEt: string;
  readonly finessEj: string;
  readonly libelle: string;
  readonly secteur: Secteur | null;
  readonly departement: string | null;
  readonly typeProjet: string | null;
  readonly logiciel: string | null;
  /** Dans l'ordre de `CODES_INDICATEURS` ; `null` : le relevé n'a pas cet indicateur. */
  readonly mesures: readonly (MesureLot | null)[];
}

/**
 * Ce que le lot garde d'une soumission traitée. Les relevés entiers de 1 120 soumissions ne tiendraient pas en mémoire :
 * les contrôles d'une soumission seule et sa proposition se font là où elle est lue, ceux entre soumissions sur ceci.
 */
export interface BilanSoumission {
  readonly nom: string;
  readonly nature: Soumission['nature'];
  /** Celle du dernier relevé intact ; `null` : tous sont altérés. */
  readonly grappe: Releve['grappe'] | null;
  readonly convention: Convention | null;
  /** Tous, altérés et remplacés compris, du plus ancien au plus récent. */
  readonly releves: readonly {
    readonly fichier: string;
    readonly mois: Mois;
    readonly dateReference: DateCivile;
    readonly empreinte: string;
    readonly etat: 'retenu' | 'remplace' | 'altere';
    readonly version: string;
    readonly regles: string;
  }[];
  /** Le niveau qui fait foi, et s'il a sa preuve ; `niveau` à `null` : pas dit, les trois sont exigés. */
  readonly preuve: { readonly niveau: Niveau | null; readonly faite: boolean };
  /** Au niveau de la grappe, un par mois retenu. */
  readonly ensemble: readonly {
    readonly mois: Mois;
    readonly mesures: readonly (MesureLot | null)[];
  }[];
  /** Chaque ESSMS des relevés retenus, au dernier mois qui le porte. */
  readonly essms: readonly EssmsLot[];
  /** De quoi les comparer à ceux des autres soumissions. */
  readonly extraits: readonly ExtraitEssms[];
  readonly constats: readonly ConstatLot[];
  readonly proposition: Proposition | null;
  /** Les comptes de lecture que porte le dernier relevé intact. */
  readonly anomalies: {
    readonly erreurs: number;
    readonly avertissements: number;
    readonly parCode: Readonly<Record<string, number>>;
  };
}
