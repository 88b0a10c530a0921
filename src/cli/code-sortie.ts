import type { Gravite } from '../domaine/anomalie.ts';
import type { SourceLue } from '../domaine/source.ts';
import { ciblesQuiFontFoi, estManquee } from '../rapports/indicateurs/exigence.ts';
import type { BilanAnomalies, RapportIndicateurs } from '../rapports/modele.ts';
import { CODES } from './erreurs.ts';

interface Constate {
  readonly refus: boolean;
  readonly anomalies: Pick<BilanAnomalies, 'erreurs'>;
  readonly sources: readonly Pick<SourceLue, 'rejetees'>[];
}

/** Refus : 2. Rejets au-delà de la tolérance, ou toute autre erreur : 1. Une ligne rejetée est une erreur (E1). */
export function codeDesConstats({ refus, anomalies, sources }: Constate, tolererRejets: number): number {
  if (refus) return CODES.usage;
  const rejetees = sources.reduce((somme, source) => somme + source.rejetees, 0);
  const autres = anomalies.erreurs - rejetees;
  return rejetees > tolererRejets || autres > 0 ? CODES.constats : CODES.ok;
}

/**
 * `--exiger-cibles` : au niveau qui fait foi, sinon à tous ceux qui sont montrés (A6). Une cible incertaine
 * ou non évaluable n'est pas atteinte ; une dispense n'est pas une cible manquée.
 */
export function atteintLesCibles(rapport: RapportIndicateurs): boolean {
  return !ciblesQuiFontFoi(rapport).some(estManquee);
}

/** `--seuil-gravite avertissement` : un avertissement, même non détaillé, suffit à sortir 1. */
export function atteintLeSeuil(
  { avertissements }: Pick<BilanAnomalies, 'avertissements'>,
  seuil: Gravite | undefined,
): boolean {
  return seuil === 'avertissement' && avertissements > 0;
}
