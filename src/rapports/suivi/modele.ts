import type { Niveau } from '../../domaine/resultat.ts';
import type { Suivi } from '../../domaine/suivi.ts';
import type { BilanAnomalies } from '../modele.ts';

/** Tout ce que `esms suivi` montre. */
export interface RapportSuivi {
  readonly outil: { readonly nom: 'esms'; readonly version: string };
  readonly suivi: Suivi;
  /** Les niveaux montrés ; le verdict, lui, suit le niveau qui fait foi. */
  readonly niveaux: readonly Niveau[];
  readonly anomalies: BilanAnomalies;
}
