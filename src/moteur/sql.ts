/**
 * Citation SQL : le seul endroit où un nom ou une valeur venus d'ailleurs entrent dans une requête.
 */

/** Un identifiant SQL, entre guillemets doublés au besoin. */
export function ident(nom: string): string {
  return `"${nom.replaceAll('"', '""')}"`;
}

/** Un texte SQL. Lève une erreur sur un octet nul, que DuckDB tronquerait. */
export function texte(valeur: string): string {
  if (valeur.includes('\0')) throw new RangeError('octet nul dans un texte SQL');
  return `'${valeur.replaceAll("'", "''")}'`;
}

/** Une liste de textes SQL entre crochets ou parenthèses. */
export function liste(valeurs: readonly string[], bords: '[]' | '()' = '[]'): string {
  return `${bords[0]}${valeurs.map(texte).join(', ')}${bords[1]}`;
}

/** Un texte SQL, ou NULL. */
export function texteOuNull(valeur: string | null): string {
  return valeur === null ? 'NULL' : texte(valeur);
}

/** Une date SQL depuis « AAAA-MM-JJ ». */
export function date(valeur: string): string {
  return `DATE ${texte(valeur)}`;
}

/** `CASE` construit branche à branche ; `sinon` seul s'il n'y a aucune branche. */
export function cas(
  branches: readonly (readonly [condition: string, valeur: string])[],
  sinon: string,
): string {
  if (branches.length === 0) return sinon;
  const corps = branches.map(([condition, valeur]) => `WHEN ${condition} THEN ${valeur}`).join(' ');
  return `CASE ${corps} ELSE ${sinon} END`;
}
