import type { DepenseClassee, Groupe, Rapprochement } from '../../domaine/financement/depenses.ts';
import { jsonAvertissement } from '../citations.ts';
import { jsonAvertissementsAnnee, jsonDebut, jsonFin, jsonSomme } from '../dossier/json.ts';
import { donneeEuros } from '../euros.ts';
import { ecrireJson } from '../json.ts';
import type { RapportDepenses } from './modele.ts';

export const SCHEMA_DEPENSES = 'esms/depenses@1';

/** Le contrat `esms/depenses@1`. */
export function rendre({ entete, etat }: RapportDepenses): string {
  return ecrireJson({
    ...jsonDebut(SCHEMA_DEPENSES, entete),
    periode: { debut: etat.debut, fin: etat.fin },
    lues: donneeEuros(etat.lues),
    retenues: donneeEuros(etat.retenues),
    ecartees: donneeEuros(etat.ecartees),
    grappe: jsonGroupe(etat.grappe),
    og: etat.og.map(jsonGroupe),
    essms: etat.essms.map(jsonGroupe),
    depenses: etat.depenses.map(jsonDepense),
    avertissements: [...jsonAvertissementsAnnee(entete), ...etat.avertissements.map(jsonAvertissement)],
    ...jsonFin(entete),
  });
}

function jsonGroupe({ identifiant, libelle, finessEj, postes, total, nonReparti }: Groupe) {
  return {
    identifiant,
    libelle,
    finess_ej: finessEj,
    postes: postes.map((un) => ({ poste: un.code, ...jsonRapprochement(un), plafond: un.plafond })),
    total: jsonRapprochement(total),
    non_reparti: donneeEuros(nonReparti),
  };
}

function jsonRapprochement({ prevu, paye, engage, reste, depassement }: Rapprochement) {
  return {
    prevu: jsonSomme(prevu),
    paye: donneeEuros(paye),
    engage: donneeEuros(engage),
    reste: donneeEuros(reste),
    depassement: donneeEuros(depassement),
  };
}

function jsonDepense(une: DepenseClassee) {
  return {
    fichier: une.fichier,
    ligne: une.ligne,
    date: une.date,
    fournisseur: une.fournisseur,
    objet: une.objet,
    poste: une.poste,
    montant_ttc: donneeEuros(une.montant),
    numero_facture: une.numeroFacture,
    finess_et: une.finessEt,
    finess_ej: une.og,
    paye_le: une.payeLe,
    etat: une.etat,
    ecart: une.ecart && { motif: une.ecart.motif, message: une.ecart.message },
  };
}
