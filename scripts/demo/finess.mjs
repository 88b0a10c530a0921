/**
 * Numéro FINESS fictif : huit chiffres suivis de leur clé de Luhn (département 63 ou 03, suite non attribuée).
 *
 * @param {string} base huit chiffres
 */
export function avecCle(base) {
  let somme = 0;
  for (let i = 0; i < 8; i++) {
    const double = Number(base[i]) * (i % 2 === 1 ? 2 : 1);
    somme += double > 9 ? double - 9 : double;
  }
  return `${base}${(10 - (somme % 10)) % 10}`;
}
