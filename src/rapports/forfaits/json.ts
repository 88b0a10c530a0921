import type { Forfaits, LigneForfait } from '../../domaine/financement/forfaits.ts';
import { direProvenance, jsonAvertissement } from '../citations.ts';
import { donneeEuros } from '../euros.ts';
import { ecrireJson } from '../json.ts';

export const SCHEMA_FORFAITS = 'esms/forfaits@1';

/** Le contrat `esms/forfaits@1`. */
export function rendre({ annee, lignes, total, versements, fourchette, avertissements }: Forfaits): string {
  const [avance, solde] = versements;
  return ecrireJson({
    schema: SCHEMA_FORFAITS,
    annee,
    lignes: lignes.map(jsonLigne),
    total: donneeEuros(total),
    avance: donneeEuros(avance.montant),
    solde: donneeEuros(solde.montant),
    fourchette: { min: donneeEuros(fourchette.min), max: donneeEuros(fourchette.max) },
    avertissements: avertissements.map(jsonAvertissement),
  });
}

function jsonLigne({ code, libelle, quantite, montant, provenance }: LigneForfait) {
  return { code, libelle, quantite, montant: donneeEuros(montant), source: direProvenance(provenance) };
}
