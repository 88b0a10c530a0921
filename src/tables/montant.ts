/** Espace, espace insécable, espace fine, espace fine insécable : ce qu'un tableur met entre les milliers. */
const ESPACE = '[ \u00a0\u2009\u202f]';

/**
 * Un montant en euros : « 1 234,56 », « -120 », « 43120.5 € ». Les milliers vont par trois ; le point n'en
 * sépare jamais (« 1.234 » se lirait 1,234) ; deux décimales au plus. Le même motif pour le schéma publié et
 * pour la lecture en SQL.
 */
export const MOTIF_MONTANT = `[-\u2212]?${ESPACE}?(?:[0-9]{1,9}|[0-9]{1,3}(?:${ESPACE}[0-9]{3}){1,2})(?:[.,][0-9]{1,2})?(?:${ESPACE}?(?:€|EUR))?`;

/** En centimes entiers, depuis un texte qui suit `MOTIF_MONTANT` : DuckDB calcule en décimal exact. */
export function sqlCentimes(expression: string): string {
  const chiffres = `regexp_replace(replace(replace(${expression}, ',', '.'), '\u2212', '-'), '[^0-9.-]', '', 'g')`;
  return `(${chiffres}::DECIMAL(13, 2) * 100)::BIGINT`;
}
