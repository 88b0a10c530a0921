import type {
  LignePlan,
  Plan,
  PlanEssms,
  PlanOg,
  PlanSons,
  VersementPlan,
} from '../../domaine/financement/plan.ts';
import { jsonAvertissement, jsonProvenance } from '../citations.ts';
import { jsonAvertissementsAnnee, jsonDebut, jsonFin, jsonSomme } from '../dossier/json.ts';
import { donneeEuros } from '../euros.ts';
import { ecrireJson } from '../json.ts';
import type { RapportFinancement } from './modele.ts';

export const SCHEMA_FINANCEMENT = 'esms/financement@1';

/** Le contrat `esms/financement@1`. */
export function rendre({ entete, eligibilite, plan }: RapportFinancement): string {
  return ecrireJson({
    ...jsonDebut(SCHEMA_FINANCEMENT, entete),
    lecture: plan.lecture,
    convention: plan.convention,
    fin: plan.fin,
    eligibilite: eligibilite.grappe.etat,
    totaux: jsonTotaux(plan),
    forfaits: plan.forfaits.map(({ code, quantite, somme, plafond, raisons }) => ({
      code,
      quantite,
      ...jsonSomme(somme),
      plafond,
      raisons: raisons.map(({ raison, nombre }) => ({ raison, nombre })),
    })),
    projet: plan.projet.map(jsonLigne),
    og: plan.og.map(jsonOg),
    essms: plan.essms.map(jsonEssms),
    exclus: plan.exclus.map(({ finessEt, finessEj, libelle, raisons }) => ({
      finess_et: finessEt,
      finess_ej: finessEj,
      libelle,
      raisons,
    })),
    versements: plan.versements.map(jsonVersement),
    lectures: plan.parLecture.map(({ lecture, porteur }) => ({ lecture, ...jsonSomme(porteur) })),
    avertissements: [...jsonAvertissementsAnnee(entete), ...plan.avertissements.map(jsonAvertissement)],
    sources: plan.sources.map(jsonProvenance),
    ...jsonFin(entete),
  });
}

function jsonTotaux({ totaux }: Plan) {
  return {
    forfaits: jsonSomme(totaux.forfaits),
    plafonds: jsonSomme(totaux.plafonds),
    porteur: jsonSomme(totaux.porteur),
    editeurs: jsonSomme(totaux.editeurs),
    ensemble: jsonSomme(totaux.ensemble),
    sons_historique: donneeEuros(totaux.sonsHistorique),
  };
}

function jsonLigne({ code, montant, raison, detail, plafond, provenance }: LignePlan) {
  return { code, montant: donneeEuros(montant), raison, detail, plafond, regle: provenance?.regle ?? null };
}

function jsonEssms(un: PlanEssms) {
  return {
    finess_et: un.finessEt,
    finess_ej: un.finessEj,
    libelle: un.libelle,
    secteur: un.secteur,
    type_projet: un.typeProjet,
    etat: un.etat,
    rang: un.rang,
    tarif: un.tarif,
    lignes: un.lignes.map(jsonLigne),
    ...jsonSomme(un.somme),
  };
}

function jsonOg(un: PlanOg) {
  return {
    finess_ej: un.finessEj,
    essms: un.essms,
    taille: un.taille,
    taille_supposee: un.tailleSupposee,
    petit_og: un.petit,
    ...jsonSomme(un.somme),
    sons: un.sons && jsonSons(un.sons),
  };
}

function jsonSons(sons: PlanSons) {
  const [avance, solde] = sons.versements;
  return {
    vague: sons.vague,
    essms_og: sons.essmsOg,
    essms_commande: sons.essmsCommande.length,
    essms: sons.essmsCommande,
    essms_inconnus: sons.essmsInconnus,
    tranche: sons.tranche,
    montant_unitaire: donneeEuros(sons.unitaire),
    montant: donneeEuros(sons.montant),
    avance: sons.montant === null ? null : donneeEuros(avance.montant),
    solde: sons.montant === null ? null : donneeEuros(solde.montant),
    compte: sons.compte,
    raison: sons.raison,
  };
}

function jsonVersement(un: VersementPlan) {
  return {
    dispositif: un.dispositif,
    beneficiaire: un.beneficiaire,
    finess_ej: un.finessEj,
    logiciels: un.logiciels,
    part: un.part,
    pourcent: un.pourcent,
    montant: donneeEuros(un.montant),
    date: un.date,
    quand: un.quand,
    preuve: un.preuve,
    compte: un.compte,
    partiel: un.partiel,
  };
}
