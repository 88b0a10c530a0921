import Table from 'cli-table3';
import type { SourceLue } from '../../domaine/source.ts';
import { SANS_TRAIT } from '../grille.ts';
import { ecrireEntier } from '../nombres.ts';
import type { Palette } from '../presentation.ts';
import { assainir } from '../texte.ts';

/** Un fichier par ligne : lues = retenues + rejetées + écartées, toujours (E1). */
export function rendreComptes(sources: readonly SourceLue[], palette: Palette): string[] {
  const table = new Table({
    chars: SANS_TRAIT,
    style: { head: [], border: [], compact: true, 'padding-left': 0, 'padding-right': 1 },
    colAligns: ['left', 'left', 'right', 'right', 'right', 'right', 'right', 'right', 'right', 'left'],
  });
  const titres = ['table', 'fichier', 'lues', '=', 'retenues', '+', 'rejetées', '+', 'écartées', 'lecture'];
  table.push(titres.map((titre) => palette.fort(titre)));
  for (const source of sources) {
    const rejetees = ecrireEntier(source.rejetees);
    table.push([
      source.table,
      assainir(source.fichier),
      ecrireEntier(source.lignes),
      '=',
      ecrireEntier(source.retenues),
      '+',
      source.rejetees > 0 ? palette.mauvais(rejetees) : rejetees,
      '+',
      ecrireEntier(source.ecartees),
      palette.discret(`${source.encodage} ${direSeparateur(source.separateur)}`),
    ]);
  }
  return table.toString().split('\n');
}

function direSeparateur(separateur: string): string {
  return separateur === '\t' ? 'tabulation' : `« ${assainir(separateur)} »`;
}
