/** Rapport exact de deux entiers ; `denominateur` peut être nul (alors rien ne s'en calcule). */
export interface Fraction {
  readonly numerateur: number;
  readonly denominateur: number;
}

/** Cible en centièmes de pour cent (9000 = 90 %) : les comparaisons restent entières (T1). */
export type CibleEntiere = number;

/** Une cible en pour cent, deux décimales au plus, en centièmes entiers. */
export function cibleEntiere(pourcent: number): CibleEntiere {
  return Math.round(pourcent * 100);
}

/** a < b, par produits croisés d'entiers exacts. */
export function estInferieure(a: Fraction, b: Fraction): boolean {
  return BigInt(a.numerateur) * BigInt(b.denominateur) < BigInt(b.numerateur) * BigInt(a.denominateur);
}

/** T1 : `100 × n ≥ cible × d`, en entiers. */
export function atteint({ numerateur, denominateur }: Fraction, cible: CibleEntiere): boolean {
  return 10_000n * BigInt(numerateur) >= BigInt(cible) * BigInt(denominateur);
}

/** T3 : taux en pour cent, tronqué (jamais arrondi au supérieur) à `decimales` décimales ; `null` si d = 0. */
export function tauxTronque({ numerateur, denominateur }: Fraction, decimales: 1 | 2 = 2): number | null {
  if (denominateur === 0) return null;
  const echelle = decimales === 2 ? 100n : 10n;
  return Number((BigInt(numerateur) * 100n * echelle) / BigInt(denominateur)) / Number(echelle);
}

/** T4 : ce qu'il manque au numérateur pour atteindre la cible. */
export function resteAFaire({ numerateur, denominateur }: Fraction, cible: CibleEntiere): number {
  const produit = BigInt(cible) * BigInt(denominateur);
  const voulu = (produit + 9_999n) / 10_000n;
  return Math.max(0, Number(voulu) - numerateur);
}
