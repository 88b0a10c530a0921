import { INSECABLE } from './nombres.ts';
import { assainir } from './texte.ts';

/** Un texte venu d'un fichier : ni mise en forme, ni balise, ni coupure de cellule. */
export function echapper(texte: string): string {
  return assainir(texte).replace(/[\\|`*_[\]<>#~]/g, (signe) => `\\${signe}`);
}

/** Un tableau Markdown ; les cellules sont déjà échappées. */
export function tableau(
  titres: readonly string[],
  rangees: readonly (readonly string[])[],
  droite: ReadonlySet<number> = new Set(),
): string[] {
  const rangee = (cellules: readonly string[]): string => `| ${cellules.join(' | ')} |`;
  return [
    rangee(titres),
    rangee(titres.map((_, rang) => (droite.has(rang) ? '---:' : '---'))),
    ...rangees.map(rangee),
  ];
}

/** Les blocs non vides, séparés d'une ligne blanche. */
export function assembler(blocs: readonly (readonly string[])[]): string {
  const textes = blocs.filter((bloc) => bloc.length > 0).map((bloc) => bloc.join('\n'));
  return `${textes.join('\n\n').replaceAll(INSECABLE, ' ')}\n`;
}
