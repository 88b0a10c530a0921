/**
 * Les types de champ. `identifiant` est un texte qui désigne une personne, un message, un événement ou un
 * projet : sa valeur est masquée hors d'un terminal. `entier` admet espaces et espaces fines. `montant` est en
 * euros, avec deux décimales au plus, un signe et « € » au besoin ; il est lu en centimes entiers.
 */
export type TypeChamp =
  | 'finess'
  | 'identifiant'
  | 'texte'
  | 'date'
  | 'mois'
  | 'entier'
  | 'nombre'
  | 'montant'
  | 'booleen'
  | 'enumeration';

export interface Champ {
  /** Nom canonique, en snake_case : celui des en-têtes et de `depot.yaml`. */
  readonly nom: string;
  readonly type: TypeChamp;
  readonly obligatoire?: true;
  /** Libellé lisible, accentué. */
  readonly titre: string;
  readonly description: string;
  /** En-têtes usuels des exports français ; comparés sans casse, accents ni ponctuation. */
  readonly alias: readonly string[];
  /** Codes permis d'une énumération, dans l'ordre de la documentation. */
  readonly valeurs?: readonly string[];
}

/** Les tables internes : `mss` et `dmp` ont deux formes, reconnues à leurs colonnes. */
export type NomTable =
  | 'essms'
  | 'effectifs'
  | 'dossiers'
  | 'activites'
  | 'projets'
  | 'agenda'
  | 'mss_detail'
  | 'mss_decomptes'
  | 'dmp_detail'
  | 'dmp_decomptes'
  | 'declares'
  | 'depenses';

/** Les tables du point de vue de l'usager : noms des fichiers et clés de `depot.yaml`. */
export type NomPublic =
  | 'essms'
  | 'effectifs'
  | 'dossiers'
  | 'activites'
  | 'projets'
  | 'agenda'
  | 'mss'
  | 'dmp'
  | 'declares'
  | 'depenses';

export interface DescriptionTable {
  readonly nom: NomTable;
  readonly nomPublic: NomPublic;
  readonly titre: string;
  readonly description: string;
  readonly champs: readonly Champ[];
  /** Colonnes dont la combinaison est unique (E3) ; la seconde ligne de même clé est rejetée. */
  readonly cleUnique?: readonly string[];
}
