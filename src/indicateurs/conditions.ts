import type { Condition } from '../domaine/sensibilite.ts';
import { type CleDefinition, DEFINITIONS, type Definitions } from './definitions.ts';

/** Toutes les combinaisons des définitions nommées, dans l'ordre de `DEFINITIONS`. */
export function combiner(cles: readonly CleDefinition[]): Partial<Definitions>[] {
  return croiser(cles.map((cle) => DEFINITIONS[cle].map((valeur) => ({ [cle]: valeur }))));
}

/**
 * Dit un ensemble de combinaisons en peu de conditions : « ouvert ou statut » plutôt que deux lignes. De proche en
 * proche, la condition qui en couvre le plus, et à égalité celle qui contraint le moins.
 */
export function decrire(
  voulues: readonly Partial<Definitions>[],
  cles: readonly CleDefinition[],
): Condition[] {
  const possibles = croiser(
    cles.map((cle) => parties(DEFINITIONS[cle]).map((valeurs) => ({ [cle]: valeurs }))),
  )
    .map((condition) => ({ condition, remplies: remplir(condition, cles) }))
    .filter(({ remplies }) => remplies.every((cle) => voulues.some((une) => nommer(une, cles) === cle)))
    .sort((a, b) => b.remplies.length - a.remplies.length || poids(a.condition) - poids(b.condition));
  const reste = new Set(voulues.map((une) => nommer(une, cles)));
  const retenues: Condition[] = [];
  while (reste.size > 0) {
    const apport = ({ remplies }: (typeof possibles)[number]): number =>
      remplies.filter((cle) => reste.has(cle)).length;
    const meilleure = possibles.reduce((a, b) => (apport(b) > apport(a) ? b : a));
    for (const cle of meilleure.remplies) reste.delete(cle);
    retenues.push(contraintes(meilleure.condition));
  }
  return retenues;
}

type Valeurs = Readonly<Record<string, readonly string[]>>;

/** Le produit de plusieurs listes de morceaux, réunis. */
function croiser<T extends object>(listes: readonly (readonly T[])[]): T[] {
  return listes.reduce<T[]>(
    (debuts, liste) => debuts.flatMap((debut) => liste.map((suite) => ({ ...debut, ...suite }))),
    [{} as T],
  );
}

/** Les sous-ensembles non vides, dans un ordre stable. */
function parties(valeurs: readonly string[]): string[][] {
  return valeurs
    .reduce<string[][]>((faites, valeur) => faites.concat(faites.map((une) => [...une, valeur])), [[]])
    .filter((une) => une.length > 0);
}

function remplir(condition: Valeurs, cles: readonly CleDefinition[]): string[] {
  return combiner(cles)
    .filter((une) => cles.every((cle) => condition[cle]?.includes(une[cle] ?? '')))
    .map((une) => nommer(une, cles));
}

function nommer(definitions: Partial<Definitions>, cles: readonly CleDefinition[]): string {
  return cles.map((cle) => definitions[cle]).join(' ');
}

/** Sans les définitions qui admettent toutes leurs valeurs. */
function contraintes(condition: Valeurs): Condition {
  return Object.fromEntries(
    Object.entries(condition).filter(
      ([cle, valeurs]) => valeurs.length < DEFINITIONS[cle as CleDefinition].length,
    ),
  );
}

function poids(condition: Valeurs): number {
  return Object.keys(contraintes(condition)).length;
}
