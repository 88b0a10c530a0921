import type { Echeancier, Etape } from '../../domaine/financement/echeancier.ts';
import { jsonAvertissement, jsonProvenance } from '../citations.ts';
import { donneeEuros } from '../euros.ts';
import { ecrireJson } from '../json.ts';

export const SCHEMA_ECHEANCIER = 'esms/echeancier@1';

/** Le contrat `esms/echeancier@1`. */
export function rendre(echeancier: Echeancier): string {
  const { nom, type, annee, signature, dateReference, delai, fin, etapes, avertissements, sources } =
    echeancier;
  return ecrireJson({
    schema: SCHEMA_ECHEANCIER,
    nom,
    type,
    annee,
    signature,
    date_reference: dateReference,
    delai_mois: delai,
    fin,
    etapes: etapes.map(jsonEtape),
    avertissements: avertissements.map(jsonAvertissement),
    sources: sources.map(jsonProvenance),
  });
}

function jsonEtape({ code, debut, fin, titre, geste, versement, passee, provenance }: Etape) {
  return {
    code,
    debut,
    fin,
    titre,
    geste,
    versement: versement && {
      part: versement.part,
      a: versement.a,
      pourcent: versement.pourcent,
      montant: donneeEuros(versement.montant),
    },
    passee,
    regle: provenance?.regle ?? null,
  };
}
