import type {
  BilanSoumission,
  ConstatLot,
  Convention,
  Echec,
  MesureLot,
  Proposition,
} from '../../domaine/lot.ts';
import { CODES_INDICATEURS } from '../../domaine/resultat.ts';
import { ecrireJson, jsonIndexServi, jsonOutil } from '../json.ts';
import type { RapportLot } from './modele.ts';

export const SCHEMA_LOT = 'esms/lot@1';

/** Le contrat `esms/lot@1`. Le détail par ESSMS est dans lot.csv. */
export function rendre(rapport: RapportLot): string {
  return [...rendreParMorceaux(rapport)].join('');
}

const VIDE = '"soumissions": []';

/** Le même, soumission après soumission : l'objet entier de toute une région ne tient pas sans peine en mémoire. */
export function* rendreParMorceaux({ bilans, ...rapport }: RapportLot): Generator<string> {
  const coque = ecrireCoque(rapport);
  if (bilans.length === 0) return yield coque;
  const place = coque.indexOf(VIDE);
  yield coque.slice(0, place + VIDE.length - 1);
  for (const [rang, bilan] of bilans.entries()) {
    const texte = JSON.stringify(jsonSoumission(bilan), null, 2);
    yield `${rang > 0 ? ',' : ''}\n    ${texte.replaceAll('\n', '\n    ')}`;
  }
  yield `\n  ${coque.slice(place + VIDE.length - 1)}`;
}

function ecrireCoque(rapport: Omit<RapportLot, 'bilans'>): string {
  const { outil, dateReference, mois, reglages, echecs, indexFiness } = rapport;
  return ecrireJson({
    schema: SCHEMA_LOT,
    outil: jsonOutil(outil),
    date_reference: dateReference,
    mois,
    lecture_preuve: reglages.lecture,
    premiere_mesure_compte: reglages.premiereMesureCompte,
    soumissions: [],
    echecs: echecs.map(jsonEchec),
    ...jsonIndexServi(indexFiness),
  });
}

function jsonSoumission(bilan: BilanSoumission) {
  const { nom, nature, grappe, convention, releves, preuve, ensemble, essms, proposition } = bilan;
  return {
    nom,
    nature,
    grappe: grappe && {
      nom: grappe.nom,
      porteur_finess_ej: grappe.porteurFinessEj,
      niveau_preuve: grappe.niveauPreuve,
    },
    convention: convention && jsonConvention(convention),
    essms: essms.length,
    preuve: { niveau: preuve.niveau, faite: preuve.faite },
    proposition: proposition && jsonProposition(proposition),
    ensemble: ensemble.flatMap((un) =>
      un.mesures.flatMap((mesure, rang) => jsonMesure(un.mois, mesure, rang)),
    ),
    releves: releves.map((un) => ({
      fichier: un.fichier,
      mois: un.mois,
      etat: un.etat,
      date_reference: un.dateReference,
      empreinte: un.empreinte,
      version: un.version,
      regles: un.regles,
    })),
    constats: bilan.constats.map(jsonConstat),
    anomalies: {
      erreurs: bilan.anomalies.erreurs,
      avertissements: bilan.anomalies.avertissements,
      par_code: bilan.anomalies.parCode,
    },
  };
}

function jsonConvention({ date, niveauPreuve, echeance, finessEt, cibles, pvVsr, depenses }: Convention) {
  return {
    date,
    niveau_preuve: niveauPreuve,
    echeance,
    finess_et: finessEt,
    cibles: cibles.map(({ indicateur, valeur }) => ({ indicateur, valeur })),
    pv_vsr: pvVsr && { fichier: pvVsr.fichier, presente: pvVsr.presente },
    depenses: depenses && { fichier: depenses.fichier, presente: depenses.presente },
  };
}

function jsonMesure(mois: string, mesure: MesureLot | null, rang: number) {
  if (mesure === null) return [];
  const { etat, numerateur, denominateur, taux } = mesure;
  return [{ mois, indicateur: CODES_INDICATEURS[rang], etat, numerateur, denominateur, taux }];
}

function jsonProposition({ avis, raisons, appels }: Proposition) {
  return { avis, raisons: raisons.map(({ code, message }) => ({ code, message })), appels };
}

function jsonConstat({
  code,
  gravite,
  mois,
  identifiant,
  indicateur,
  message,
  formule,
  nombres,
  attendu,
}: ConstatLot) {
  return { code, gravite, mois, identifiant, indicateur, message, formule, nombres, attendu };
}

function jsonEchec({ nom, code, message, aide }: Echec) {
  return { nom, code, message, aide };
}
