import fc from 'fast-check';
import type { FenetreReference } from '../reference/contexte.ts';

/** Un jour repéré par rapport à une borne de F : les erreurs d'inclusion sont aux bornes. */
export interface Jour {
  readonly ancre: 'debut' | 'fin';
  readonly ecart: number;
}

const ecart = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -1, max: 1 }) },
  { weight: 4, arbitrary: fc.integer({ min: -35, max: 35 }) },
  { weight: 1, arbitrary: fc.integer({ min: -500, max: 500 }) },
  { weight: 1, arbitrary: fc.constantFrom(-367, -366, -365, -364) },
);

export const jour: fc.Arbitrary<Jour> = fc.record({ ancre: fc.constantFrom('debut', 'fin'), ecart });

/** Un jour peut-être absent. */
export const jourOuVide: fc.Arbitrary<Jour | null> = fc.option(jour, { freq: 2, nil: null });

/** La date civile AAAA-MM-JJ d'un jour. */
export function dater({ ancre, ecart: jours }: Jour, fenetre: FenetreReference): string {
  const date = new Date(`${fenetre[ancre]}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + jours);
  return date.toISOString().slice(0, 10);
}

export function daterOuVide(jour: Jour | null, fenetre: FenetreReference): string {
  return jour === null ? '' : dater(jour, fenetre);
}
