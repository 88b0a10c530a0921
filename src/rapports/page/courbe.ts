import { scaleLinear, scalePoint } from 'd3-scale';
import { line, type SymbolType, symbol, symbolCircle, symbolDiamond, symbolSquare } from 'd3-shape';
import { nommerMois } from '../../domaine/date-civile.ts';
import type { Etat } from '../../domaine/resultat.ts';
import type { MesureSuivie, SerieSuivie } from '../../domaine/suivi.ts';
import { type Fragment, html } from '../fragment.ts';
import { valeurMarquee } from '../indicateurs/cellule.ts';
import { ecrireCible } from '../nombres.ts';
import { moisCourt } from '../suivi/marques.ts';
import { ETATS_EN_MOTS, INDICATEURS } from '../vocabulaire.ts';
import { CLASSES } from './etat.ts';

const LARGEUR = 280;
const HAUTEUR = 140;
const MARGE = { haut: 12, droite: 16, bas: 22, gauche: 34 };
const AIRE_DU_POINT = 60;

/** La forme dit l'état, comme la couleur : rond, atteint ; carré, non atteint ; losange, on ne sait pas. */
const FORMES: Readonly<Partial<Record<Etat, SymbolType>>> = {
  atteint: symbolCircle,
  non_atteint: symbolSquare,
};

/** La courbe d'un indicateur, mois par mois : valeurs, intervalles, cible. Sa description dit tout ce qu'elle montre. */
export function courbe({ indicateur, cible, mesures }: SerieSuivie): Fragment {
  const titre = `${INDICATEURS[indicateur].libelle}${cible === null ? '' : `, cible ${ecrireCible(cible)} %`}`;
  const x = scalePoint<string>()
    .domain(mesures.map(({ mois }) => mois))
    .range([MARGE.gauche, LARGEUR - MARGE.droite])
    .padding(0.3);
  const sommet = Math.max(100, ...mesures.map(({ resultat }) => resultat?.taux ?? 0));
  const y = scaleLinear()
    .domain([0, sommet])
    .nice(4)
    .range([HAUTEUR - MARGE.bas, MARGE.haut]);
  const abscisse = ({ mois }: MesureSuivie): number => x(mois) ?? 0;
  const trace = line<MesureSuivie>()
    .defined(({ resultat }) => resultat?.taux != null)
    .x(abscisse)
    .y(({ resultat }) => y(resultat?.taux ?? 0));
  const graduations = y
    .ticks(4)
    .map(
      (valeur) =>
        html`<line class="grille" x1="${MARGE.gauche}" x2="${LARGEUR - MARGE.droite}" y1="${arrondir(y(valeur))}" y2="${arrondir(y(valeur))}"/><text x="${MARGE.gauche - 5}" y="${arrondir(y(valeur) + 4)}" text-anchor="end">${valeur}</text>`,
    );
  const cibleTracee =
    cible === null
      ? ''
      : html`<line class="cible" x1="${MARGE.gauche}" x2="${LARGEUR - MARGE.droite}" y1="${arrondir(y(cible))}" y2="${arrondir(y(cible))}"/>`;
  const mois = mesures.map(
    (mesure) =>
      html`<text x="${arrondir(abscisse(mesure))}" y="${HAUTEUR - 6}" text-anchor="middle">${moisCourt(mesure.mois)}</text>`,
  );
  const points = mesures.map((mesure) => marquer(mesure, abscisse(mesure), y));
  return html`<svg class="courbe" viewBox="0 0 ${LARGEUR} ${HAUTEUR}" role="img" aria-label="${`${titre}. ${mesures.map(decrire).join(' ; ')}`}">${graduations}${cibleTracee}${mois}<path class="trace" d="${trace(mesures) ?? ''}"/>${points}</svg>`;
}

function marquer({ resultat }: MesureSuivie, abscisse: number, y: (valeur: number) => number): Contenant {
  if (resultat === null || resultat.taux === null || resultat.borneBasse === null) return '';
  const { taux, etat, borneBasse, borneHaute } = resultat;
  const forme = symbol(FORMES[etat] ?? symbolDiamond, AIRE_DU_POINT)() ?? '';
  const place = `translate(${arrondir(abscisse)},${arrondir(y(taux))})`;
  const haute = borneHaute ?? taux;
  const intervalle = html`<line class="intervalle" x1="${arrondir(abscisse)}" x2="${arrondir(abscisse)}" y1="${arrondir(y(borneBasse))}" y2="${arrondir(y(haute))}"/>`;
  return html`${borneBasse === haute ? '' : intervalle}<path class="point ${CLASSES[etat]}" d="${forme}" transform="${place}"/>`;
}

type Contenant = Fragment | '';

function decrire({ mois, resultat }: MesureSuivie): string {
  if (resultat === null) return `${nommerMois(mois)} : aucun chiffre`;
  const valeur = resultat.taux === null ? '' : `${valeurMarquee(resultat)} %, `;
  return `${nommerMois(mois)} : ${valeur}${ETATS_EN_MOTS[resultat.etat]}`;
}

function arrondir(nombre: number): string {
  return nombre.toFixed(1);
}
