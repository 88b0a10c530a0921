import type { Fenetre } from '../domaine/fenetre.ts';
import type { Fraction } from '../domaine/fraction.ts';
import type { CodeIndicateur } from '../domaine/resultat.ts';
import type { Comptes } from './comptes.ts';
import { type Effectif, personnesAccompagnees, personnesEligibles, rejetesManquants } from './effectifs.ts';
import type { Termes } from './termes.ts';

/*
 * La table `declares` tient lieu d'exports là où aucun calcul ne se fait (N8, N9). Un chiffre déclaré ne se vérifie pas :
 * il ne doit jamais valoir mieux qu'un calcul.
 */

/** Le couple du mois M ; `null` : aucune ligne, ou une première mesure, que rien ne montre dans un tableau mensuel. */
export function coupleDeclare(
  indicateur: CodeIndicateur,
  { declares }: Comptes,
  { premiereMesure }: Fenetre,
): Fraction | null {
  const declare = declares[indicateur];
  if (premiereMesure || declare === undefined || declare.denominateur === null) return null;
  return { numerateur: declare.somme, denominateur: declare.denominateur };
}

/**
 * Les termes d'un indicateur déclaré ; `null` si rien ne s'en tire. La valeur est le couple déclaré, sur le dénominateur
 * des règles s'il est connu (P4, P5) ; la borne basse retient le plus grand des dénominateurs connus. Sur trois mois,
 * des personnes distinctes ne s'additionnent pas : seuls `mssante` et `dmp` se tirent des mois, comme des décomptes (N8),
 * et seulement sur un E qui n'est pas déclaré.
 */
export function termesDeclares(
  indicateur: CodeIndicateur,
  comptes: Comptes,
  fenetre: Fenetre,
): Termes | null {
  if (fenetre.premiereMesure) return surTroisMois(indicateur, comptes);
  const couple = coupleDeclare(indicateur, comptes, fenetre);
  if (couple === null) return null;
  const regle = denominateurDeRegle(indicateur, comptes);
  const denominateur = regle?.nombre ?? couple.denominateur;
  // Un dénominateur nul n'a pas de taux (T2) ; dans un groupe, son numérateur relèverait celui des autres.
  const numerateur = denominateur === 0 ? 0 : couple.numerateur;
  const large = Math.max(couple.denominateur, plusGrand(indicateur, comptes, regle));
  const valeur = { numerateur, denominateur };
  return { valeur, basse: { numerateur, denominateur: large }, haute: valeur };
}

/** P4, P5 : `projets` et `agenda` gardent le couple entier, leurs actifs étant ceux de l'éditeur. */
function denominateurDeRegle(indicateur: CodeIndicateur, comptes: Comptes): Effectif | null {
  switch (indicateur) {
    case 'dossiers_actifs':
      return personnesAccompagnees(comptes);
    case 'mssante':
    case 'dmp':
      return personnesEligibles(comptes);
    default:
      return null;
  }
}

/** Ce que les exports permettent au plus de compter au dénominateur ; 0 : ils n'en disent rien. */
export function plusGrand(
  indicateur: CodeIndicateur,
  comptes: Comptes,
  regle: Effectif | null = denominateurDeRegle(indicateur, comptes),
): number {
  if (regle !== null) return regle.nombre + rejetesManquants(regle, comptes);
  const parmiLesActifs = indicateur === 'projets' || indicateur === 'agenda';
  if (!parmiLesActifs || !comptes.couvert.dossiers) return 0;
  return comptes.actifs + comptes.indetermines + comptes.rejetes;
}

function surTroisMois(indicateur: CodeIndicateur, comptes: Comptes): Termes | null {
  if (indicateur !== 'mssante' && indicateur !== 'dmp') return null;
  const declare = comptes.declares[indicateur];
  const eligibles = personnesEligibles(comptes);
  if (declare === undefined || declare.moisAbsents > 0 || eligibles === null) return null;
  const e = eligibles.nombre;
  const large = e + rejetesManquants(eligibles, comptes);
  const bas = e === 0 ? 0 : indicateur === 'mssante' ? declare.somme : declare.maximum;
  const haut = indicateur === 'mssante' ? bas : Math.max(bas, Math.min(declare.somme, e));
  const rapport = (numerateur: number, denominateur: number): Fraction => ({ numerateur, denominateur });
  return { valeur: rapport(bas, e), basse: rapport(bas, large), haute: rapport(haut, e) };
}
