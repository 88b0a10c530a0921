import type { Gravite } from './anomalie.ts';

/** Une fiche du catalogue des anomalies. Le code est stable : d'autres programmes s'appuient dessus. */
export interface FicheAnomalie {
  readonly gravite: Gravite;
  readonly titre: string;
  /** Pourquoi c'est une anomalie, et ce que le programme en fait. */
  readonly explication: string;
  /** Ce que l'usager doit faire. */
  readonly aide: string;
  /** Le fichier (ou la configuration) est refusé en entier : code de sortie 2. */
  readonly refus?: true;
}

const fiches = {
  'champ.date_invalide': {
    gravite: 'erreur',
    titre: 'Date impossible',
    explication: "La valeur n'est pas un jour du calendrier entre 1900 et 2200 : la ligne est rejetée (E1).",
    aide: 'corrigez la date dans le DUI et réexportez',
  },
} satisfies Record<string, FicheAnomalie>;

export type CodeAnomalie = keyof typeof fiches;

export const CATALOGUE: Readonly<Record<CodeAnomalie, FicheAnomalie>> = fiches;
