/** Les tables du point de vue de l'usager (tableau de la conception). */
export type TableLogique =
  | 'essms'
  | 'effectifs'
  | 'dossiers'
  | 'activites'
  | 'projets'
  | 'agenda'
  | 'mss'
  | 'dmp';

/** Une ligne telle qu'elle sera écrite : ses cellules brutes, dans l'ordre des colonnes du fichier. */
export interface LigneLogique {
  readonly cellules: readonly string[];
  /** E1 : la dernière cellule sera écrite avec un guillemet mal formé, sur une ligne physique. */
  readonly guillemetMalForme?: true;
}

/** Comment les octets d'un fichier sont écrits : sans effet sur le calcul, donc ignoré par la référence. */
export interface Ecriture {
  readonly encodage: 'utf-8' | 'utf-8-bom' | 'windows-1252' | 'utf-16le';
  readonly separateur: ';' | ',' | '\t' | '|';
  readonly finDeLigne: '\n' | '\r\n';
  readonly guillemets: 'jamais' | 'toujours' | 'au_besoin';
  readonly sautFinal: boolean;
  readonly gzip: boolean;
}

export interface FichierLogique {
  /** Relatif au dépôt, séparé par « / ». */
  readonly chemin: string;
  /** Noms canoniques ; `null` pour une colonne inconnue du programme. */
  readonly colonnes: readonly (string | null)[];
  /** Libellés écrits en tête, un par colonne. */
  readonly entetes: readonly string[];
  readonly lignes: readonly LigneLogique[];
  readonly ecriture: Ecriture;
}

/** Une entrée de `tables` dans `depot.yaml`. */
export interface SourceLogique {
  readonly table: TableLogique;
  readonly fichiers: readonly FichierLogique[];
  /** Motif écrit dans `depot.yaml` à la place des chemins. */
  readonly motif?: string;
  readonly finessConstant?: string;
  readonly couvre?: readonly string[];
  readonly typesExclus?: readonly string[];
  readonly dateExtraction?: string;
  /** Colonne → valeur écrite → code. */
  readonly valeurs?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Nom canonique → libellé, pour les libellés que le programme ne devinerait pas. */
  readonly renommees?: Readonly<Record<string, string>>;
  /** Lignes de titre au-dessus de l'en-tête et de total en bas. */
  readonly titres?: readonly string[];
  readonly totaux?: readonly string[];
}

export interface DepotLogique {
  readonly sources: readonly SourceLogique[];
  readonly aliasFiness: Readonly<Record<string, string>>;
  /** Indicateur → cible de la convention, en pour cent. */
  readonly cibles: Readonly<Record<string, number>>;
  /** Faux : noms canoniques à la racine, sans bloc `tables`. */
  readonly tablesDeclarees: boolean;
}

/** Ce que demande la ligne de commande. */
export interface Demande {
  readonly mois: string;
  readonly premiereMesure: boolean;
  readonly dateReference: string;
  readonly definitions: DefinitionsDemandees;
}

export interface DefinitionsDemandees {
  readonly dossier_actif: 'activite' | 'ouvert' | 'statut';
  readonly population: 'presence' | 'fin_de_periode';
  readonly evenement_agenda: 'periode' | 'existence';
}
