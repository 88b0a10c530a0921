import type {
  Blocage,
  MesureSuivie,
  MoisSuivi,
  PreuveIdentifiant,
  PreuveNiveau,
  ReleveRecu,
  SerieSuivie,
} from '../../domaine/suivi.ts';
import { preuveFaite } from '../../domaine/suivi.ts';
import { estDeclare } from '../indicateurs/cellule.ts';
import { ecrireJson, jsonBilan, jsonOutil } from '../json.ts';
import type { RapportSuivi } from './modele.ts';

export const SCHEMA_SUIVI = 'esms/suivi@1';

/** Le contrat `esms/suivi@1`. */
export function rendre({ outil, suivi, niveaux: montres, anomalies }: RapportSuivi): string {
  const { reference, reglages, niveauPreuve, mois, remplaces } = suivi;
  const niveaux = suivi.niveaux.filter(({ niveau }) => montres.includes(niveau));
  return ecrireJson({
    schema: SCHEMA_SUIVI,
    outil: { nom: outil.nom, version: outil.version },
    grappe: reference && {
      nom: reference.grappe.nom,
      porteur_finess_ej: reference.grappe.porteurFinessEj,
    },
    lecture_preuve: reglages.lecture,
    premiere_mesure_compte: reglages.premiereMesureCompte,
    preuve: { niveau: niveauPreuve, faite: preuveFaite(suivi, montres) },
    mois: mois.map(jsonMois),
    niveaux: niveaux.map(jsonNiveau),
    preuves: niveaux.flatMap(({ identifiants }) => identifiants.map(jsonPreuve)),
    definitions: reference?.definitions ?? {},
    cibles: (reference?.cibles ?? []).map(({ indicateur, valeur, reference: source }) => ({
      indicateur,
      valeur,
      reference: source,
    })),
    releves: [
      ...mois.flatMap(({ recu, etat }) =>
        recu === null ? [] : jsonReleve(recu, etat === 'altere' ? etat : 'retenu'),
      ),
      ...remplaces.map((recu) => jsonReleve(recu, recu.intact ? 'remplace' : 'altere')),
    ],
    anomalies: jsonBilan(anomalies),
  });
}

function jsonMois({ mois, etat, premiereMesure }: MoisSuivi) {
  return { mois, etat, premiere_mesure: premiereMesure };
}

function jsonNiveau({ niveau, faite, requis, faits, preuve, auPlusTot, corrigee }: PreuveNiveau) {
  return {
    niveau,
    faite,
    requis,
    faits,
    niveau_de_preuve: preuve,
    au_plus_tot: auPlusTot,
    au_plus_tot_corrige: corrigee,
  };
}

function jsonPreuve(preuve: PreuveIdentifiant) {
  const { niveau, identifiant, nom, secteur, statut, auPlusTot, corrigee, series, gestes } = preuve;
  return {
    niveau,
    identifiant,
    libelle: nom,
    secteur,
    statut,
    niveau_de_preuve: preuve.preuve,
    au_plus_tot: auPlusTot,
    au_plus_tot_corrige: corrigee,
    a_faire: gestes,
    series: series.map(jsonSerie),
  };
}

function jsonSerie(une: SerieSuivie) {
  const { indicateur, cible, serie, partages, restants, restantsCorriges, tendance, mesures, blocages } = une;
  return {
    indicateur,
    cible,
    serie,
    partages,
    mois_restants: restants,
    mois_restants_corriges: restantsCorriges,
    tendance,
    mesures: mesures.map(jsonMesure),
    blocages: blocages.map(jsonBlocage),
  };
}

function jsonMesure({ mois, resultat, apport, motif }: MesureSuivie) {
  return {
    mois,
    etat: resultat?.etat ?? null,
    numerateur: resultat?.numerateur ?? null,
    denominateur: resultat?.denominateur ?? null,
    taux: resultat?.taux ?? null,
    borne_basse: resultat?.borneBasse ?? null,
    borne_haute: resultat?.borneHaute ?? null,
    provisoire: resultat?.provisoire ?? false,
    declare: resultat !== null && estDeclare(resultat),
    apport,
    motif,
  };
}

function jsonBlocage({ mois, motif, gestes }: Blocage) {
  return {
    mois,
    motif,
    gestes: gestes.map(({ geste, essms }) => ({ geste, essms: essms.map(({ identifiant }) => identifiant) })),
  };
}

function jsonReleve({ fichier, scelle }: ReleveRecu, etat: 'retenu' | 'remplace' | 'altere') {
  const { mois, dateReference, outil } = scelle.releve;
  return {
    fichier,
    mois,
    etat,
    date_reference: dateReference,
    empreinte: scelle.empreinte,
    outil: jsonOutil(outil),
  };
}
