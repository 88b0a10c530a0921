import type { BilanAnomalies } from '../../domaine/anomalie.ts';
import { NIVEAUX } from '../../domaine/resultat.ts';
import type { Suivi } from '../../domaine/suivi.ts';
import type { RapportPage } from '../../rapports/page/modele.ts';
import { mesureDe } from './mesure.ts';

/** La page d'un suivi ; `null` : aucun relevé intact, il n'y a rien à montrer. */
export function assemblerPage(
  suivi: Suivi,
  anomalies: BilanAnomalies,
  { version, origine }: { readonly version: string; readonly origine: RapportPage['origine'] },
): RapportPage | null {
  if (suivi.reference === null) return null;
  return {
    mesure: mesureDe(suivi.reference),
    suivi: { outil: { nom: 'esms', version }, suivi, niveaux: NIVEAUX, anomalies },
    origine,
  };
}
