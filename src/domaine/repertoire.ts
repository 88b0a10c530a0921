import type { DateCivile } from './date-civile.ts';

/** Un établissement ou service du répertoire FINESS, d'où qu'il soit lu ; `null` : le fichier ne le dit pas. */
export interface Etablissement {
  readonly finessEt: string;
  readonly finessEj: string;
  readonly nom: string;
  readonly nomLong: string | null;
  /** Code de catégorie, tel que le répertoire le porte (« 500 »). */
  readonly categorie: string | null;
  /** Code d'agrégat à quatre chiffres ; FINESS+ ne le donne pas, la nomenclature le complète. */
  readonly agregat: string | null;
  /** Code du département, écrit comme l'INSEE (« 01 », « 2A », « 974 »). */
  readonly departement: string | null;
  /** Code postal et commune, tels qu'une enveloppe les porte. */
  readonly acheminement: string | null;
  readonly siret: string | null;
  /** Ouvert, et rattaché à une entité juridique ouverte. */
  readonly ouvert: boolean;
  readonly dateOuverture: DateCivile | null;
  readonly dateFermeture: DateCivile | null;
}

/** Une entité juridique (organisme gestionnaire). */
export interface EntiteJuridique {
  readonly finessEj: string;
  readonly nom: string | null;
  readonly ouverte: boolean;
  readonly siren: string | null;
}
