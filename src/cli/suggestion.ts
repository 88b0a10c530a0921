import { distance } from 'fastest-levenshtein';

/** Le choix le plus proche d'un mot mal tapé, s'il est assez proche pour être dit. */
export function suggerer(mot: string, choix: readonly string[]): string | null {
  const classes = choix
    .map((candidat) => ({ candidat, ecart: distance(mot.toLowerCase(), candidat.toLowerCase()) }))
    .sort((a, b) => a.ecart - b.ecart || (a.candidat < b.candidat ? -1 : 1));
  const meilleur = classes[0];
  if (meilleur === undefined) return null;
  return meilleur.ecart <= Math.max(1, Math.floor(mot.length / 3)) ? meilleur.candidat : null;
}

/** « Vouliez-vous dire … ? », précédé d'une espace, ou rien. */
export function vouliezVousDire(mot: string, choix: readonly string[]): string {
  const proche = suggerer(mot, choix);
  return proche === null ? '' : ` Vouliez-vous dire « ${proche} » ?`;
}
