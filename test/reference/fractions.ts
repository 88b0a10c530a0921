/** Un rapport exact ; `d` peut être nul. */
export interface Rapport {
  readonly n: bigint;
  readonly d: bigint;
}

export function rapport(n: number, d: number): Rapport {
  return { n: BigInt(n), d: BigInt(d) };
}

export function estPlusPetit(a: Rapport, b: Rapport): boolean {
  return a.n * b.d < b.n * a.d;
}

/** T1 : `100 × n ≥ cible × d`, la cible en centièmes de pour cent pour rester entière. */
export function atteintCible({ n, d }: Rapport, cible: number): boolean {
  return 10_000n * n >= centiemes(cible) * d;
}

/** T3 : en pour cent, tronqué à deux décimales. */
export function tronquer({ n, d }: Rapport): number {
  return Number((n * 10_000n) / d) / 100;
}

/** T4 : `max(0, ⌈cible × d / 100⌉ − n)`. */
export function manqueACible({ n, d }: Rapport, cible: number): number {
  let ajoutes = 0n;
  while (!atteintCible({ n: n + ajoutes, d }, cible)) ajoutes++;
  return Number(ajoutes);
}

function centiemes(cible: number): bigint {
  return BigInt(Math.round(cible * 100));
}
