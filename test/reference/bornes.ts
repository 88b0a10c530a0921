import type { CodeIndicateur } from '../../src/domaine/resultat.ts';
import { estPlusPetit, type Rapport, rapport } from './fractions.ts';

/** Les comptes de la section 6, d'un ESSMS ou sommés. */
export interface Sommes {
  readonly A: number;
  readonly I: number;
  readonly P: number;
  readonly I1: number;
  readonly G: number;
  readonly J1: number;
  readonly D: number;
  readonly E: number;
  readonly M: number;
  readonly B: number;
  readonly bHaut: number;
  readonly R: number;
  /** R* de `dossiers_actifs`, et celui de `mssante` et `dmp`. */
  readonly rD: number;
  readonly rE: number;
}

export const AUCUNE_SOMME: Sommes = {
  A: 0,
  I: 0,
  P: 0,
  I1: 0,
  G: 0,
  J1: 0,
  D: 0,
  E: 0,
  M: 0,
  B: 0,
  bHaut: 0,
  R: 0,
  rD: 0,
  rE: 0,
};

/** Ce que les ESSMS manquants ajoutent aux bornes (A3). */
export interface Manque {
  readonly denominateur: number;
  /** Faux si un ESSMS manquant ôte toute borne haute (`mssante`). */
  readonly borneHaute: boolean;
}

export interface Encadrement {
  readonly valeur: Rapport;
  readonly basse: Rapport;
  readonly haute: Rapport | null;
}

type Couple = readonly [number, number];
/** Le tableau de la section 6 : valeur, borne basse, borne haute. */
function formules(indicateur: CodeIndicateur, s: Sommes): { valeur: Couple; basse: Couple; haute: Couple } {
  const [I0, J0] = [s.I - s.I1, s.I - s.J1];
  switch (indicateur) {
    case 'dossiers_actifs':
      return { valeur: [s.A, s.D], basse: [s.A, s.D + s.rD], haute: [s.A + s.I + s.R, s.D + s.rD] };
    case 'projets':
      return {
        valeur: [s.P, s.A],
        basse: [s.P, s.A + I0 + s.R],
        haute: [s.P + s.I1 + s.R, s.A + s.I1 + s.R],
      };
    case 'agenda':
      return {
        valeur: [s.G, s.A],
        basse: [s.G, s.A + J0 + s.R],
        haute: [s.G + s.J1 + s.R, s.A + s.J1 + s.R],
      };
    case 'mssante':
      return { valeur: [s.M, s.E], basse: [s.M, s.E + s.rE], haute: [s.M, s.E] };
    case 'dmp':
      return { valeur: [s.B, s.E], basse: [s.B, s.E + s.rE], haute: [s.bHaut + s.rE, s.E + s.rE] };
  }
}

/** Section 6 et T2 ; `null` si le dénominateur de la valeur est nul. */
export function encadrer(indicateur: CodeIndicateur, sommes: Sommes, manque: Manque): Encadrement | null {
  const { valeur: v, basse: b, haute: h } = formules(indicateur, sommes);
  const m = manque.denominateur;
  const valeur = rapport(...v);
  if (valeur.d === 0n) return null;
  const basse = rapport(b[0], b[1] + m);
  const haute = rapport(h[0] + m, h[1] + m);
  const hauteRendue = haute.d === 0n || estPlusPetit(haute, valeur) ? valeur : haute;
  return {
    valeur,
    basse: basse.d === 0n || estPlusPetit(valeur, basse) ? valeur : basse,
    haute: manque.borneHaute ? hauteRendue : null,
  };
}
