import type { Fenetre } from '../domaine/fenetre.ts';
import type { CodeIndicateur } from '../domaine/resultat.ts';
import type { Dispense } from '../regles/formes.ts';
import type { NomTable } from '../tables/description.ts';
import type { Definitions } from './definitions.ts';

/** Tout ce qui, hors des comptes, décide d'un résultat. */
export interface Contexte {
  readonly fenetre: Fenetre;
  readonly definitions: Definitions;
  /** En pour cent, deux décimales au plus. */
  readonly cibles: Readonly<Record<CodeIndicateur, number>>;
  /** T6 : la dispense en vigueur à la fin de F. */
  readonly dispense: Dispense | null;
  /** Les tables que le dépôt donne : dit si une table manque en entier ou pour un seul ESSMS (N9). */
  readonly tables: ReadonlySet<NomTable>;
}
