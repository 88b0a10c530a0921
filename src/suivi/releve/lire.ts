import type { Constat } from '../../domaine/anomalie.ts';
import type { DateCivile, Mois } from '../../domaine/date-civile.ts';
import type { Releve, ReleveScelle } from '../../domaine/releve.ts';
import type { Resultat } from '../../domaine/resultat.ts';
import { contratReleve, type ReleveEcrit } from '../../rapports/contrats/releve.ts';
import { SCHEMA_RELEVE } from '../../rapports/releve/json.ts';
import { empreinteDe } from './empreinte.ts';

export type ReleveLu =
  /** `intact` : l'empreinte écrite est celle du contenu. */
  | { readonly etat: 'lu'; readonly scelle: ReleveScelle; readonly intact: boolean }
  | { readonly etat: 'refuse'; readonly constat: Constat };

function refuser(constat: Constat): ReleveLu {
  return { etat: 'refuse', constat };
}

/** Relit le texte d'un relevé, contre son contrat. */
export function lireReleveJson(texte: string): ReleveLu {
  let contenu: unknown;
  try {
    contenu = JSON.parse(texte.replace(/^\ufeff/, ''));
  } catch {
    return refuser({
      code: 'releve.illisible',
      message: "JSON tronqué ou mal formé : ce n'est pas un relevé entier",
    });
  }
  const schema = (contenu as { readonly schema?: unknown } | null)?.schema;
  if (schema !== SCHEMA_RELEVE) {
    const autreVersion = typeof schema === 'string' && schema.startsWith('esms/releve@');
    return refuser({
      code: autreVersion ? 'releve.version' : 'releve.illisible',
      colonne: 'schema',
      valeur: typeof schema === 'string' ? schema : null,
      message: autreVersion
        ? `relevé d'une autre version ; ce programme lit ${SCHEMA_RELEVE}`
        : "ce n'est pas un relevé d'esms",
    });
  }
  const lu = contratReleve.safeParse(contenu);
  if (!lu.success) {
    const chemin = lu.error.issues[0]?.path.join('.') ?? '';
    return refuser({
      code: 'releve.illisible',
      colonne: chemin || null,
      message: 'le relevé ne suit pas son contrat (esms schema releve)',
    });
  }
  const releve = traduire(lu.data);
  return {
    etat: 'lu',
    scelle: { releve, empreinte: lu.data.empreinte },
    intact: empreinteDe(contenu as object) === lu.data.empreinte,
  };
}

/** Du contrat aux noms du programme. */
function traduire(ecrit: ReleveEcrit): Releve {
  const { outil, grappe, fenetre, anomalies } = ecrit;
  const { regles_fournies: fournies, ...commun } = outil;
  return {
    outil: { ...commun, ...(fournies && { fournies }) },
    grappe: {
      nom: grappe.nom,
      porteurFinessEj: grappe.porteur_finess_ej,
      niveauPreuve: grappe.niveau_preuve,
    },
    mois: ecrit.mois as Mois,
    fenetre: {
      debut: fenetre.debut as DateCivile,
      fin: fenetre.fin as DateCivile,
      premiereMesure: fenetre.premiere_mesure,
    },
    dateReference: ecrit.date_reference as DateCivile,
    definitions: ecrit.definitions,
    cibles: ecrit.cibles,
    perimetre: ecrit.perimetre.map((un) => ({
      finessEt: un.finess_et,
      finessEj: un.finess_ej,
      libelle: un.libelle,
      categorie: un.categorie,
      secteur: un.secteur,
      modeAccueil: un.mode_accueil,
      departement: un.departement,
      typeProjet: un.type_projet,
      logiciel: un.logiciel,
      places: un.places,
      personnesDeclarees: un.personnes_declarees,
      population: un.population,
      preuve: un.preuve,
      declares: un.declares,
    })),
    resultats: ecrit.resultats.map(traduireResultat),
    tableauVa: ecrit.tableau_va.map((un) => ({
      finessEt: un.finess_et,
      documentsAvecIns: un.documents_avec_ins,
      documentsSansIns: un.documents_sans_ins,
      documents: un.documents,
      messagesProfessionnels: un.messages_professionnels,
      messagesUsagers: un.messages_usagers,
      dossiersDmp: un.dossiers_dmp,
      dossiersMssProfessionnel: un.dossiers_mss_professionnel,
      dossiersMssUsager: un.dossiers_mss_usager,
      dossiersTroisActions: un.dossiers_trois_actions,
    })),
    qualite: ecrit.qualite.map((un) => ({
      finessEt: un.finess_et,
      unSeulEvenement: un.un_seul_evenement,
      premiereTraceMemeJour: un.premiere_trace_meme_jour && {
        ...un.premiere_trace_meme_jour,
        jour: un.premiere_trace_meme_jour.jour as DateCivile | null,
      },
      saisiesTardives: un.saisies_tardives,
    })),
    anomalies: {
      erreurs: anomalies.erreurs,
      avertissements: anomalies.avertissements,
      parCode: anomalies.par_code,
    },
    sources: ecrit.sources.map(({ date_extraction, ...source }) => ({
      ...source,
      dateExtraction: date_extraction as DateCivile | null,
    })),
  };
}

function traduireResultat(ecrit: ReleveEcrit['resultats'][number]): Resultat {
  const { niveau, identifiant, libelle, secteur, indicateur, numerateur, denominateur, taux } = ecrit;
  const commun = {
    niveau,
    identifiant,
    libelle,
    secteur,
    indicateur,
    numerateur,
    denominateur,
    taux,
    borneBasse: ecrit.borne_basse,
    borneHaute: ecrit.borne_haute,
    cible: ecrit.cible,
    etat: ecrit.etat,
    resteAFaire: ecrit.reste_a_faire,
    provisoire: ecrit.provisoire,
    avertissements: ecrit.avertissements,
  };
  if (ecrit.niveau === 'essms') return commun;
  return {
    ...commun,
    agregat: {
      essmsEvalues: ecrit.essms_evalues,
      essmsAtteints: ecrit.essms_atteints,
      plusBas: ecrit.plus_bas,
      manquants: ecrit.manquants ?? [],
    },
  };
}
