/** Ce qu'une lecture nommée fait du rang : `pleins` ESSMS au plus, puis le tarif réduit après `reduits_apres`. */
export interface Degressivite {
  readonly pleins: number;
  readonly reduits_apres: number;
}

/** Combien d'ESSMS à chaque tarif. */
export interface Rangs {
  readonly pleins: number;
  readonly reduits: number;
}

/** Sous le seuil, tous au plein tarif ; à partir de lui, ce que dit la lecture. */
export function repartir(essms: number, seuil: number, { pleins, reduits_apres }: Degressivite): Rangs {
  if (essms < seuil) return { pleins: essms, reduits: 0 };
  return { pleins: Math.min(essms, pleins), reduits: Math.max(0, essms - reduits_apres) };
}
