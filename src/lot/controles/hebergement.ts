import type { EssmsReleve } from '../../domaine/releve.ts';
import type { SeuilsLot } from '../../regles/seuils-lot.ts';
import { normaliser } from '../../tables/normaliser.ts';

/** Un hébergement permanent : le mode d'accueil le dit ; s'il se tait, la catégorie FINESS. */
export function estHebergement(
  { modeAccueil, categorie }: Pick<EssmsReleve, 'modeAccueil' | 'categorie'>,
  { modesHebergement, categoriesHebergement }: SeuilsLot,
): boolean {
  const mode = normaliser(modeAccueil ?? '');
  if (mode !== '') return modesHebergement.includes(mode);
  return categorie !== null && categoriesHebergement.includes(categorie.trim());
}
