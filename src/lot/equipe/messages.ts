import type { Echec } from '../../domaine/lot.ts';
import type { Place } from '../inventaire.ts';
import type { Reglages } from '../soumission.ts';

/** Ce qu'un ouvrier reçoit à sa naissance. */
export interface Embauche {
  readonly reglages: Reglages;
  /** Ce qui, hors des fichiers d'une soumission, décide de son résultat. */
  readonly cleCommune: string;
}

/** Une soumission à traiter. */
export interface Tache {
  readonly place: Place;
  /** La clé d'un résultat que le journal a déjà. */
  readonly connue: string | null;
}

/** `arreter` : au plus vite ; `finir` : plus rien ne viendra. */
export type Ordre = Tache | 'arreter' | 'finir';

/** Ce qu'un ouvrier rend d'une soumission. */
export type Rendu =
  | { readonly nom: string; readonly etat: 'inchangee' }
  /** `enregistrement` : pour le journal, tel quel. `resultat` : un `ResultatSoumission` en JSON. */
  | {
      readonly nom: string;
      readonly etat: 'traitee';
      readonly enregistrement: Uint8Array;
      readonly resultat: string;
    }
  /** Ce qui dépend du poste et non des fichiers (mémoire, défaut) : le journal ne le retient pas. */
  | { readonly nom: string; readonly etat: 'echec'; readonly echec: Echec };
