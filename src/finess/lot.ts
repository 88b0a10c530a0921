import type { Constat } from '../domaine/anomalie.ts';
import type { DateCivile } from '../domaine/date-civile.ts';
import type { EntiteJuridique, Etablissement } from '../domaine/repertoire.ts';

/** Ce qu'un lecteur rend à chaque pas : de quoi écrire l'index sans tenir le fichier en mémoire. */
export interface Lot {
  readonly etablissements: readonly Etablissement[];
  readonly entites: readonly EntiteJuridique[];
  /** Ce qui n'a pas pu être lu dans ce lot, localisé (sans le nom du fichier). */
  readonly rejets: readonly Constat[];
}

/** Un fichier FINESS ouvert. */
export interface LectureFiness {
  /** « finess+ », « cs1100502 »… : ce que l'usager reconnaît. */
  readonly format: string;
  /** Au fil du fichier ; lève `Refus` s'il est tronqué ou s'il n'est pas ce qu'il semblait. */
  readonly lots: AsyncIterable<Lot>;
  /** À lire une fois les lots épuisés. */
  readonly bilan: () => BilanLecture;
}

export interface BilanLecture {
  /** Date que le fichier se donne ; `null` s'il n'en porte pas. */
  readonly dateExtraction: DateCivile | null;
  /** Enregistrements lus : chacun est un établissement, une entité juridique, un rejet, ou ignoré. */
  readonly enregistrements: number;
  /** Lus et sans emploi (géolocalisation). */
  readonly ignores: number;
}
