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

/** Le signe de a × b − c × d, exact : un produit qui ne tient pas sous 2^53 se refait en grands entiers. */
function comparerProduits(a: number, b: number, c: number, d: number): number {
  const [gauche, droite] = [a * b, c * d];
  if (Number.isSafeInteger(gauche) && Number.isSafeInteger(droite)) return Math.sign(gauche - droite);
  const ecart = BigInt(a) * BigInt(b) - BigInt(c) * BigInt(d);
  return ecart < 0n ? -1 : ecart > 0n ? 1 : 0;
}

/** ⌊a × b / c⌋, exact de la même façon ; c > 0. */
function diviserProduit(a: number, b: number, c: number): number {
  const produit = a * b;
  if (Number.isSafeInteger(produit)) return (produit - (produit % c)) / c;
  return Number((BigInt(a) * BigInt(b)) / BigInt(c));
}

/** a < b, par produits croisés d'entiers exacts. */
export function estInferieure(a: Fraction, b: Fraction): boolean {
  return comparerProduits(a.numerateur, b.denominateur, b.numerateur, a.denominateur) < 0;
}

/** T1 : `100 × n ≥ cible × d`, en entiers. */
export function atteint({ numerateur, denominateur }: Fraction, cible: CibleEntiere): boolean {
  return comparerProduits(10_000, numerateur, cible, denominateur) >= 0;
}

/** T3 : taux en pour cent, tronqué (jamais arrondi au supérieur) à `decimales` décimales ; `null` si d = 0. */
export function tauxTronque({ numerateur, denominateur }: Fraction, decimales: 1 | 2 = 2): number | null {
  if (denominateur === 0) return null;
  const echelle = decimales === 2 ? 100 : 10;
  return diviserProduit(numerateur, 100 * echelle, denominateur) / echelle;
}

/** T4 : ce qu'il manque au numérateur pour atteindre la cible. */
export function resteAFaire({ numerateur, denominateur }: Fraction, cible: CibleEntiere): number {
  const sous = diviserProduit(cible, denominateur, 10_000);
  const voulu = comparerProduits(sous, 10_000, cible, denominateur) < 0 ? sous + 1 : sous;
  return Math.max(0, voulu - numerateur);
}
