import { ecrireJson, jsonOutil } from '../json.ts';
import type { RapportRegles, RegleMontree } from './modele.ts';
import { valeurJson } from './valeurs.ts';

export const SCHEMA_REGLES = 'esms/regles@1';

/** Le contrat `esms/regles@1`. L'argent est en euros. */
export function rendreJson({ outil, dateReference, regles }: RapportRegles): string {
  return ecrireJson({
    schema: SCHEMA_REGLES,
    outil: jsonOutil(outil),
    date_reference: dateReference,
    regles: regles.map(jsonRegle),
  });
}

function jsonRegle({ id, titre, type, unite, fichier, valeurs, exemples }: RegleMontree) {
  return {
    id,
    titre,
    type,
    unite,
    fichier,
    valeurs: valeurs.map((valeur) => ({
      debut: valeur.debut,
      fin: valeur.fin,
      valeur: valeurJson(type, valeur),
      raison: valeur.raison ?? null,
      lecture: valeur.lecture,
      source: valeur.source,
      citation: valeur.citation ?? null,
      reserve: valeur.reserve ?? null,
      verifie_le: valeur.verifieLe,
      a_verifier: valeur.aVerifier,
      fournie: valeur.fournie,
    })),
    exemples: 'aucun' in exemples ? 0 : exemples.length,
  };
}
