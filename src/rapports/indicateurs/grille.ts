import Table from 'cli-table3';
import type { CodeIndicateur } from '../../domaine/resultat.ts';
import { SANS_TRAIT } from '../grille.ts';
import { INSECABLE } from '../nombres.ts';
import type { Palette } from '../presentation.ts';
import { couper, replier } from '../texte.ts';
import { replierGestes } from './colonnes.ts';
import type { Ligne } from './lignes.ts';
import { type MiseEnPage, mettreEnPage } from './mise-en-page.ts';
import type { Rangee } from './rangees.ts';

interface Cadre {
  readonly largeur: number;
  readonly palette: Palette;
  readonly cibles: ReadonlyMap<CodeIndicateur, number>;
}

/** Rend le tableau, sans traits, à la largeur donnée. */
export function rendreGrille(rangees: readonly Rangee[], cadre: Cadre): string[] {
  const lignes = rangees.filter((rangee) => typeof rangee !== 'string');
  const page = mettreEnPage(lignes, cadre.cibles, cadre.largeur);
  const gestes = page.gestes === null ? [] : [page.gestes];
  const table = new Table({
    chars: SANS_TRAIT,
    style: { head: [], border: [], compact: true, 'padding-left': 0, 'padding-right': 0 },
    colWidths: [page.nom, ...page.colonnes.map(({ largeur }) => largeur), ...gestes],
    colAligns: ['left', ...page.colonnes.map(({ droite }) => (droite ? 'right' : 'left')), 'left'],
  });
  const portee = 1 + page.colonnes.length + gestes.length;
  const phrase = (texte: string) => [
    { colSpan: portee, content: replier(texte, cadre.largeur - 2, 2).join('\n') },
  ];
  table.push(...entetes(page, cadre.palette));
  for (const rangee of rangees) {
    if (typeof rangee === 'string') {
      table.push(phrase(rangee));
      continue;
    }
    table.push(celluleDeLigne(rangee, page, cadre.palette));
    const aFaire = replierGestes(rangee, cadre.largeur).join(' ');
    if (page.gestes === null && aFaire !== '') table.push(phrase(`${INSECABLE}${INSECABLE}→ ${aFaire}`));
  }
  return table.toString().split('\n');
}

function entetes(page: MiseEnPage, palette: Palette): string[][] {
  return ([0, 1] as const).map((rang) => [
    rang === 0 ? palette.fort('ESSMS') : palette.discret(couper("(le pire d'abord)", page.nom)),
    ...page.colonnes.map(({ titre }) => (rang === 0 ? palette.fort(titre[0]) : palette.discret(titre[1]))),
    ...(page.gestes === null ? [] : [rang === 0 ? palette.fort('à faire') : '']),
  ]);
}

function celluleDeLigne(ligne: Ligne, page: MiseEnPage, palette: Palette): string[] {
  const nom = couper(ligne.nom, page.nom);
  const dessous = (texte: string): string => (ligne.niveau === 'grappe' ? `\n${palette.discret(texte)}` : '');
  return [
    (ligne.niveau === 'essms' ? nom : palette.fort(nom)) + dessous('ESSMS à la cible'),
    ...page.colonnes.map((colonne) => {
      const texte = colonne.texte(ligne);
      const colore = colonne.colorer ? colonne.colorer(ligne, palette)(texte) : texte;
      return colore + (colonne.dessous ? dessous(colonne.dessous(ligne)) : '');
    }),
    ...(page.gestes === null ? [] : [replierGestes(ligne, page.gestes).join('\n')]),
  ];
}
