import type { DateCivile } from '../../domaine/date-civile.ts';
import type { Outil } from '../modele.ts';

/** Ce qu'il faut savoir d'une valeur de règle pour la montrer. */
export interface ValeurMontree {
  readonly debut: DateCivile;
  readonly fin: DateCivile | null;
  /** Selon le type de la règle ; les euros en centimes ; absente si inconnue. */
  readonly valeur?: unknown;
  readonly raison?: string | undefined;
  readonly lecture: string;
  /** « titre, date, lieu ». */
  readonly source: string;
  readonly citation?: string | undefined;
  readonly reserve?: string | undefined;
  readonly verifieLe: DateCivile | null;
  /** Jamais vérifiée dans sa source, ou plus d'un an avant la date de référence. */
  readonly aVerifier: boolean;
  readonly fournie: boolean;
}

export interface RegleMontree {
  readonly id: string;
  readonly titre: string;
  readonly type: string;
  readonly unite: string;
  readonly fichier: string;
  readonly valeurs: readonly ValeurMontree[];
  readonly exemples:
    | readonly {
        readonly situation: Readonly<Record<string, unknown>>;
        readonly attendu: Readonly<Record<string, unknown>>;
        readonly note?: string | undefined;
      }[]
    | { readonly aucun: string };
}

/** Tout ce que `regles lister` montre. */
export interface RapportRegles {
  readonly outil: Outil;
  readonly dateReference: DateCivile;
  /** Par fichier, dans l'ordre où elles s'y écrivent. */
  readonly regles: readonly RegleMontree[];
}
