import type { DateCivile } from '../domaine/date-civile.ts';

/** Comment une valeur est arrivée jusqu'ici : lue dans sa source, reconstruite, de seconde main, ou pas lue. */
export const LECTURES = ['lue', 'reconstruite', 'secondaire', 'inconnue'] as const;
export type Lecture = (typeof LECTURES)[number];

/** Ce que décrit la valeur d'une règle, et les unités qu'elle admet. */
export const TYPES = {
  montant: ['euros'],
  forfait: ['euros'],
  bareme: ['euros'],
  taux: ['pourcent'],
  duree: ['mois', 'jours'],
  seuil: ['essms', 'regions'],
  degressivite: ['essms'],
  date: ['date'],
  liste: ['texte'],
  condition: ['texte'],
  dispense: ['texte'],
} as const satisfies Record<string, readonly string[]>;
export type TypeRegle = keyof typeof TYPES;
export type Unite = (typeof TYPES)[TypeRegle][number];

/** Un document d'où viennent des règles. */
export interface Source {
  readonly titre: string;
  /** « 2022 », « 2022-04 » ou « 2022-04-14 » ; `null` s'il n'est pas daté. */
  readonly date: string | null;
  /** Le texte lu pour de bon ; absent, le document n'est connu que de seconde main. */
  readonly fichier?: string | undefined;
}

/** Une valeur en vigueur de `debut` à `fin`, bornes comprises. */
export interface ValeurDatee {
  readonly debut: DateCivile;
  /** `null` : sans terme connu ; seulement pour la dernière. */
  readonly fin: DateCivile | null;
  /** Selon le type de la règle ; les euros sont en centimes. Absente si `lecture` vaut `inconnue`. */
  readonly valeur?: unknown;
  /** Pourquoi elle est inconnue. */
  readonly raison?: string | undefined;
  readonly lecture: Lecture;
  readonly source: Source;
  /** Où, dans la source. */
  readonly lieu: string;
  /** Les mots lus. */
  readonly citation?: string | undefined;
  /** Ce qui est abîmé ou supposé, et comment la valeur en a été tirée : s'affiche avec elle. */
  readonly reserve?: string | undefined;
  /** `null` : jamais vérifiée dans sa source. */
  readonly verifieLe: DateCivile | null;
  /** Vient du dossier de l'usager (`--regles`). */
  readonly fournie: boolean;
}

/** Une situation et ce que les règles doivent rendre. L'argent y est en euros. */
export interface Exemple {
  readonly situation: Readonly<Record<string, unknown>>;
  /** Un sous-ensemble de ce que le calcul rend. */
  readonly attendu: Readonly<Record<string, unknown>>;
  readonly note?: string | undefined;
  /** Où il s'écrit dans son fichier. */
  readonly ligne: number;
}

export interface Regle {
  readonly id: string;
  readonly titre: string;
  readonly type: TypeRegle;
  readonly unite: Unite;
  /** Le fichier YAML qui la définit. */
  readonly fichier: string;
  /** De la plus ancienne à la plus récente, sans trou ni chevauchement. */
  readonly valeurs: readonly ValeurDatee[];
  /** Ou la raison pour laquelle elle n'en a pas. */
  readonly exemples: readonly Exemple[] | { readonly aucun: string };
}

/** Les règles en vigueur, par identifiant. */
export type JeuDeRegles = Readonly<Record<string, Regle>>;

/** Ce que le compilateur écrit dans `dist/regles.json`. */
export interface ReglesCompilees {
  readonly sources: Readonly<Record<string, Source>>;
  readonly regles: JeuDeRegles;
}
