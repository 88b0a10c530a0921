import { scaleLinear } from 'd3-scale';
import type { Resultat } from '../../domaine/resultat.ts';
import { type Fragment, html } from '../fragment.ts';
import { ecrireCible } from '../nombres.ts';
import { CLASSES } from './etat.ts';

const HAUTEUR = 14;

/**
 * Une barre contre sa cible : pleine jusqu'à la borne basse, hachurée jusqu'à la haute, un trait à la cible. Au-delà
 * de 100 % elle s'arrête au bord : la valeur est écrite à côté.
 */
export function barre(resultat: Resultat, largeur: number): Fragment {
  const { taux, borneBasse, borneHaute, cible, etat } = resultat;
  if (taux === null || borneBasse === null) return html``;
  const x = scaleLinear().domain([0, 100]).range([0, largeur]).clamp(true);
  const de = (pourcent: number): string => x(pourcent).toFixed(1);
  const etendue = (x(borneHaute ?? 100) - x(borneBasse)).toFixed(1);
  return html`<svg class="barre ${CLASSES[etat]}" width="${largeur}" height="${HAUTEUR}" viewBox="0 0 ${largeur} ${HAUTEUR}" aria-hidden="true"><rect class="fond" x="0" y="3" width="${largeur}" height="8"/><rect class="plein" x="0" y="3" width="${de(borneBasse)}" height="8"/><rect class="etendue" x="${de(borneBasse)}" y="5" width="${etendue}" height="4"/><line class="cible" x1="${de(cible)}" x2="${de(cible)}" y1="0" y2="${HAUTEUR}"><title>cible ${ecrireCible(cible)} %</title></line></svg>`;
}
