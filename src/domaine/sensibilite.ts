import type { CodeIndicateur, Etat, Niveau } from './resultat.ts';

/** Par définition, les valeurs admises ; une définition absente : n'importe laquelle. */
export type Condition = Readonly<Record<string, readonly string[]>>;

/** Un état qu'une cible prend, et quand : sous l'une des conditions. */
export interface EtatSelon {
  readonly etat: Etat;
  /** Nombre de combinaisons de définitions. */
  readonly nombre: number;
  readonly conditions: readonly Condition[];
}

/** Ce que les définitions que les textes laissent ouvertes changent au verdict d'une cible. */
export interface Sensibilite {
  readonly niveau: Niveau;
  readonly identifiant: string;
  readonly indicateur: CodeIndicateur;
  /** Celui des définitions en vigueur. */
  readonly etat: Etat;
  /** Vrai si l'état est le même sous toutes les définitions. */
  readonly tient: boolean;
  /** Combinaisons des définitions dont l'indicateur dépend ; celles qui ne le changent pas sont confondues. */
  readonly combinaisons: number;
  /** L'état en vigueur, puis les autres dans l'ordre de T7. */
  readonly etats: readonly EtatSelon[];
}
