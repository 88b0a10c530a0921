import type { CodeIndicateur } from '../domaine/resultat.ts';
import type { Comptes, Essms } from './comptes.ts';
import type { Contexte } from './contexte.ts';
import { personnesAccompagnees, personnesEligibles } from './effectifs.ts';
import { dispenseAVerifier } from './etat.ts';
import { type Signal, signal } from './signaux.ts';
import { detailDmpUtile } from './termes.ts';

/**
 * Ce que le calcul a supposé ou n'a pas pu trancher. Un signal ne va qu'aux indicateurs dont il touche la
 * valeur ou les bornes :
 * - `effectifs.deduits` : ceux dont le dénominateur est déduit de la population (P4, P5) ;
 * - `dossiers.rejetes`, `sejour.*` : ceux que la population nourrit (`litLaPopulation`) ;
 * - `dossiers.indetermines` : les trois taux de dossiers actifs ;
 * - `projets.preparation_ancienne` : `projets` ; `decompte.ignore`, `dispense.a_verifier` : `mssante` et `dmp`.
 */
export function vigilances(
  indicateur: CodeIndicateur,
  essms: Essms,
  comptes: Comptes,
  contexte: Contexte,
): Signal[] {
  return [
    ...vigilancesDossiers(indicateur, comptes),
    signal('effectifs.deduits', compter(effectifDeduit(indicateur, comptes))),
    signal('projets.preparation_ancienne', indicateur === 'projets' ? comptes.preparationsAnciennes : 0),
    signal('decompte.ignore', compter(decompteIgnore(indicateur, comptes))),
    signal('dispense.a_verifier', compter(dispenseAVerifier(indicateur, essms, contexte))),
  ];
}

function vigilancesDossiers(indicateur: CodeIndicateur, comptes: Comptes): Signal[] {
  if (!litLaPopulation(indicateur, comptes)) return [];
  return [
    signal('dossiers.rejetes', comptes.rejetes),
    signal('dossiers.indetermines', litLesActifs(indicateur) ? comptes.indetermines : 0),
    signal('sejour.entree_absente', comptes.sejoursEntreeAbsente),
    signal('sejour.clos_sans_sortie', comptes.sejoursClosSansSortie),
    signal('sejour.sortie_avant_entree', comptes.sejoursSortieAvantEntree),
  ];
}

function litLesActifs(indicateur: CodeIndicateur): boolean {
  return indicateur === 'dossiers_actifs' || indicateur === 'projets' || indicateur === 'agenda';
}

/** Vrai si le numérateur ou le dénominateur se compte, ou se compterait, dans `dossiers`. */
function litLaPopulation(indicateur: CodeIndicateur, comptes: Comptes): boolean {
  if (litLesActifs(indicateur) || personnesEligibles(comptes)?.origine !== 'effectifs') return true;
  return indicateur === 'dmp' && comptes.couvert.dmp;
}

function effectifDeduit(indicateur: CodeIndicateur, comptes: Comptes): boolean {
  if (indicateur === 'projets' || indicateur === 'agenda') return false;
  const effectif =
    indicateur === 'dossiers_actifs' ? personnesAccompagnees(comptes) : personnesEligibles(comptes);
  return effectif?.origine === 'population';
}

/** Le détail et les décomptes parlent tous deux de l'ESSMS : le détail prime. */
function decompteIgnore(indicateur: CodeIndicateur, comptes: Comptes): boolean {
  if (indicateur === 'mssante') return comptes.couvert.mss && comptes.messagesDecompte !== null;
  return indicateur === 'dmp' && detailDmpUtile(comptes) && comptes.dmpDecompte !== null;
}

function compter(vrai: boolean): number {
  return vrai ? 1 : 0;
}
