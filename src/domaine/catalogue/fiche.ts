/** Une fiche du catalogue des anomalies. Le code est stable : d'autres programmes s'appuient dessus. */
export interface FicheAnomalie {
  readonly gravite: 'erreur' | 'avertissement';
  readonly titre: string;
  /** Pourquoi c'est une anomalie, et ce que le programme en fait. */
  readonly explication: string;
  /** Ce que l'usager doit faire : à l'impératif, sans point final. */
  readonly aide: string;
  /** Le fichier (ou la configuration) est refusé en entier : code de sortie 2. */
  readonly refus?: true;
}

export type Fiches = Readonly<Record<string, FicheAnomalie>>;
