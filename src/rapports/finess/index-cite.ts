import { type DateCivile, ecrireDate } from '../../domaine/date-civile.ts';
import type { IndexCite } from '../../domaine/finess/verification.ts';
import { accorder } from '../nombres.ts';

/** « Index FINESS du 12/05/2026, 95 333 établissements » */
export function direIndex({ dateExtraction, etablissements }: IndexCite): string {
  const date = dateExtraction === null ? 'sans date' : `du ${ecrireDate(dateExtraction as DateCivile)}`;
  return `Index FINESS ${date}, ${accorder(etablissements, 'établissement')}`;
}
