import { suggerer } from '../tables/suggestion.ts';

/** « Vouliez-vous dire … ? », précédé d'une espace, ou rien. */
export function vouliezVousDire(mot: string, choix: readonly string[]): string {
  const proche = suggerer(mot, choix);
  return proche === null ? '' : ` Vouliez-vous dire « ${proche} » ?`;
}
