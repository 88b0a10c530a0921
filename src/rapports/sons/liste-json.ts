import { jsonAvertissement, jsonProvenance } from '../citations.ts';
import { donneeEuros } from '../euros.ts';
import { ecrireJson, jsonBilan, jsonSource } from '../json.ts';
import { jsonMontants } from './json.ts';
import type { RapportListeSons } from './modele.ts';

export const SCHEMA_SONS_LISTE = 'esms/sons-liste@1';

/** Le contrat `esms/sons-liste@1` : un résultat par ligne retenue, dans l'ordre du fichier. */
export function rendre({ vague, organismes, totaux, anomalies, fichier }: RapportListeSons): string {
  const communs = new Set(vague.avertissements);
  return ecrireJson({
    schema: SCHEMA_SONS_LISTE,
    vague: vague.vague,
    date_reference: vague.dateReference,
    etat_vague: vague.calendrier.etat,
    resultats: organismes.map(({ finessEj, ligne, sons }) => ({
      finess_ej: finessEj,
      ligne,
      ...jsonMontants(sons),
      avertissements: sons.avertissements.filter((un) => !communs.has(un)).map(jsonAvertissement),
    })),
    totaux: {
      organismes: organismes.length,
      essms_commande: totaux.essmsCommande,
      montant: donneeEuros(totaux.montant),
      avance: donneeEuros(totaux.avance),
      solde: donneeEuros(totaux.solde),
    },
    avertissements: vague.avertissements.map(jsonAvertissement),
    anomalies: jsonBilan(anomalies),
    fichiers: [jsonSource(fichier)],
    sources: vague.sources.map(jsonProvenance),
  });
}
