import type { CodeAnomalie } from '../domaine/catalogue.ts';
import { ajouterJours, type DateCivile, ecrireDate } from '../domaine/date-civile.ts';

/** Une période et son rang dans le fichier, pour la localiser. */
export interface Periode {
  readonly debut: DateCivile;
  readonly fin: DateCivile | null;
  readonly rang: number;
}

export interface DefautDePeriode {
  readonly code: Extract<CodeAnomalie, `regles.${string}`>;
  readonly rang: number;
  readonly message: string;
}

/** Ce qui empêche des périodes de dire, pour chaque jour de la première à la dernière, une valeur et une seule. */
export function defautsDePeriodes(periodes: readonly Periode[]): DefautDePeriode[] {
  const triees = [...periodes].sort((a, b) => (a.debut < b.debut ? -1 : 1));
  return triees.flatMap((periode, i) => [...inversee(periode), ...raccord(periode, triees[i + 1])]);
}

function inversee({ debut, fin, rang }: Periode): DefautDePeriode[] {
  if (fin === null || debut <= fin) return [];
  const message = `la fin (${ecrireDate(fin)}) précède le début (${ecrireDate(debut)})`;
  return [{ code: 'regles.periode_inversee', rang, message }];
}

function raccord({ debut, fin, rang }: Periode, suivante: Periode | undefined): DefautDePeriode[] {
  if (suivante === undefined || (fin !== null && fin < debut)) return [];
  if (fin === null) {
    const message = `valeur sans fin, alors qu'une autre commence le ${ecrireDate(suivante.debut)}`;
    return [{ code: 'regles.fin_absente', rang, message }];
  }
  const attendu = ajouterJours(fin, 1);
  if (suivante.debut < attendu) {
    const message = `commence le ${ecrireDate(suivante.debut)}, alors que la valeur précédente va jusqu'au ${ecrireDate(fin)}`;
    return [{ code: 'regles.chevauchement', rang: suivante.rang, message }];
  }
  if (suivante.debut > attendu) {
    const message = `aucune valeur du ${ecrireDate(attendu)} au ${ecrireDate(ajouterJours(suivante.debut, -1))}`;
    return [{ code: 'regles.trou', rang: suivante.rang, message }];
  }
  return [];
}
