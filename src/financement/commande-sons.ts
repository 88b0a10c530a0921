import { type DateCivile, ecrireDate, joursEntre } from '../domaine/date-civile.ts';
import type { Avertissement } from '../domaine/financement/commun.ts';
import type { VagueSons } from '../domaine/financement/sons.ts';

/** Les dates d'une commande, quand l'usager les donne. */
export interface DatesCommande {
  readonly commande?: DateCivile | undefined;
  /** Dépôt, par l'éditeur, de son dossier complet de référencement. */
  readonly depot?: DateCivile | undefined;
}

/** Ce que les dates d'une commande empêchent : hors de la vague, ou trop longtemps avant le référencement. */
export function controlerCommande(
  { calendrier, delaiReferencement }: VagueSons,
  { commande, depot }: DatesCommande,
): Avertissement[] {
  if (commande === undefined) return [];
  return [
    ...horsPeriode(calendrier, commande),
    ...(depot === undefined ? [] : tropAncienne(delaiReferencement, commande, depot)),
  ];
}

function horsPeriode(
  { ouverture, finAvances }: VagueSons['calendrier'],
  commande: DateCivile,
): Avertissement[] {
  if (ouverture !== null && commande < ouverture) {
    const message = `commande du ${ecrireDate(commande)}, avant l'ouverture de la vague (${ecrireDate(ouverture)})`;
    return [{ code: 'sons.commande_hors_periode', message }];
  }
  if (finAvances !== null && commande > finAvances) {
    const message = `commande du ${ecrireDate(commande)}, après la fin des demandes d'avance (${ecrireDate(finAvances)})`;
    return [{ code: 'sons.commande_hors_periode', message }];
  }
  return [];
}

function tropAncienne(delai: number | null, commande: DateCivile, depot: DateCivile): Avertissement[] {
  const jours = joursEntre(commande, depot);
  if (delai === null || jours <= delai) return [];
  const message = `${jours} jours calendaires entre la commande (${ecrireDate(commande)}) et le dépôt du dossier complet de référencement (${ecrireDate(depot)}), ${delai} au plus`;
  return [{ code: 'sons.commande_trop_ancienne', message }];
}
