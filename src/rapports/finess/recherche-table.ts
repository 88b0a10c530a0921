import type { Trouve } from '../../domaine/finess/recherche.ts';
import { alignerColonnes } from '../alignement.ts';
import { finirBlocs } from '../blocs.ts';
import { accorder } from '../nombres.ts';
import type { Presentation } from '../presentation.ts';
import { assainir, couper, replier } from '../texte.ts';
import { direIndex } from './index-cite.ts';
import type { RapportRecherche } from './recherche-json.ts';

/** Ce que prennent, hors du nom et de la commune, les colonnes d'une rangée et leurs espaces. */
const COLONNES_FIXES = 38;

/** Un établissement par rangée, du plus ressemblant au moins ressemblant. */
export function rendre(
  { index, criteres, total, trouves }: RapportRecherche,
  presentation: Presentation,
): string {
  const { largeur, palette } = presentation;
  const titre =
    total === 0
      ? 'Aucun établissement ne convient.'
      : `${accorder(total, 'établissement')}${total > trouves.length ? `, dont les ${trouves.length} premiers (--limite)` : ''}`;
  const conseil =
    total > 0
      ? []
      : replier(
          `Essayez moins de mots, ou leur début (« tilleul » trouve « tilleuls »)${criteres.fermes ? '' : ' ; --fermes cherche aussi les établissements fermés'}.`,
          largeur,
        );
  const texteMaximum = Math.max(20, largeur - COLONNES_FIXES);
  return finirBlocs([
    [palette.fort(titre), ...conseil],
    trouves.length === 0
      ? []
      : alignerColonnes([
          ['FINESS', 'EJ', 'cat.', 'sect', 'nom', 'commune'],
          ...trouves.map((un) => rangeeDe(un, texteMaximum)),
        ]),
    [palette.discret(`${direIndex(index)}.`)],
  ]);
}

function rangeeDe(un: Trouve, texteMaximum: number): string[] {
  const nom = un.ouvert ? un.nom : `${un.nom} (fermé)`;
  return [
    un.finessEt,
    un.finessEj,
    un.categorie ?? '?',
    un.secteur ?? '–',
    couper(assainir(nom), Math.ceil(texteMaximum * 0.6)),
    couper(assainir(un.acheminement ?? ''), Math.floor(texteMaximum * 0.4)),
  ];
}
