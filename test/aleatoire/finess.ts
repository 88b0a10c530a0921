const DEPARTEMENTS = ['63', '01', '2A', '2B', '97'] as const;

/** La clé de Luhn sur neuf caractères, où A vaut 1 et B vaut 2 : le dernier caractère qui rend la somme juste. */
function cle(huit: string): number {
  const chiffres = [...huit.replace('A', '1').replace('B', '2')].map(Number).reverse();
  const somme = chiffres
    .map((chiffre, i) => (i % 2 === 0 ? chiffre * 2 : chiffre))
    .reduce((total, n) => total + (n > 9 ? n - 9 : n), 0);
  return (10 - (somme % 10)) % 10;
}

/** Un FINESS à la clé juste ; deux rangs ou deux familles différents donnent deux numéros différents. */
export function finess(famille: 'et' | 'ej' | 'secondaire' | 'inconnu', rang: number): string {
  const departement = DEPARTEMENTS[rang % DEPARTEMENTS.length] ?? '63';
  const prefixe = { et: '078', ej: '000', secondaire: '079', inconnu: '080' }[famille];
  const huit = `${departement}${prefixe}${String(rang + 1).padStart(3, '0')}`;
  return `${huit}${cle(huit)}`;
}

/** Un FINESS de bonne forme mais à la clé fausse. */
export function finessFaux(rang: number): string {
  const juste = finess('inconnu', rang);
  return `${juste.slice(0, 8)}${(Number(juste[8]) + 1) % 10}`;
}
