import type { Niveau } from '../../domaine/resultat.ts';
import type { Depot } from './schema.ts';

/** Ce que `depot.yaml` dit de la grappe ; `null` pour ce qu'il tait. */
export interface Grappe {
  readonly nom: string | null;
  readonly porteurFinessEj: string | null;
  /** A6 : le niveau qui fait foi, si la convention le dit. */
  readonly niveauPreuve: Niveau | null;
}

export function decrireGrappe({ grappe }: Depot): Grappe {
  return {
    nom: grappe.nom ?? null,
    porteurFinessEj: grappe.porteur_finess_ej ?? null,
    niveauPreuve: grappe.niveau_preuve ?? null,
  };
}
