import type { Apport } from './bilan.ts';

type Sorte<S extends Apport['sorte']> = Extract<Apport, { sorte: S }>;

/** Ce qu'un ESSMS d'un groupe apporte à un indicateur. */
export interface Part<A extends Apport = Apport> {
  readonly finess: string;
  readonly provisoire: boolean;
  readonly apport: A;
}

/** A2, A3 : les parts qui entrent dans les sommes ou dans les bornes. */
export function sommees(parts: readonly Part[]): Part<Sorte<'connu' | 'manquant'>>[] {
  return parts.flatMap(({ apport, ...part }) =>
    apport.sorte === 'connu' || estManquante(apport) ? { ...part, apport } : [],
  );
}

/** A3 : les parts qui manquent à la valeur et élargissent les bornes. */
export function manquantes(parts: readonly Part[]): Part<Sorte<'manquant'>>[] {
  return parts.flatMap(({ apport, ...part }) => (estManquante(apport) ? { ...part, apport } : []));
}

/** A3 : sans personne à compter, il ne manque rien, quand bien même la table manquerait. */
function estManquante(apport: Apport): apport is Sorte<'manquant'> {
  return apport.sorte === 'manquant' && apport.taille?.nombre !== 0;
}
