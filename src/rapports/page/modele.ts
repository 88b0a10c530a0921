import type { RapportIndicateurs } from '../modele.ts';
import type { RapportSuivi } from '../suivi/modele.ts';

/** Tout ce que la page d'un directeur montre. */
export interface RapportPage {
  /** Le dernier mois. */
  readonly mesure: RapportIndicateurs;
  readonly suivi: RapportSuivi;
  /** D'où viennent les mois qui précèdent : des relevés transmis, ou les mêmes exports relus mois par mois. */
  readonly origine: 'releves' | 'exports';
}
