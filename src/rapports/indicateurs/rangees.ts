import type { RapportIndicateurs } from '../modele.ts';
import { accorder } from '../nombres.ts';
import { enumerer } from '../texte.ts';
import { INDICATEURS } from '../vocabulaire.ts';
import { estDeclare } from './cellule.ts';
import {
  duPireAuMeilleur,
  estAuxCibles,
  estHorsPeriode,
  estProvisoire,
  type Ligne,
  lignesDe,
} from './lignes.ts';
import { nommerOg } from './notes.ts';

/** Une ligne de résultats, ou une phrase sur toute la largeur. */
export type Rangee = Ligne | string;

/** Les ESSMS du pire au meilleur, ceux aux cibles repliés en une phrase, puis les OG et l'ensemble. */
export function rangeesDe({ resultats }: RapportIndicateurs, tout: boolean): Rangee[] {
  const essms = duPireAuMeilleur(lignesDe(resultats, 'essms'));
  const replies = tout ? [] : essms.filter(estAuxCibles);
  const og = duPireAuMeilleur(lignesDe(resultats, 'og'));
  const grappe = lignesDe(resultats, 'grappe');
  // Un seul OG : sa ligne serait celle de la grappe, aux mêmes sommes (A1).
  const ogMontres = og.length > 1 || grappe.length === 0 ? og : [];
  return [
    ...essms.filter((ligne) => !replies.includes(ligne)),
    ...replier(replies),
    ...ogMontres.map((ligne) => ({ ...ligne, nom: nommerOg(ligne) })),
    ...grappe.map((ligne) => ({ ...ligne, nom: og.length === 1 ? 'ENSEMBLE (un OG)' : 'ENSEMBLE' })),
  ];
}

/** « … 17 ESSMS aux cibles, dont 1 dispensé (MSS, DMP) ; 1 hors période (--tout pour les voir) » */
function replier(replies: readonly Ligne[]): string[] {
  if (replies.length === 0) return [];
  const hors = replies.filter(estHorsPeriode).length;
  const aux = replies.filter((ligne) => !estHorsPeriode(ligne));
  const parties = [
    ...(aux.length > 0 ? [`${aux.length} ESSMS aux cibles${direReserves(aux)}`] : []),
    ...(hors > 0 ? [`${hors} hors période`] : []),
  ];
  return [`… ${parties.join(' ; ')} (--tout pour les voir)`];
}

function direReserves(lignes: readonly Ligne[]): string {
  const dispenses = lignes.filter(({ resultats }) => resultats.some((r) => r.etat === 'dispense'));
  const noms = new Set(
    dispenses.flatMap(({ resultats }) =>
      resultats.filter((r) => r.etat === 'dispense').map((r) => INDICATEURS[r.indicateur].court),
    ),
  );
  const provisoires = lignes.filter(estProvisoire).length;
  const declares = lignes.filter(({ resultats }) => resultats.some(estDeclare)).length;
  const reserves = [
    ...(dispenses.length > 0 ? [`${accorder(dispenses.length, 'dispensé')} (${[...noms].join(', ')})`] : []),
    ...(declares > 0 ? [accorder(declares, 'déclaré')] : []),
    ...(provisoires > 0 ? [accorder(provisoires, 'provisoire')] : []),
  ];
  return reserves.length > 0 ? `, dont ${enumerer(reserves)}` : '';
}
