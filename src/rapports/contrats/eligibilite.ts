import { z } from 'zod';
import {
  CODES_CONTROLES_ESSMS,
  CODES_CONTROLES_GRAPPE,
  ETATS_CONTROLE,
  ETATS_ELIGIBILITE,
} from '../../domaine/financement/eligibilite.ts';
import { SCHEMA_ELIGIBILITE } from '../eligibilite/json.ts';
import { compte } from './commun.ts';
import { debut, fin } from './dossier.ts';
import { avertissements, regles } from './montants.ts';

const etat = z.enum(ETATS_ELIGIBILITE).describe('Le pire des contrôles ; « non_controle » ne le change pas.');

const controle = {
  etat: z.enum(ETATS_CONTROLE),
  message: z.string(),
  aide: z.string().nullable(),
  regle: z.string().nullable().describe('Identifiant de la règle, détaillée dans « sources ».'),
};

/** Le contrat `esms/eligibilite@1`. */
export const contratEligibilite = z
  .strictObject({
    schema: z.literal(SCHEMA_ELIGIBILITE),
    ...debut,
    etat: etat.describe('Le pire de la grappe et de ses ESSMS ; « ineligible » sort 1.'),
    grappe: z.strictObject({
      etat,
      appel: z
        .enum(['regional', 'national'])
        .nullable()
        .describe("null : le seuil de l'appel national est inconnu pour l'année."),
      essms: z.strictObject({ eligible: compte, a_verifier: compte, ineligible: compte }),
      controles: z.array(z.strictObject({ code: z.enum(CODES_CONTROLES_GRAPPE), ...controle })),
    }),
    essms: z
      .array(
        z.strictObject({
          finess_et: z.string(),
          finess_ej: z.string(),
          libelle: z.string(),
          etat,
          controles: z
            .array(z.strictObject({ code: z.enum(CODES_CONTROLES_ESSMS), ...controle }))
            .describe('Toutes les raisons, les conformes aussi.'),
        }),
      )
      .describe('Par numéro FINESS.'),
    avertissements,
    sources: regles,
    ...fin,
  })
  .describe("Éligibilité d'une grappe et de chacun de ses ESSMS.");
