/** Espace insécable le temps de la mise en page ; rendue simple à la fin (`finir`). */
export const INSECABLE = '\u00a0';

/** « 412 118 » : à la française, sans dépendre de la locale du poste. */
export function ecrireEntier(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, INSECABLE);
}

/** « 89,9 » : un taux à deux décimales, tronqué à une (T3). */
export function ecrireTaux(taux: number): string {
  const dixiemes = Math.floor(taux * 10);
  return `${ecrireEntier(Math.floor(dixiemes / 10))},${dixiemes % 10}`;
}

/** « 90 » ou « 72,5 » : une cible, telle qu'elle est écrite. */
export function ecrireCible(cible: number): string {
  return String(cible).replace('.', ',');
}

/** « 1 dossier », « 12 dossiers » ; le pluriel commence à deux. */
export function accorder(n: number, singulier: string, pluriel = `${singulier}s`): string {
  return `${ecrireEntier(n)} ${n < 2 ? singulier : pluriel}`;
}
