import type { EligibiliteEssms } from '../domaine/financement/eligibilite.ts';
import type { GrappeDeclaree } from '../domaine/financement/grappe.ts';
import type { Resolution } from '../regles/resolution.ts';

/** Un OG de la grappe : ses ESSMS financés, et sa taille. */
export interface Og {
  readonly finessEj: string;
  readonly finances: readonly EligibiliteEssms[];
  readonly taille: number;
  readonly tailleSupposee: boolean;
  /** `null` : le seuil d'un petit OG est inconnu. */
  readonly petit: boolean | null;
}

/**
 * Les OG, par numéro. La taille d'un OG est celle que `grappe.essms_par_og` donne ; à défaut, le nombre d'ESSMS de
 * la table, et c'est une hypothèse : un OG a souvent des ESSMS hors de la grappe.
 */
export function rangerParOg(
  { essms, essmsParOg }: GrappeDeclaree,
  finances: readonly EligibiliteEssms[],
  seuil: Resolution<number>,
): Og[] {
  const numeros = [...new Set(finances.map((un) => un.essms.finessEj))].sort();
  return numeros.map((finessEj) => {
    const dite = essmsParOg.get(finessEj);
    const taille = dite ?? essms.filter((un) => un.finessEj === finessEj).length;
    return {
      finessEj,
      finances: finances.filter((un) => un.essms.finessEj === finessEj),
      taille,
      tailleSupposee: dite === undefined,
      petit: seuil.connue ? taille < seuil.valeur : null,
    };
  });
}
