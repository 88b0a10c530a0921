import type { CodeIndicateur } from '../domaine/resultat.ts';
import type { Comptes, Essms } from './comptes.ts';

/** Un nombre de personnes et d'où il vient : l'origine décide de R* et de ce qu'un agrégat peut prouver. */
export interface Effectif {
  readonly nombre: number;
  readonly origine: 'effectifs' | 'population' | 'places';
}

/** P4, N9 : D ; `null` si ni les effectifs ni `dossiers` ne parlent de l'ESSMS. */
export function personnesAccompagnees(comptes: Comptes): Effectif | null {
  return declareOuDeduit(comptes, comptes.effectifPersonnes, comptes.population);
}

/** P5, N9 : E ; `null` si ni les effectifs ni `dossiers` ne parlent de l'ESSMS. */
export function personnesEligibles(comptes: Comptes): Effectif | null {
  return declareOuDeduit(comptes, comptes.effectifEligibles, comptes.populationEligible);
}

function declareOuDeduit(comptes: Comptes, declare: number | null, deduit: number): Effectif | null {
  if (declare !== null) return { nombre: declare, origine: 'effectifs' };
  return comptes.couvert.dossiers ? { nombre: deduit, origine: 'population' } : null;
}

/** R* (section 6) : une ligne rejetée ne manque à D ou E que s'ils sont déduits de la population. */
export function rejetesManquants(effectif: Effectif, comptes: Comptes): number {
  return effectif.origine === 'population' ? comptes.rejetes : 0;
}

/**
 * A3 : le dénominateur connu d'un ESSMS dont l'indicateur n'est pas évaluable faute de données ; `null` si
 * rien n'est connu de sa taille.
 */
export function denominateurConnu(
  indicateur: CodeIndicateur,
  essms: Essms,
  comptes: Comptes,
): Effectif | null {
  if (indicateur === 'mssante' || indicateur === 'dmp') {
    const eligibles = personnesEligibles(comptes);
    if (eligibles !== null) {
      return { ...eligibles, nombre: eligibles.nombre + rejetesManquants(eligibles, comptes) };
    }
  }
  if ((indicateur === 'projets' || indicateur === 'agenda') && comptes.couvert.dossiers) {
    const { actifs, indetermines, rejetes } = comptes;
    return { nombre: actifs + indetermines + rejetes, origine: 'population' };
  }
  return personnesAccompagnees(comptes) ?? surPlaces(essms);
}

function surPlaces({ places }: Essms): Effectif | null {
  return places === null ? null : { nombre: places, origine: 'places' };
}
