/**
 * Comparaison sans casse, accents ni ponctuation des en-têtes et des codes.
 * Toute suite d'autres caractères que a-z et 0-9 (espaces insécables comprises) vaut une espace.
 */
export function normaliser(texte: string): string {
  return texte
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** Comme `normaliser`, puis sans la date qui suit : « Validé le 12/03 » se lit `valide`. */
export function normaliserValeur(texte: string): string {
  return normaliser(texte).replace(/ le [0-9 ]+$/, '');
}

/** Le jumeau SQL (DuckDB) de `normaliser` ; un test vérifie qu'ils s'accordent. */
export function sqlNormaliser(expression: string): string {
  return `trim(regexp_replace(lower(strip_accents(${expression})), '[^a-z0-9]+', ' ', 'g'))`;
}

/** Le jumeau SQL de `normaliserValeur`. */
export function sqlNormaliserValeur(expression: string): string {
  return `regexp_replace(${sqlNormaliser(expression)}, ' le [0-9 ]+$', '')`;
}
