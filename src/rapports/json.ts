import type { Anomalie } from '../domaine/anomalie.ts';
import type { IndexCite } from '../domaine/finess/verification.ts';
import type { Provenance } from '../domaine/source.ts';
import type { BilanAnomalies, Outil } from './modele.ts';

/** Deux espaces, un saut final : des octets stables. */
export function ecrireJson(valeur: unknown): string {
  return `${JSON.stringify(valeur, null, 2)}\n`;
}

/** `regles_fournies` seulement si l'usager en a fourni (`--regles`). */
export function jsonOutil({ nom, version, regles, fournies }: Outil) {
  return { nom, version, regles, ...(fournies !== undefined && { regles_fournies: fournies }) };
}

function jsonAnomalie(anomalie: Anomalie) {
  const { code, gravite, fichier, ligne, colonne, valeur, message, aide } = anomalie;
  return { code, gravite, fichier, ligne, colonne, valeur, message, aide };
}

/** `index_finess` seulement si un index a servi : sans lui, le contrat est celui d'avant. */
export function jsonIndexServi(index: IndexCite | null | undefined) {
  return index ? { index_finess: jsonIndex(index) } : {};
}

export function jsonIndex({ dateExtraction, etablissements, empreintes }: IndexCite) {
  return { date_extraction: dateExtraction, etablissements, empreintes };
}

export function jsonBilan({ erreurs, avertissements, details }: BilanAnomalies) {
  return { erreurs, avertissements, details: details.map(jsonAnomalie) };
}

export function jsonSource(source: Provenance) {
  const { table, fichier, sha256, lignes, retenues, rejetees, ecartees } = source;
  return { table, fichier, sha256, lignes, retenues, rejetees, ecartees };
}
