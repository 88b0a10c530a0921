import { type DateCivile, ecrireDate } from '../domaine/date-civile.ts';
import type { Avertissement } from '../domaine/financement/commun.ts';
import type { CalendrierSons } from '../domaine/financement/sons.ts';

type Dates = Pick<CalendrierSons, 'ouverture' | 'finAvances' | 'finSoldes'>;

/**
 * L'état d'une vague à une date ; une date de clôture inconnue laisse l'état inconnu. Avant l'ouverture, les
 * règles n'ont encore rien à dire : l'état est inconnu aussi.
 */
export function situer(vague: number, dates: Dates, date: DateCivile): CalendrierSons {
  const { ouverture, finAvances, finSoldes } = dates;
  if (ouverture === null || finAvances === null || finSoldes === null || date < ouverture) {
    return {
      ...dates,
      etat: 'inconnue',
      phrase: `vague ${vague} : calendrier inconnu au ${ecrireDate(date)}`,
    };
  }
  if (date > finSoldes) {
    return { ...dates, etat: 'close', phrase: `vague ${vague} close depuis le ${ecrireDate(finSoldes)}` };
  }
  if (date > finAvances) {
    const phrase = `vague ${vague} : demandes d'avance closes depuis le ${ecrireDate(finAvances)}, demandes de solde jusqu'au ${ecrireDate(finSoldes)}`;
    return { ...dates, etat: 'avances_closes', phrase };
  }
  const phrase = `vague ${vague} ouverte : demandes d'avance jusqu'au ${ecrireDate(finAvances)}, de solde jusqu'au ${ecrireDate(finSoldes)}`;
  return { ...dates, etat: 'ouverte', phrase };
}

/** Ce que l'état de la vague retire au montant. */
export function avertirCalendrier({ etat, phrase }: CalendrierSons): Avertissement[] {
  if (etat === 'close')
    return [{ code: 'sons.vague_close', message: `${phrase} : montant à titre historique` }];
  if (etat === 'avances_closes') return [{ code: 'sons.avances_closes', message: phrase }];
  return [];
}
