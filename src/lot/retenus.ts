import type { ReleveRecu, Suivi } from '../domaine/suivi.ts';

/** Les relevés qui comptent : intacts, un par mois. */
export function retenusDe({ mois }: Pick<Suivi, 'mois'>): ReleveRecu[] {
  return mois.flatMap(({ etat, recu }) => (etat === 'releve' && recu !== null ? [recu] : []));
}
