import type { DossierAFaire, EssmsAFaire, ManqueEssms } from '../../domaine/reste-a-faire.ts';
import { ecrireJson, jsonBilan, jsonIndexServi, jsonOutil, jsonSource } from '../json.ts';
import type { RapportResteAFaire } from './modele.ts';

export const SCHEMA_RESTE_A_FAIRE = 'esms/reste-a-faire@1';

/** Le contrat `esms/reste-a-faire@1`. */
export function rendre(rapport: RapportResteAFaire): string {
  const { mois, debut, fin, premiereMesure } = rapport.fenetre;
  return ecrireJson({
    schema: SCHEMA_RESTE_A_FAIRE,
    donnees_personnelles: true,
    outil: jsonOutil(rapport.outil),
    mois,
    mois_clos: rapport.moisClos,
    date_reference: rapport.dateReference,
    fenetre: { debut, fin, premiere_mesure: premiereMesure },
    definitions: rapport.definitions,
    indicateur: rapport.indicateur,
    finess_et: rapport.finessEt,
    essms: rapport.essms.map(jsonEssms),
    dossiers: rapport.dossiers.map(jsonDossier),
    anomalies: jsonBilan(rapport.anomalies),
    sources: rapport.sources.map(jsonSource),
    ...jsonIndexServi(rapport.indexFiness),
  });
}

function jsonEssms({
  finessEt,
  finessEj,
  libelle,
  secteur,
  population,
  dossiers,
  prioritaires,
  sortis,
  manques,
}: EssmsAFaire) {
  return {
    finess_et: finessEt,
    finess_ej: finessEj,
    libelle,
    secteur,
    population,
    dossiers,
    prioritaires,
    sortis,
    indicateurs: manques.map(jsonManque),
  };
}

function jsonManque({ resultat, nommable, listes, sortis }: ManqueEssms) {
  return {
    indicateur: resultat.indicateur,
    etat: resultat.etat,
    numerateur: resultat.numerateur,
    denominateur: resultat.denominateur,
    cible: resultat.cible,
    reste_a_faire: resultat.resteAFaire,
    nommable,
    listes: { actif: listes.actif, inactif: listes.inactif, indetermine: listes.indetermine },
    sortis: { actif: sortis.actif, inactif: sortis.inactif, indetermine: sortis.indetermine },
  };
}

function jsonDossier({
  finessEt,
  idDossier,
  situation,
  manques,
  geste,
  regle,
  closSansSortie,
}: DossierAFaire) {
  return {
    finess_et: finessEt,
    id_dossier: idDossier,
    situation,
    manques,
    geste,
    regle,
    clos_sans_sortie: closSansSortie,
  };
}
