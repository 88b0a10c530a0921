import { type Contexte, retenues } from './contexte.ts';

/** N8, P7 : un total par mois de F ; `null` si un mois manque. */
export function decompter(
  contexte: Contexte,
  forme: 'mss_decomptes' | 'dmp_decomptes',
  colonnes: readonly string[],
): number[] | null {
  const parMois = contexte.fenetre.mois.map((mois) => {
    const lignes = retenues(contexte, forme).filter((ligne) => ligne.valeurs.get('mois') === mois);
    if (lignes.length === 0) return null;
    return lignes.reduce((s, { valeurs }) => s + colonnes.reduce((t, c) => t + Number(valeurs.get(c)), 0), 0);
  });
  return parMois.every((total) => total !== null) ? parMois : null;
}
