import { stringify } from 'csv-stringify/sync';

export type Valeur = string | number | boolean | null;

const MARQUE = '\ufeff';

/**
 * UTF-8, « ; », point décimal ; avec `excel`, la marque d'ordre et la virgule décimale. Un texte qui
 * commence par = + - @ serait une formule pour un tableur : il est précédé d'une apostrophe.
 */
export function ecrireCsv(
  entetes: readonly string[],
  lignes: readonly (readonly Valeur[])[],
  excel: boolean,
): string {
  return `${excel ? MARQUE : ''}${ecrireRangees([entetes, ...lignes], excel)}`;
}

function ecrireRangees(lignes: readonly (readonly Valeur[])[], excel: boolean): string {
  return stringify(lignes as Valeur[][], {
    delimiter: ';',
    escape_formulas: true,
    cast: {
      boolean: (valeur) => (valeur ? 'oui' : 'non'),
      number: (valeur) => (excel ? String(valeur).replace('.', ',') : String(valeur)),
    },
  });
}

/** Ce que `csv-stringify` cite ou précède d'une apostrophe. */
const A_CITER = /[;"\n\r]|^[=+\-@\t\uff0b\uff0d\uff1d\uff20]/;

/**
 * Une rangée, sans fin de ligne, pour un fichier de centaines de milliers de lignes. La bibliothèque ne reçoit que les
 * cellules à citer : presque aucune ne l'est, et elle y passait le sixième du temps d'un lot.
 */
export function ecrireRangee(valeurs: readonly Valeur[]): string {
  return valeurs.map(cellule).join(';');
}

function cellule(valeur: Valeur): string {
  if (valeur === null) return '';
  if (typeof valeur === 'boolean') return valeur ? 'oui' : 'non';
  const texte = String(valeur);
  return A_CITER.test(texte) ? ecrireRangees([[texte]], false).slice(0, -1) : texte;
}
