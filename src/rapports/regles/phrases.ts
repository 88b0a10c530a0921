import { ecrireDate } from '../../domaine/date-civile.ts';
import type { Palette } from '../presentation.ts';
import type { ValeurMontree } from './modele.ts';

/** « 12/02/2022 – 19/12/2024 », « depuis le 02/09/2025 ». */
export function direPeriode({ debut, fin }: Pick<ValeurMontree, 'debut' | 'fin'>): string {
  return fin === null ? `depuis le ${ecrireDate(debut)}` : `${ecrireDate(debut)} – ${ecrireDate(fin)}`;
}

const LECTURES: Readonly<Record<string, string>> = {
  lue: 'lue',
  reconstruite: 'reconstruite',
  secondaire: 'source secondaire',
  inconnue: 'inconnue',
};

/** Comment elle a été lue, et qui l'a donnée. */
export function direLecture({ lecture, fournie }: ValeurMontree): string {
  return `${LECTURES[lecture] ?? lecture}${fournie ? ', FOURNIE par --regles' : ''}`;
}

/** Quand la valeur a été vérifiée dans sa source ; ce qui est à vérifier se voit. */
export function direVerification({ verifieLe, aVerifier }: ValeurMontree, palette: Palette): string {
  if (verifieLe === null) return palette.doute('jamais vérifiée dans sa source');
  const quand = `vérifiée le ${ecrireDate(verifieLe)}`;
  return aVerifier ? palette.doute(`${quand}, il y a plus d'un an`) : quand;
}
