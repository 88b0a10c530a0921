import { ajouterMoisCivils, type DateCivile } from '../domaine/date-civile.ts';
import type { TypeProjet } from '../domaine/financement/commun.ts';
import { type JeuDeRegles, resoudre } from '../regles/resolution.ts';

/** La durée d'un projet : de la convention à la fin de son délai. */
export interface Periode {
  readonly debut: DateCivile | null;
  readonly fin: DateCivile | null;
  /** Pourquoi la fin est inconnue. */
  readonly raison: string | null;
}

/**
 * De la signature de la convention à la fin du délai, en mois civils. Une grappe qui mêle les deux types de
 * projet a le plus long des deux délais.
 */
export function periodeDe(
  convention: DateCivile | null,
  types: ReadonlySet<TypeProjet>,
  jeu: JeuDeRegles,
  date: DateCivile,
): Periode {
  const sansFin = (raison: string): Periode => ({ debut: convention, fin: null, raison });
  if (convention === null) return sansFin("grappe.convention n'est pas dans depot.yaml");
  if (types.size === 0) return sansFin('type de projet inconnu');
  let mois = 0;
  for (const type of types) {
    const delai = resoudre<number>(jeu, `delai.${type}`, date);
    if (!delai.connue) return sansFin(delai.raison);
    mois = Math.max(mois, delai.valeur);
  }
  return { debut: convention, fin: ajouterMoisCivils(convention, mois), raison: null };
}
