import type { DateCivile } from '../domaine/date-civile.ts';
import { CODES_INDICATEURS, type CodeIndicateur } from '../domaine/resultat.ts';
import type { Dispense } from '../regles/formes.ts';
import { direSource, type JeuDeRegles, resoudre, valeurAu } from '../regles/resolution.ts';

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

/** Les cinq cibles d'une date, ou ce qui n'en est pas connu. */
export interface Cibles {
  readonly citees: readonly CibleCitee[];
  readonly inconnues: readonly { readonly indicateur: CodeIndicateur; readonly raison: string }[];
}

/** La cible de chaque indicateur : celle de la convention si elle en donne une, sinon celle de la règle datée. */
export function resoudreCibles(jeu: JeuDeRegles, date: DateCivile, convenues: CiblesConvenues = {}): Cibles {
  const citees: CibleCitee[] = [];
  const inconnues: { indicateur: CodeIndicateur; raison: string }[] = [];
  for (const indicateur of CODES_INDICATEURS) {
    const convenue = convenues[indicateur];
    const id = `indicateurs.cible.${indicateur}`;
    const regle = resoudre<number>(jeu, id, date);
    if (convenue !== undefined) citees.push({ indicateur, ...convenue });
    else if (!regle.connue) inconnues.push({ indicateur, raison: regle.raison });
    else citees.push({ indicateur, valeur: regle.valeur, reference: citerRegle(jeu, id, date) });
  }
  return { citees, inconnues };
}

/** La source, et les mots qui y ont été lus. */
function citerRegle(jeu: JeuDeRegles, id: string, date: DateCivile): string {
  const regle = jeu[id];
  const valeur = regle && valeurAu(regle, date);
  if (valeur === undefined) return id;
  return valeur.citation === undefined ? direSource(valeur) : `${direSource(valeur)}, « ${valeur.citation} »`;
}

/** Les mêmes cibles sans leurs références, pour le calcul. */
export function valeursCibles(citees: readonly CibleCitee[]): Record<CodeIndicateur, number> {
  return Object.fromEntries(citees.map(({ indicateur, valeur }) => [indicateur, valeur])) as Record<
    CodeIndicateur,
    number
  >;
}

/** T6 : la dispense en vigueur à la fin de la période ; `null` s'il n'y en a pas. */
export function resoudreDispense(jeu: JeuDeRegles, date: DateCivile): Dispense | null {
  const regle = resoudre<Dispense>(jeu, 'indicateurs.dispense.ahi', date);
  return regle.connue ? regle.valeur : null;
}
