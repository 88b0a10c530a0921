import type { TarifRang } from '../domaine/financement/plan.ts';
import type { Resolution } from '../regles/resolution.ts';
import { type Degressivite, repartir } from './lectures.ts';

/** Le tarif d'un rang (à partir de 1), ou la raison pour laquelle on ne le sait pas. */
export type TarifDuRang = { readonly tarif: TarifRang } | { readonly tarif: null; readonly raison: string };

/**
 * Le tarif de chaque rang d'une grappe de `nombre` ESSMS. Hypothèse nommée (`plan.rang`) : les ESSMS se rangent
 * par numéro FINESS, les premiers au plein tarif, les derniers au tarif réduit ; la source ne dit pas lesquels.
 */
export function tarifsDesRangs(
  nombre: number,
  seuil: Resolution<number>,
  degressivite: Resolution<Degressivite>,
): TarifDuRang[] {
  const rangs = Array.from({ length: nombre }, (_, i) => i + 1);
  if (!seuil.connue) return rangs.map(() => ({ tarif: null, raison: seuil.raison }));
  if (nombre < seuil.valeur) return rangs.map(() => ({ tarif: 'plein' }));
  if (!degressivite.connue) return rangs.map(() => ({ tarif: null, raison: degressivite.raison }));
  const { pleins, reduits } = repartir(nombre, seuil.valeur, degressivite.valeur);
  return rangs.map((rang) => ({ tarif: tarifDu(rang, pleins, nombre - reduits) }));
}

function tarifDu(rang: number, pleins: number, avantReduits: number): TarifRang {
  if (rang <= pleins) return 'plein';
  return rang > avantReduits ? 'reduit' : 'aucun';
}
