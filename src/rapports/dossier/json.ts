import type { Somme } from '../../domaine/financement/plan.ts';
import { jsonAvertissement } from '../citations.ts';
import { donneeEuros } from '../euros.ts';
import { jsonBilan, jsonIndexServi, jsonOutil, jsonSource } from '../json.ts';
import type { EnteteDossier } from './modele.ts';
import { avertirAnnee } from './phrases.ts';

/** Ce qui ouvre les trois contrats. */
export function jsonDebut(schema: string, entete: EnteteDossier) {
  return {
    schema,
    outil: jsonOutil(entete.outil),
    annee: entete.annee,
    annee_supposee: entete.anneeSupposee,
    date_reference: entete.dateReference,
    nom: entete.nom,
    porteur_finess_ej: entete.porteurFinessEj,
  };
}

/** Ce qui les ferme. */
export function jsonFin(entete: EnteteDossier) {
  return {
    anomalies: jsonBilan(entete.anomalies),
    fichiers: entete.sources.map(jsonSource),
    ...jsonIndexServi(entete.indexFiness),
  };
}

export function jsonAvertissementsAnnee(entete: EnteteDossier) {
  return avertirAnnee(entete).map(jsonAvertissement);
}

export function jsonSomme({ connu, inconnues }: Somme) {
  return { connu: donneeEuros(connu), inconnues };
}
