/** Ce qui change la taille minimale d'une grappe. */
export type Territoire = 'metropole' | 'corse_outre_mer';

/** 2A et 2B (20 avant 1976), 97x et 98x : les deux premiers caractères suffisent. */
function deCode(code: string): Territoire {
  return /^(2[AB]|20|97|98)/i.test(code) ? 'corse_outre_mer' : 'metropole';
}

/**
 * Le territoire d'un ESSMS : celui de son département s'il est dit, sinon des deux premiers caractères de son
 * numéro FINESS. `null` si les deux se contredisent.
 */
export function territoireDe(finessEt: string, departement: string | null): Territoire | null {
  const duFiness = deCode(finessEt);
  const code = (departement ?? '').trim();
  if (code === '') return duFiness;
  // « 1 » pour « 01 » : un tableur ôte le zéro de tête, la Corse et l'outre-mer n'en ont pas.
  return deCode(code) === duFiness ? duFiness : null;
}
