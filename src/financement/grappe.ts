import type { DateCivile } from '../domaine/date-civile.ts';
import { type JeuDeRegles, type Resolution, resoudre } from '../regles/resolution.ts';

export interface TailleGrappe {
  /** `null` : le minimum n'est pas connu à cette date. */
  readonly suffisante: boolean | null;
  /** Relève de l'appel à projets national ; `null` : le seuil n'est pas connu. */
  readonly national: boolean | null;
  readonly minimum: Resolution<number>;
  readonly seuilNational: Resolution<number>;
}

/** La taille d'un projet devant les seuils d'une grappe ; `outreMer` : tous ses ESSMS en Corse ou outre-mer. */
export function jugerTaille(
  jeu: JeuDeRegles,
  date: DateCivile,
  { essms, outreMer }: { readonly essms: number; readonly outreMer: boolean },
): TailleGrappe {
  const id = outreMer ? 'eligibilite.grappe.minimum_outre_mer' : 'eligibilite.grappe.minimum';
  const minimum = resoudre<number>(jeu, id, date);
  const seuilNational = resoudre<number>(jeu, 'esms_numerique.seuil_national', date);
  return {
    suffisante: minimum.connue ? essms >= minimum.valeur : null,
    national: seuilNational.connue ? essms >= seuilNational.valeur : null,
    minimum,
    seuilNational,
  };
}
