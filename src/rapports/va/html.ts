import type { EtatCondition } from '../../domaine/va.ts';
import { elementHtml, pageHtml, tableauHtml } from '../html.ts';
import type { RapportVa } from './modele.ts';
import { ACTES_EN_MOTS } from './phrases.ts';
import type { Piece, Section } from './piece.ts';
import { piecesDe } from './pv.ts';

const CLASSES: Readonly<Record<EtatCondition, string>> = {
  remplie: 'bon',
  non_remplie: 'mauvais',
  inconnue: 'doute',
  sans_objet: 'doute',
};

/** Un brouillon de PV par OG, à lire à l'écran ou à imprimer, chacun sur sa feuille. */
export function rendre(rapport: RapportVa): string {
  const pieces = piecesDe(rapport);
  const titre = `BROUILLON : ${ACTES_EN_MOTS[rapport.verification.acte]}`;
  return pageHtml(titre, pieces.flatMap(corpsDe));
}

function corpsDe({ titre, bandeau, etat, verdict, sections }: Piece): string[] {
  return [
    '<article class="piece">',
    elementHtml('h1', titre),
    elementHtml('p', bandeau, 'verdict brouillon'),
    elementHtml('p', verdict, `verdict ${CLASSES[etat]}`),
    ...sections.flatMap(corpsDeSection),
    '</article>',
  ];
}

function corpsDeSection({ titre, phrases = [], tableaux = [], liste = [] }: Section): string[] {
  return [
    elementHtml('h2', titre),
    ...phrases.map((phrase) => elementHtml('p', phrase)),
    ...tableaux.map(({ legende, titres, rangees, nombres = new Set() }) =>
      tableauHtml(
        legende,
        titres,
        rangees.map((cellules) => ({ cellules })),
        nombres,
        rangees.length > 12,
      ),
    ),
    ...(liste.length > 0 ? [`<ul>${liste.map((une) => elementHtml('li', une)).join('\n')}</ul>`] : []),
  ];
}
