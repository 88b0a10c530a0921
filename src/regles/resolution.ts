import { type DateCivile, ecrireDate } from '../domaine/date-civile.ts';

/** Comment une valeur est arrivée jusqu'ici : lue dans la source, reconstruite, de seconde main, ou pas lue. */
export const LECTURES = ['lue', 'reconstruite', 'secondaire', 'inconnue'] as const;
export type Lecture = (typeof LECTURES)[number];

/** Les unités d'une valeur de règle ; `euros` est en centimes une fois chargé. */
export const UNITES = ['euros', 'pourcent', 'mois', 'jours', 'essms', 'date', 'texte'] as const;
export type Unite = (typeof UNITES)[number];

/** Les natures de règle : ce que sa valeur décrit. */
export const TYPES = [
  'montant',
  'bareme',
  'forfait',
  'taux',
  'duree',
  'seuil',
  'date',
  'liste',
  'condition',
] as const;
export type TypeRegle = (typeof TYPES)[number];

export interface SourceCitee {
  readonly titre: string;
  /** Date du document. */
  readonly date: DateCivile | null;
  readonly lieu?: string;
  readonly fichier?: string;
}

/** Une valeur en vigueur de `debut` à `fin`, bornes comprises. */
export interface ValeurDatee {
  readonly debut: DateCivile;
  /** `null` : sans terme connu ; seulement pour la dernière valeur. */
  readonly fin: DateCivile | null;
  /** Absente si `lecture` vaut `inconnue`. */
  readonly valeur?: unknown;
  /** Pourquoi elle est inconnue. */
  readonly raison?: string;
  readonly lecture: Lecture;
  readonly source: SourceCitee;
  /** Où, dans la source. */
  readonly lieu: string;
  /** Les mots lus. */
  readonly citation?: string;
  /** Réserve sur la lecture : ce qui est abîmé, ce qui a été reconstruit et comment. */
  readonly reserve?: string;
  /** `null` : pas encore vérifiée dans sa source. */
  readonly verifieLe: DateCivile | null;
}

/** Une situation et ce que la règle doit rendre : exécutés par un seul test générique. */
export interface Exemple {
  readonly situation: Readonly<Record<string, unknown>>;
  readonly attendu: Readonly<Record<string, unknown>>;
  readonly note?: string;
}

export interface Regle {
  readonly id: string;
  readonly titre: string;
  readonly type: TypeRegle;
  readonly unite: Unite;
  /** Le fichier dont elle vient. */
  readonly fichier: string;
  /** De la plus ancienne à la plus récente, sans trou ni chevauchement. */
  readonly valeurs: readonly ValeurDatee[];
  /** Ou la raison pour laquelle elle n'en a pas. */
  readonly exemples: readonly Exemple[] | { readonly aucun: string };
  /** Vrai si elle vient du dossier de l'usager (`--regles`). */
  readonly fournie: boolean;
}

/** Les règles en vigueur, par identifiant. */
export type JeuDeRegles = Readonly<Record<string, Regle>>;

export interface Citation {
  readonly regle: string;
  readonly titre: string;
  /** « titre, date, lieu ». */
  readonly source: string;
  readonly lecture: Lecture;
  /** Ce qui est abîmé ou reconstruit, à afficher avec la valeur ; `null` si rien. */
  readonly reserve: string | null;
  readonly debut: DateCivile;
  readonly fin: DateCivile | null;
  readonly verifieLe: DateCivile | null;
  /** Vient de `--regles`. */
  readonly fournie: boolean;
}

export type Resolution<T> =
  | { readonly connue: true; readonly valeur: T; readonly citation: Citation }
  | { readonly connue: false; readonly raison: string; readonly citation: Citation | null };

/**
 * La valeur d'une règle à une date, avec sa citation ; jamais zéro faute de mieux, jamais la valeur d'une autre
 * période. `T` est la forme que l'appelant attend : le schéma l'a vérifiée, règle par règle.
 */
export function resoudre<T>(jeu: JeuDeRegles, id: string, date: DateCivile): Resolution<T> {
  const regle = Object.hasOwn(jeu, id) ? jeu[id] : undefined;
  if (regle === undefined) return { connue: false, raison: `aucune règle « ${id} »`, citation: null };
  const valeur = regle.valeurs.find(({ debut, fin }) => debut <= date && (fin === null || date <= fin));
  if (valeur === undefined) return { connue: false, raison: horsPeriode(regle, date), citation: null };
  const citation = citer(regle, valeur);
  if (valeur.lecture === 'inconnue' || valeur.valeur === undefined) {
    return { connue: false, raison: valeur.raison ?? 'valeur inconnue', citation };
  }
  return { connue: true, valeur: valeur.valeur as T, citation };
}

function horsPeriode({ titre, valeurs }: Regle, date: DateCivile): string {
  const premiere = valeurs[0];
  const derniere = valeurs.at(-1);
  if (premiere && date < premiere.debut) {
    return `${titre} : rien avant le ${ecrireDate(premiere.debut)} (demandé : ${ecrireDate(date)})`;
  }
  const fin = derniere?.fin;
  return `${titre} : rien après le ${fin ? ecrireDate(fin) : '…'} (demandé : ${ecrireDate(date)})`;
}

/** Ce qui accompagne une valeur partout où elle s'affiche. */
export function citer(regle: Regle, valeur: ValeurDatee): Citation {
  return {
    regle: regle.id,
    titre: regle.titre,
    source: nommerSource(valeur),
    lecture: valeur.lecture,
    reserve: valeur.reserve ?? null,
    debut: valeur.debut,
    fin: valeur.fin,
    verifieLe: valeur.verifieLe,
    fournie: regle.fournie,
  };
}

/** « titre, date, lieu ». */
export function nommerSource({ source, lieu }: Pick<ValeurDatee, 'source' | 'lieu'>): string {
  return [source.titre, source.date ? ecrireDate(source.date) : null, lieu].filter(Boolean).join(', ');
}
