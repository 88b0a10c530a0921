import { type EssmsVerifie, type OgVerifie, TAUX_VA, type Verification } from '../../domaine/va.ts';
import { jsonResultat } from '../indicateurs/json.ts';
import { ecrireJson, jsonBilan, jsonIndexServi, jsonOutil, jsonSource } from '../json.ts';
import { jsonTableauVa } from '../releve/json.ts';
import { CITATIONS_CONDITIONS, direNonLus } from './citations.ts';
import type { RapportVa } from './modele.ts';

export const SCHEMA_VA = 'esms/va@1';
export const SCHEMA_VSR = 'esms/vsr@1';

/** Les contrats `esms/va@1` et `esms/vsr@1`. */
export function rendre(rapport: RapportVa): string {
  const { mesure, grappe, verification } = rapport;
  const { acte } = verification;
  return ecrireJson({
    schema: acte === 'va' ? SCHEMA_VA : SCHEMA_VSR,
    outil: jsonOutil(rapport.outil),
    mois: mesure?.fenetre.mois ?? null,
    date_reference: rapport.dateReference,
    fenetre: mesure && {
      debut: mesure.fenetre.debut,
      fin: mesure.fenetre.fin,
      premiere_mesure: mesure.fenetre.premiereMesure,
    },
    definitions: mesure?.definitions ?? null,
    grappe: {
      nom: grappe.nom,
      porteur_finess_ej: grappe.porteurFinessEj,
      convention: rapport.convention,
    },
    etat: verification.etat,
    ...(acte === 'vsr' && { date_indicative: jsonDate(verification) }),
    og: verification.og.map((og) => jsonOg(og, verification)),
    conditions: conditionsDe(verification).map(({ code, origine }) => ({
      code,
      origine,
      source: CITATIONS_CONDITIONS[code],
    })),
    a_savoir: direNonLus(acte),
    anomalies: jsonBilan(rapport.anomalies),
    sources: rapport.sources.map(jsonSource),
    ...jsonIndexServi(rapport.indexFiness),
  });
}

function conditionsDe({ og }: Verification): EssmsVerifie['conditions'] {
  return og[0]?.essms[0]?.conditions ?? [];
}

function jsonDate({ dateIndicative }: Verification) {
  return dateIndicative && { date: dateIndicative.date, convention: dateIndicative.convention };
}

/** Les cibles d'usage vont avec la VSR : le solde demande les deux. */
function jsonOg({ finessEj, nom, etat, obligation, resultats, essms }: OgVerifie, { acte }: Verification) {
  return {
    finess_ej: finessEj,
    nom,
    etat,
    obligation,
    ...(acte === 'vsr' && { indicateurs: resultats.map(jsonResultat) }),
    essms: essms.map(jsonEssms),
  };
}

function jsonEssms(essms: EssmsVerifie) {
  const taux = essms.mesure?.resultats.filter(({ indicateur }) => TAUX_VA.some((un) => un === indicateur));
  return {
    finess_et: essms.finessEt,
    libelle: essms.libelle,
    logiciel: essms.logiciel,
    type_projet: essms.typeProjet,
    obligation: essms.obligation,
    deploiement_termine: essms.deploiementTermine,
    formations_terminees: essms.formationsTerminees,
    tableau_va: essms.mesure && jsonTableauVa(essms.mesure.tableau),
    taux: taux?.map(jsonResultat) ?? [],
    etat: essms.etat,
    conditions: essms.conditions.map(({ code, origine, etat, faux, inconnus }) => ({
      code,
      origine,
      etat,
      faux,
      inconnus,
    })),
  };
}
