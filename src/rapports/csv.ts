import { stringify } from 'csv-stringify/sync';

export type Valeur = string | number | boolean | null;

/**
 * UTF-8, « ; », point décimal ; avec `excel`, la marque d'ordre et la virgule décimale. Un texte qui
 * commence par = + - @ serait une formule pour un tableur : il est précédé d'une apostrophe.
 */
export function ecrireCsv(
  entetes: readonly string[],
  lignes: readonly (readonly Valeur[])[],
  excel: boolean,
): string {
  return stringify([[...entetes], ...lignes.map((ligne) => [...ligne])], {
    delimiter: ';',
    bom: excel,
    escape_formulas: true,
    cast: {
      boolean: (valeur) => (valeur ? 'oui' : 'non'),
      number: (valeur) => (excel ? String(valeur).replace('.', ',') : String(valeur)),
    },
  });
}
