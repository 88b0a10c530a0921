import type { Fenetre } from '../domaine/fenetre.ts';
import type { Fraction } from '../domaine/fraction.ts';
import type { CodeIndicateur } from '../domaine/resultat.ts';
import type { Causes, Comptes } from './comptes.ts';
import { coupleDeclare, plusGrand } from './declares.ts';
import { personnesEligibles } from './effectifs.ts';
import { type Signal, signal } from './signaux.ts';

/** Ce qu'il faut savoir d'un indicateur qui vient de `declares`, et de son dénominateur s'il se contredit. */
export function signalerDeclare(indicateur: CodeIndicateur, comptes: Comptes, fenetre: Fenetre): Signal[] {
  const declare = coupleDeclare(indicateur, comptes, fenetre);
  const connu = plusGrand(indicateur, comptes);
  const seul = signal('declare.seul');
  if (declare === null || connu === 0 || connu === declare.denominateur) return [seul];
  const calcule = { ...declare, denominateur: connu };
  return [seul, { ...signal('declare.denominateur'), ecart: { declare, calcule, causes: {} } }];
}

/** Le calcul l'emporte toujours ; un chiffre déclaré qui en diffère le dit. */
export function signalerEcart(
  indicateur: CodeIndicateur,
  comptes: Comptes,
  fenetre: Fenetre,
  calcule: Fraction,
): Signal[] {
  const declare = coupleDeclare(indicateur, comptes, fenetre);
  if (declare === null) return [];
  const { numerateur, denominateur } = calcule;
  if (declare.numerateur === numerateur && declare.denominateur === denominateur) return [];
  const causes = { ...comptes.declares[indicateur]?.causes, ...causesEffectifs(indicateur, comptes) };
  return [{ ...signal('declare.ecart'), ecart: { declare, calcule, causes } }];
}

/** Pourquoi des lignes de `declares` ne remplacent pas les exports qui manquent. */
export function signalerInutilisable(
  indicateur: CodeIndicateur,
  comptes: Comptes,
  { premiereMesure }: Fenetre,
): Signal[] {
  const declare = comptes.declares[indicateur];
  if (declare === undefined) return [];
  const additionnable = indicateur === 'mssante' || indicateur === 'dmp';
  if (premiereMesure && (!additionnable || personnesEligibles(comptes) === null)) {
    return [signal('declare.premiere_mesure')];
  }
  return [signal('declare.mois_absent', declare.moisAbsents)];
}

/** P4, P5 : le dénominateur calculé vient des effectifs, celui d'un tableau de bord souvent des dossiers. */
function causesEffectifs(indicateur: CodeIndicateur, comptes: Comptes): Causes {
  if (!comptes.couvert.dossiers || indicateur === 'projets' || indicateur === 'agenda') return {};
  const [effectif, population] =
    indicateur === 'dossiers_actifs'
      ? [comptes.effectifPersonnes, comptes.population]
      : [comptes.effectifEligibles, comptes.populationEligible];
  const ecart = (effectif ?? population) - population;
  return ecart > 0 ? { effectifs_sans_dossier: ecart } : { dossiers_sans_effectif: -ecart };
}
