import { lierNombres } from './euros.ts';
import type { Presentation } from './presentation.ts';
import { finir, replier } from './texte.ts';

/** Les blocs non vides, séparés d'une ligne blanche, prêts pour le terminal. */
export function finirBlocs(blocs: readonly (readonly string[])[]): string {
  const pleins = blocs.filter((bloc) => bloc.length > 0);
  return finir(pleins.flatMap((bloc, rang) => (rang > 0 ? ['', ...bloc] : bloc)));
}

/** Un titre et ses phrases à puces, repliées à la largeur ; rien sans phrase. */
export function listerPhrases(
  titre: string,
  phrases: readonly string[],
  { largeur, palette }: Pick<Presentation, 'largeur' | 'palette'>,
): string[] {
  if (phrases.length === 0) return [];
  return [
    palette.fort(titre),
    ...phrases.flatMap((phrase) => replier(` - ${lierNombres(phrase)}`, largeur, 3)),
  ];
}

/** Les mêmes, en gris : ce qui se lit si l'on doute. */
export function listerEnGris(
  titre: string,
  phrases: readonly string[],
  { largeur, palette }: Pick<Presentation, 'largeur' | 'palette'>,
): string[] {
  if (phrases.length === 0) return [];
  const lignes = [titre, ...phrases.flatMap((phrase) => replier(` - ${lierNombres(phrase)}`, largeur, 3))];
  return lignes.map(palette.discret);
}
