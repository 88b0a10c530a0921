import { ajouterMois, type DateCivile, dernierJour, type Mois, premierJour } from './date-civile.ts';

/** Fenêtre de mesure F, bornes comprises (règles D1, D2). */
export interface Fenetre {
  readonly mois: Mois;
  readonly premiereMesure: boolean;
  readonly debut: DateCivile;
  readonly fin: DateCivile;
  /** Les mois de F, du plus ancien à M : un (D1) ou trois (D2). */
  readonly moisCouverts: readonly Mois[];
}

/** D1 : le mois M ; D2 (première mesure) : du premier jour de M−2 au dernier jour de M. */
export function fenetreDe(mois: Mois, premiereMesure = false): Fenetre {
  const moisCouverts = (premiereMesure ? [-2, -1, 0] : [0]).map((ecart) => ajouterMois(mois, ecart));
  return {
    mois,
    premiereMesure,
    debut: premierJour(moisCouverts[0] ?? mois),
    fin: dernierJour(mois),
    moisCouverts,
  };
}
