import type { Sons, TrancheSons } from '../../domaine/financement/sons.ts';
import { jsonAvertissement, jsonProvenance } from '../citations.ts';
import { donneeEuros } from '../euros.ts';
import { ecrireJson } from '../json.ts';
import type { RapportSons } from './modele.ts';

export const SCHEMA_SONS = 'esms/sons@1';

/** Le contrat `esms/sons@1`. */
export function rendre({ vague, sons }: RapportSons): string {
  return ecrireJson({
    schema: SCHEMA_SONS,
    vague: sons.vague,
    ...jsonMontants(sons),
    avertissements: sons.avertissements.map(jsonAvertissement),
    sources: vague.sources.map(jsonProvenance),
  });
}

/** Les clés communes à un organisme seul et à une liste. */
export function jsonMontants({ tranche, essmsOg, essmsCommande, montant, versements }: Sons) {
  const [avance, solde] = versements;
  return {
    tranche: tranche && jsonTranche(tranche),
    essms_og: essmsOg,
    essms_commande: essmsCommande,
    montant: donneeEuros(montant),
    avance: donneeEuros(avance.montant),
    solde: donneeEuros(solde.montant),
  };
}

function jsonTranche({ code, de, a, montant }: TrancheSons) {
  return { code, de, a, montant_unitaire: donneeEuros(montant) };
}
