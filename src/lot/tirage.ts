import { createHash } from 'node:crypto';

/** Ce qu'un tirage sans faute permet de dire, à 95 chances sur 100. */
export interface Confiance {
  /** Population finie : le plus grand nombre de fautes qu'un tirage sans faute laisse possible. */
  readonly fautesPossibles: number;
  /** Population sans borne : en centièmes de pour cent, arrondi vers le haut. */
  readonly partSansBorne: number;
}

/** Une chance sur vingt : le complément des 95 sur 100. */
const VINGTIEME = 20n;

/**
 * Tire `taille` identifiants parmi les distincts, dans l'ordre du tirage : tri par SHA-256 de la graine et de
 * l'identifiant. Le même pour tous ceux qui ont la graine et la liste, quel que soit son ordre ; agrandir la taille
 * prolonge le tirage.
 */
export function tirer(identifiants: readonly string[], graine: number, taille: number): string[] {
  return [...new Set(identifiants)]
    .map((identifiant) => ({ identifiant, rang: rangDe(graine, identifiant) }))
    .sort((a, b) => (a.rang < b.rang ? -1 : 1))
    .slice(0, taille)
    .map(({ identifiant }) => identifiant);
}

function rangDe(graine: number, identifiant: string): string {
  return createHash('sha256').update(`${graine}\n${identifiant}`).digest('hex');
}

/**
 * Ce que vaut un tirage de `taille` sans faute parmi `population`. Fini (sans remise) : le plus grand K tel que
 * C(N−K, n) ÷ C(N, n) ≥ 5 %. Sans borne : la plus petite part p telle que (1 − p)ⁿ ≤ 5 %. En entiers exacts.
 */
export function confianceDe(population: number, taille: number): Confiance {
  return {
    fautesPossibles: plusGrand(0, population - taille, (k) => estPossible(population, taille, k)),
    partSansBorne:
      plusGrand(
        0,
        10_000,
        (part) => VINGTIEME * BigInt(10_000 - part) ** BigInt(taille) > 10_000n ** BigInt(taille),
      ) + 1,
  };
}

/** C(N−K, n) ÷ C(N, n) : le produit des (N−K−i) ÷ (N−i). */
function estPossible(population: number, taille: number, fautes: number): boolean {
  let [sans, tous] = [1n, 1n];
  for (let i = 0; i < taille; i++) {
    sans *= BigInt(population - fautes - i);
    tous *= BigInt(population - i);
  }
  return VINGTIEME * sans >= tous;
}

/** Le plus grand entier de `bas` à `haut` qui convient ; `convient(bas)` est vrai, et un refus vaut pour tous les suivants. */
function plusGrand(bas: number, haut: number, convient: (n: number) => boolean): number {
  let [vrai, faux] = [bas, haut + 1];
  while (faux - vrai > 1) {
    const milieu = Math.floor((vrai + faux) / 2);
    if (convient(milieu)) vrai = milieu;
    else faux = milieu;
  }
  return vrai;
}
