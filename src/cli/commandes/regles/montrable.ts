import { ajouterMoisCivils, type DateCivile } from '../../../domaine/date-civile.ts';
import type { RegleMontree } from '../../../rapports/regles/modele.ts';
import type { Regle } from '../../../regles/modele.ts';
import { direSource } from '../../../regles/resolution.ts';

/** Une règle telle qu'un rapport la montre : sources en mots, et ce qui est à vérifier. */
export function montrable({ valeurs, ...regle }: Regle, dateReference: DateCivile): RegleMontree {
  return {
    ...regle,
    valeurs: valeurs.map((valeur) => ({
      ...valeur,
      source: direSource(valeur),
      aVerifier: aVerifier(valeur.verifieLe, dateReference),
    })),
  };
}

/** Jamais vérifiée dans sa source, ou vérifiée il y a plus d'un an. */
function aVerifier(verifieLe: DateCivile | null, dateReference: DateCivile): boolean {
  return verifieLe === null || ajouterMoisCivils(verifieLe, 12) < dateReference;
}
