import { type DateCivile, ecrireDate, type Mois, nommerMois } from '../domaine/date-civile.ts';
import type { JeuDeRegles, Lecture, Regle, Source, ValeurDatee } from './modele.ts';

export type { JeuDeRegles, Lecture } from './modele.ts';

/** Ce qui accompagne une valeur partout où elle s'affiche. */
export interface Citation {
  readonly regle: string;
  readonly titre: string;
  /** « titre, date, lieu ». */
  readonly source: string;
  readonly lecture: Lecture;
  /** Ce qui est abîmé ou supposé ; `null` si rien. */
  readonly reserve: string | null;
  readonly debut: DateCivile;
  readonly fin: DateCivile | null;
  /** `null` : jamais vérifiée dans sa source. */
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
  const trouvee = valeurAu(regle, date);
  if (trouvee === undefined) return { connue: false, raison: direHorsPeriode(regle, date), citation: null };
  const { valeur, lecture, raison } = trouvee;
  const citation = citer(regle, trouvee);
  if (lecture === 'inconnue' || valeur === undefined) {
    return { connue: false, raison: raison ?? 'valeur inconnue', citation };
  }
  return { connue: true, valeur: valeur as T, citation };
}

/** La valeur dont la période contient une date. */
export function valeurAu({ valeurs }: Regle, date: DateCivile): ValeurDatee | undefined {
  return valeurs.find(({ debut, fin }) => debut <= date && (fin === null || date <= fin));
}

function direHorsPeriode({ titre, valeurs }: Regle, date: DateCivile): string {
  const [premiere] = valeurs;
  if (premiere !== undefined && date < premiere.debut) {
    return `${titre} : rien avant le ${ecrireDate(premiere.debut)}, et ${ecrireDate(date)} est demandé`;
  }
  const fin = valeurs.at(-1)?.fin ?? null;
  if (fin === null) return `${titre} : rien au ${ecrireDate(date)}`;
  return `${titre} : rien après le ${ecrireDate(fin)}, et ${ecrireDate(date)} est demandé`;
}

/** La citation d'une des valeurs d'une règle. */
function citer({ id, titre }: Pick<Regle, 'id' | 'titre'>, valeur: ValeurDatee): Citation {
  const { lecture, reserve = null, debut, fin, verifieLe, fournie } = valeur;
  return { regle: id, titre, source: direSource(valeur), lecture, reserve, debut, fin, verifieLe, fournie };
}

/** « titre, date, lieu ». */
export function direSource({ source, lieu }: Pick<ValeurDatee, 'source' | 'lieu'>): string {
  return [source.titre, direDate(source), lieu].filter((partie) => partie !== null).join(', ');
}

function direDate({ date }: Source): string | null {
  if (date === null || date.length === 4) return date;
  return date.length === 7 ? nommerMois(date as Mois) : ecrireDate(date as DateCivile);
}
