import type { Part, QualiteReleve, Releve, TableauVa } from '../../domaine/releve.ts';
import { jsonResultat } from '../indicateurs/json.ts';
import { ecrireJson, jsonOutil } from '../json.ts';

export const SCHEMA_RELEVE = 'esms/releve@1';

/** Le contrat `esms/releve@1`, sans son empreinte. */
export function jsonReleve(releve: Releve) {
  const { fenetre, grappe } = releve;
  return {
    schema: SCHEMA_RELEVE,
    outil: jsonOutil(releve.outil),
    grappe: {
      nom: grappe.nom,
      porteur_finess_ej: grappe.porteurFinessEj,
      niveau_preuve: grappe.niveauPreuve,
    },
    mois: releve.mois,
    fenetre: { debut: fenetre.debut, fin: fenetre.fin, premiere_mesure: fenetre.premiereMesure },
    date_reference: releve.dateReference,
    definitions: releve.definitions,
    cibles: releve.cibles.map(({ indicateur, valeur, reference }) => ({ indicateur, valeur, reference })),
    perimetre: releve.perimetre.map((essms) => ({
      finess_et: essms.finessEt,
      finess_ej: essms.finessEj,
      libelle: essms.libelle,
      categorie: essms.categorie,
      secteur: essms.secteur,
      mode_accueil: essms.modeAccueil,
      departement: essms.departement,
      type_projet: essms.typeProjet,
      logiciel: essms.logiciel,
      places: essms.places,
      personnes_declarees: essms.personnesDeclarees,
      population: essms.population,
      preuve: essms.preuve,
      declares: essms.declares,
    })),
    resultats: releve.resultats.map(jsonResultat),
    tableau_va: releve.tableauVa.map(jsonTableauVa),
    qualite: releve.qualite.map(jsonQualite),
    anomalies: {
      erreurs: releve.anomalies.erreurs,
      avertissements: releve.anomalies.avertissements,
      par_code: releve.anomalies.parCode,
    },
    sources: releve.sources.map((source) => ({
      table: source.table,
      fichier: source.fichier,
      sha256: source.sha256,
      logiciel: source.logiciel,
      date_extraction: source.dateExtraction,
      lignes: source.lignes,
      retenues: source.retenues,
      rejetees: source.rejetees,
      ecartees: source.ecartees,
    })),
  };
}

/** Le fichier d'un relevé : son contenu, puis l'empreinte qui le scelle. */
export function rendreReleve(releve: Releve, empreinte: string): string {
  return ecrireJson({ ...jsonReleve(releve), empreinte });
}

export function jsonTableauVa(tableau: TableauVa) {
  return {
    finess_et: tableau.finessEt,
    documents_avec_ins: tableau.documentsAvecIns,
    documents_sans_ins: tableau.documentsSansIns,
    documents: tableau.documents,
    messages_professionnels: tableau.messagesProfessionnels,
    messages_usagers: tableau.messagesUsagers,
    dossiers_dmp: tableau.dossiersDmp,
    dossiers_mss_professionnel: tableau.dossiersMssProfessionnel,
    dossiers_mss_usager: tableau.dossiersMssUsager,
    dossiers_trois_actions: tableau.dossiersTroisActions,
  };
}

function jsonPart(part: Part | null) {
  return part && { nombre: part.nombre, total: part.total };
}

function jsonQualite({ finessEt, unSeulEvenement, premiereTraceMemeJour, saisiesTardives }: QualiteReleve) {
  return {
    finess_et: finessEt,
    un_seul_evenement: jsonPart(unSeulEvenement),
    premiere_trace_meme_jour: premiereTraceMemeJour && {
      nombre: premiereTraceMemeJour.nombre,
      total: premiereTraceMemeJour.total,
      jour: premiereTraceMemeJour.jour,
    },
    saisies_tardives: jsonPart(saisiesTardives),
  };
}
