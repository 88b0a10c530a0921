/**
 * Numéro FINESS : neuf caractères, chiffres, sauf « 2A » ou « 2B » en tête (Corse).
 * La clé est celle de Luhn sur les neuf caractères, où A vaut 1 et B vaut 2.
 */
const FORME = /^(?:\d{9}|2[AB]\d{7})$/;

/** Le même motif, pour la lecture en SQL : une forme, un endroit. */
export const MOTIF_FINESS = '[0-9]{9}|2[AB][0-9]{7}';

export function aFormeFiness(numero: string): boolean {
  return FORME.test(numero);
}

/** Vrai si la clé de Luhn est juste ; suppose la forme vérifiée par `aFormeFiness`. */
export function aCleJuste(numero: string): boolean {
  const chiffres = numero.replace('A', '1').replace('B', '2');
  let somme = 0;
  for (let i = 0; i < chiffres.length; i++) {
    const chiffre = Number(chiffres[i]);
    const double = chiffre * 2;
    somme += i % 2 === chiffres.length % 2 ? (double > 9 ? double - 9 : double) : chiffre;
  }
  return somme % 10 === 0;
}

/** Ce qui a sans doute abîmé un numéro de forme fausse : dit à l'usager, jamais réparé en silence. */
export function expliquerForme(valeur: string): string {
  if (/^\d+(?:[.,]\d+)?E\+?\d+$/i.test(valeur)) {
    return 'mis en notation scientifique par un tableur : réexportez, ou importez la colonne en texte';
  }
  if (/^\d{8}$/.test(valeur)) {
    return `zéro de tête perdu ? « 0${valeur} » ${aCleJuste(`0${valeur}`) ? 'a une clé juste' : "n'a pas une clé juste non plus"} : réexportez, ou importez la colonne en texte`;
  }
  if (/^[\d\s]+$/.test(valeur) && valeur.replace(/\s/g, '').length === 9) {
    return 'ôtez les espaces';
  }
  return 'attendu : neuf chiffres, ou 2A/2B suivi de sept chiffres';
}
