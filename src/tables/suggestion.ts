import { distance } from 'fastest-levenshtein';
import { normaliser } from './normaliser.ts';

/**
 * Le candidat le plus proche d'un mot mal écrit, ou `null`. Proche : une lettre à changer, ou un tiers de
 * celles du plus court. À égalité, le premier. Un mot de moins de trois lettres ne ressemble à rien.
 */
export function suggerer(mot: string, candidats: Iterable<string>): string | null {
  const cherche = normaliser(mot);
  let meilleur: string | null = null;
  let record = Number.POSITIVE_INFINITY;
  if (cherche.length < 3) return null;
  for (const candidat of candidats) {
    const compare = normaliser(candidat);
    const ecart = distance(cherche, compare);
    const permis = Math.max(1, Math.floor(Math.min(cherche.length, compare.length) / 3));
    if (ecart <= permis && ecart < record) {
      meilleur = candidat;
      record = ecart;
    }
  }
  return meilleur;
}
