import { ecrireCsv } from '../csv.ts';
import type { Presentation } from '../presentation.ts';
import { COLONNES, cellulesDe } from './csv.ts';
import type { RapportListeSons } from './modele.ts';

/** Une rangée par organisme retenu ; `ligne` est celle du fichier lu. */
export function rendre(
  { vague, organismes }: RapportListeSons,
  { excel }: Pick<Presentation, 'excel'>,
): string {
  return ecrireCsv(
    ['finess_ej', 'ligne', ...COLONNES],
    organismes.map(({ finessEj, ligne, sons }) => [finessEj, ligne, ...cellulesDe(vague, sons)]),
    excel,
  );
}
