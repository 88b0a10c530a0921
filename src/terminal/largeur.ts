/** Largeur supposée d'une sortie redirigée ou d'un terminal qui ne la dit pas. */
export const LARGEUR_PAR_DEFAUT = 100;

/** La largeur que dit le flux, à défaut la variable COLUMNS, à défaut celle d'un écran courant. */
export function largeurUtile(colonnes: number | undefined, variable: string | undefined): number {
  if (colonnes !== undefined && colonnes > 0) return colonnes;
  return variable !== undefined && /^[1-9]\d{0,3}$/.test(variable) ? Number(variable) : LARGEUR_PAR_DEFAUT;
}
