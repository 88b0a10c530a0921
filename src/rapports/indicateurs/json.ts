import type { Agregat, Resultat } from '../../domaine/resultat.ts';
import type { Sensibilite } from '../../domaine/sensibilite.ts';
import {
  ecrireJsonParMorceaux,
  jsonBilan,
  jsonIndexServi,
  jsonOutil,
  jsonSource,
  projeter,
} from '../json.ts';
import type { RapportIndicateurs } from '../modele.ts';

export const SCHEMA_INDICATEURS = 'esms/indicateurs@1';

/** Le contrat `esms/indicateurs@1`, par morceaux : clés, ordre des clés et `null` compris. */
export function rendreJson(rapport: RapportIndicateurs): Iterable<string> {
  const { mois, debut, fin, premiereMesure } = rapport.fenetre;
  return ecrireJsonParMorceaux({
    schema: SCHEMA_INDICATEURS,
    outil: jsonOutil(rapport.outil),
    mois,
    date_reference: rapport.dateReference,
    fenetre: { debut, fin, premiere_mesure: premiereMesure },
    definitions: rapport.definitions,
    resultats: projeter(rapport.resultats, jsonResultat),
    ...(rapport.sensibilite && { sensibilite: projeter(rapport.sensibilite, jsonSensibilite) }),
    anomalies: jsonBilan(rapport.anomalies),
    sources: rapport.sources.map(jsonSource),
    ...jsonIndexServi(rapport.indexFiness),
  });
}

export function jsonResultat(resultat: Resultat) {
  const { niveau, identifiant, libelle, secteur, indicateur, numerateur, denominateur, taux } = resultat;
  const { borneBasse, borneHaute, cible, etat, resteAFaire, provisoire, avertissements, agregat } = resultat;
  return {
    niveau,
    identifiant,
    libelle,
    secteur,
    indicateur,
    numerateur,
    denominateur,
    taux,
    borne_basse: borneBasse,
    borne_haute: borneHaute,
    cible,
    etat,
    reste_a_faire: resteAFaire,
    provisoire,
    avertissements: avertissements.map(({ code, nombre, message }) => ({ code, nombre, message })),
    ...(agregat && jsonAgregat(agregat)),
  };
}

function jsonSensibilite({ niveau, identifiant, indicateur, etat, tient, combinaisons, etats }: Sensibilite) {
  return {
    niveau,
    identifiant,
    indicateur,
    etat,
    tient,
    combinaisons,
    etats: etats.map(({ etat: un, nombre, conditions }) => ({ etat: un, nombre, conditions })),
  };
}

/** A3, A4 : `partiel` et `manquants` seulement s'il manque quelqu'un. */
function jsonAgregat({ essmsEvalues, essmsAtteints, plusBas, manquants }: Agregat) {
  return {
    essms_evalues: essmsEvalues,
    essms_atteints: essmsAtteints,
    plus_bas: plusBas && { identifiant: plusBas.identifiant, taux: plusBas.taux },
    ...(manquants.length > 0 && { partiel: true, manquants }),
  };
}
