import { accorder, ecrireEntier, INSECABLE } from '../rapports/nombres.ts';

/** En deçà, une estimation sauterait à chaque soumission. */
const FAITES_MINIMALES = 5;

/** « 312 sur 1 120, encore 12 secondes » : au rythme tenu depuis le début. `ecoule` en millisecondes. */
export function direReste(faites: number, total: number, ecoule: number): string {
  const compte = `${ecrireEntier(faites)} sur ${ecrireEntier(total)}`;
  if (faites < FAITES_MINIMALES || faites >= total) return lisible(compte);
  return lisible(`${compte}, encore ${direDuree((ecoule / faites) * (total - faites))}`);
}

function direDuree(millisecondes: number): string {
  const secondes = Math.ceil(millisecondes / 1000);
  return secondes < 120 ? accorder(secondes, 'seconde') : accorder(Math.ceil(secondes / 60), 'minute');
}

function lisible(texte: string): string {
  return texte.replaceAll(INSECABLE, ' ');
}
