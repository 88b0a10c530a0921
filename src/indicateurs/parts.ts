import type { Apport } from './bilan.ts';
import type { Conclusion } from './conclusion.ts';

type Sorte<S extends Apport['sorte']> = Extract<Apport, { sorte: S }>;

/** Ce qu'un ESSMS d'un groupe apporte à un indicateur, et ce qu'il vaut seul. */
export interface Part<A extends Apport = Apport> {
  readonly finess: string;
  readonly provisoire: boolean;
  readonly apport: A;
  readonly conclusion: Conclusion;
}

/** A2, A3 : les parts qui entrent dans les sommes ou dans les bornes. */
export function sommees(parts: readonly Part[]): Part<Sorte<'connu' | 'manquant'>>[] {
  return parts.filter(
    (part): part is Part<Sorte<'connu' | 'manquant'>> => estConnue(part) || estManquante(part),
  );
}

/** A3 : les parts qui manquent à la valeur et élargissent les bornes. */
export function manquantes(parts: readonly Part[]): Part<Sorte<'manquant'>>[] {
  return parts.filter(estManquante);
}

function estConnue(part: Part): part is Part<Sorte<'connu'>> {
  return part.apport.sorte === 'connu';
}

/** A3 : sans personne à compter, il ne manque rien, quand bien même la table manquerait. */
function estManquante(part: Part): part is Part<Sorte<'manquant'>> {
  return part.apport.sorte === 'manquant' && part.apport.taille?.nombre !== 0;
}
