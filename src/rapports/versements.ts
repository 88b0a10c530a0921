import type { Versement } from '../domaine/financement/commun.ts';
import { alignerColonnes } from './alignement.ts';
import { euros } from './euros.ts';
import { replier } from './texte.ts';

/** Une rangée par versement : part, taux, montant, ce qu'il faut remettre pour être payé. */
export function rangeesVersements(versements: readonly Versement[]): string[][] {
  return versements.map(({ part, pourcent, montant, preuve }) => [
    part,
    pourcent === null ? '?' : `${pourcent} %`,
    euros(montant),
    preuve,
  ]);
}

/** Les mêmes, alignées ; si la largeur manque, la preuve passe sous le montant. */
export function alignerVersements(versements: readonly Versement[], largeur: number): string[] {
  const rangees = rangeesVersements(versements);
  const lignes = alignerColonnes(rangees, new Set([1, 2]));
  if (lignes.every((ligne) => [...ligne].length <= largeur)) return lignes;
  const courtes = alignerColonnes(
    rangees.map((rangee) => rangee.slice(0, 3)),
    new Set([1, 2]),
  );
  return courtes.flatMap((ligne, rang) => [ligne, ...replier(`    ${rangees[rang]?.[3] ?? ''}`, largeur, 4)]);
}
