import type { Controle } from '../../domaine/financement/eligibilite.ts';
import { jsonProvenance } from '../citations.ts';
import { jsonAvertissementsAnnee, jsonDebut, jsonFin } from '../dossier/json.ts';
import { ecrireJson } from '../json.ts';
import type { RapportEligibilite } from './modele.ts';
import { pireEtat, sourcesDe } from './phrases.ts';

export const SCHEMA_ELIGIBILITE = 'esms/eligibilite@1';

/** Le contrat `esms/eligibilite@1` : toutes les raisons, les conformes aussi. */
export function rendre({ entete, eligibilite }: RapportEligibilite): string {
  const { grappe, essms } = eligibilite;
  return ecrireJson({
    ...jsonDebut(SCHEMA_ELIGIBILITE, entete),
    etat: pireEtat(eligibilite),
    grappe: {
      etat: grappe.etat,
      appel: grappe.appel,
      essms: grappe.essms,
      controles: grappe.controles.map(jsonControle),
    },
    essms: essms.map(({ essms: un, etat, controles }) => ({
      finess_et: un.finessEt,
      finess_ej: un.finessEj,
      libelle: un.libelle,
      etat,
      controles: controles.map(jsonControle),
    })),
    avertissements: jsonAvertissementsAnnee(entete),
    sources: sourcesDe(eligibilite).map(jsonProvenance),
    ...jsonFin(entete),
  });
}

function jsonControle({ code, etat, message, aide, regle }: Controle) {
  return { code, etat, message, aide, regle: regle?.regle ?? null };
}
