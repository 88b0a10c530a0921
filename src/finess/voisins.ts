import { aCleJuste, aFormeFiness } from '../domaine/finess.ts';

const LONGUEUR = 9;

/** Les numéros à clé juste qu'un chiffre faux ou deux caractères échangés séparent de celui-ci. */
export function voisinsDe(numero: string): string[] {
  if (numero.length !== LONGUEUR) return [];
  const voisins = new Set([...substitutions(numero), ...echanges(numero)]);
  voisins.delete(numero);
  return [...voisins].filter((un) => aFormeFiness(un) && aCleJuste(un)).sort();
}

function* substitutions(numero: string): Generator<string> {
  for (let i = 0; i < LONGUEUR; i++) {
    for (const c of '0123456789AB') yield numero.slice(0, i) + c + numero.slice(i + 1);
  }
}

function* echanges(numero: string): Generator<string> {
  for (let i = 0; i < LONGUEUR; i++) {
    for (let j = i + 1; j < LONGUEUR; j++) {
      yield numero.slice(0, i) + numero[j] + numero.slice(i + 1, j) + numero[i] + numero.slice(j + 1);
    }
  }
}
