import { type Contexte, retenues } from './contexte.ts';

export interface Effectifs {
  /** P4 : `null` si aucune ligne d'effectifs ne vaut pour cette mesure. */
  readonly personnes: number | null;
  /** P5 : `null` si elle n'est pas remplie. */
  readonly eligibles: number | null;
}

/** P4, P5, P7 : les effectifs du mois M (D1) ou du trimestre (D2), sommés sur les FINESS rattachés. */
export function lireEffectifs(contexte: Contexte): Effectifs {
  const { mois, premiereMesure } = contexte.demande;
  const lignes = retenues(contexte, 'effectifs').filter(
    ({ valeurs }) =>
      valeurs.get('mois') === mois &&
      (valeurs.get('periode') ?? 'mois') === (premiereMesure ? 'trimestre' : 'mois'),
  );
  if (lignes.length === 0) return { personnes: null, eligibles: null };
  const eligibles = lignes.map((l) => l.valeurs.get('personnes_eligibles_projet') ?? null);
  return {
    personnes: lignes.reduce((somme, l) => somme + Number(l.valeurs.get('personnes_accompagnees')), 0),
    eligibles: eligibles.includes(null) ? null : eligibles.reduce((somme, e) => somme + Number(e), 0),
  };
}
