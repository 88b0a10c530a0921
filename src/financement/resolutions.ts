import type { Avertissement, Provenance } from '../domaine/financement/commun.ts';
import type { Citation, Resolution } from '../regles/resolution.ts';

/** La valeur, ou `null` si elle est inconnue : une absence, jamais un zéro. */
export function valeurOu<T>(resolution: Resolution<T>): T | null {
  return resolution.connue ? resolution.valeur : null;
}

/** Les règles qui ont servi, chacune une fois, dans l'ordre. */
export function sourcesDe(resolutions: readonly Resolution<unknown>[]): Provenance[] {
  const citations = resolutions.flatMap(({ citation }) => citation ?? []);
  return [...new Map(citations.map((citation) => [citation.regle, citation])).values()];
}

/** Dit qu'une partie des règles vient de l'usager. */
export function signalerFournies(sources: readonly Pick<Citation, 'regle' | 'fournie'>[]): Avertissement[] {
  const fournies = sources.filter(({ fournie }) => fournie).map(({ regle }) => regle);
  if (fournies.length === 0) return [];
  return [{ code: 'regles.fournies', message: `règles fournies par --regles : ${fournies.join(', ')}` }];
}
