import { ecrireJson, jsonBilan, jsonIndexServi, jsonOutil, jsonSource } from '../json.ts';
import type { RapportVerification } from '../modele.ts';

export const SCHEMA_VERIFICATION = 'esms/verification@1';

/** Le contrat `esms/verification@1`. */
export function rendreJson(rapport: RapportVerification): string {
  const { erreurs, avertissements, details } = jsonBilan(rapport.anomalies);
  const parCode = [...rapport.anomalies.parCode].sort(([a], [b]) => (a < b ? -1 : 1));
  return ecrireJson({
    schema: SCHEMA_VERIFICATION,
    outil: jsonOutil(rapport.outil),
    date_reference: rapport.dateReference,
    anomalies: { erreurs, avertissements, par_code: Object.fromEntries(parCode), details },
    sources: rapport.sources.map(jsonSource),
    ...jsonIndexServi(rapport.indexFiness),
  });
}
