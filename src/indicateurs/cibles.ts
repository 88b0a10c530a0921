import { CODES_INDICATEURS, type CodeIndicateur } from '../domaine/resultat.ts';
import { REGISTRE } from './registre.ts';

/** Une cible et d'où elle vient. */
export interface Cible {
  /** En pour cent, deux décimales au plus. */
  readonly valeur: number;
  readonly reference: string;
}

/** Cibles que le dépôt remplace, avec la référence de sa convention (`cibles` de `depot.yaml`). */
export type CiblesConvenues = Readonly<Partial<Record<CodeIndicateur, Cible>>>;

export interface CibleCitee extends Cible {
  readonly indicateur: CodeIndicateur;
}

/** La cible de chaque indicateur, citée : celle de la convention si elle en donne une, sinon celle du kit. */
export function citerCibles(convenues: CiblesConvenues = {}): CibleCitee[] {
  return CODES_INDICATEURS.map((indicateur) => {
    const { cible, source } = REGISTRE[indicateur];
    return { indicateur, ...(convenues[indicateur] ?? { valeur: cible, reference: source }) };
  });
}

/** Les mêmes cibles sans leurs références, pour le calcul. */
export function valeursCibles(convenues: CiblesConvenues = {}): Record<CodeIndicateur, number> {
  return Object.fromEntries(
    citerCibles(convenues).map(({ indicateur, valeur }) => [indicateur, valeur]),
  ) as Record<CodeIndicateur, number>;
}
