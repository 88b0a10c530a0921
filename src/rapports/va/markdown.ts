import { assembler, echapper, tableau } from '../markdown.ts';
import type { RapportVa } from './modele.ts';
import type { Piece, Section } from './piece.ts';
import { piecesDe } from './pv.ts';

/** Un brouillon de PV par OG, séparés d'un trait. */
export function rendre(rapport: RapportVa): string {
  return assembler(
    piecesDe(rapport).flatMap((piece, rang) => [...(rang > 0 ? [['---']] : []), ...blocsDe(piece)]),
  );
}

function blocsDe({ titre, bandeau, verdict, sections }: Piece): string[][] {
  return [
    [`# ${echapper(titre)}`],
    [`> **${echapper(bandeau)}**`],
    [`**${echapper(verdict)}**`],
    ...sections.flatMap(blocsDeSection),
  ];
}

function blocsDeSection({ titre, phrases = [], tableaux = [], liste = [] }: Section): string[][] {
  return [
    [`## ${echapper(titre)}`],
    ...phrases.map((phrase) => [echapper(phrase)]),
    ...tableaux.flatMap(({ legende, titres, rangees, nombres }) => [
      [`*${echapper(legende)}*`],
      tableau(
        titres.map(echapper),
        rangees.map((rangee) => rangee.map(echapper)),
        nombres,
      ),
    ]),
    liste.map((une) => `- ${echapper(une)}`),
  ];
}
