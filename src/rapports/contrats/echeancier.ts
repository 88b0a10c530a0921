import { z } from 'zod';
import { TYPES_PROJET } from '../../domaine/financement/commun.ts';
import { CODES_ETAPES } from '../../domaine/financement/echeancier.ts';
import { SCHEMA_ECHEANCIER } from '../echeancier/json.ts';
import { date } from './commun.ts';
import { avertissements, montant, regles } from './montants.ts';

/** Le contrat `esms/echeancier@1`. */
export const contratEcheancier = z
  .strictObject({
    schema: z.literal(SCHEMA_ECHEANCIER),
    nom: z.string().nullable(),
    type: z.enum(TYPES_PROJET),
    annee: z.int().describe("L'année de l'instruction dont le projet relève."),
    signature: date,
    date_reference: date,
    delai_mois: z.int().min(1).nullable().describe('En mois civils ; null : inconnu.'),
    fin: date.nullable(),
    etapes: z
      .array(
        z.strictObject({
          code: z.enum(CODES_ETAPES),
          debut: date,
          fin: date.describe('Borne comprise ; le même jour que debut pour une date.'),
          titre: z.string(),
          geste: z.string().describe("Ce que l'usager doit faire ou remettre."),
          versement: z
            .strictObject({
              part: z.enum(['avance', 'solde']),
              a: z.enum(['porteur', 'editeur']),
              pourcent: z.number().min(0).max(100).nullable(),
              montant,
            })
            .nullable(),
          passee: z.boolean().describe('Finie à la date de référence.'),
          regle: z.string().nullable(),
        }),
      )
      .describe("Dans l'ordre des dates."),
    avertissements,
    sources: regles,
  })
  .describe("Les dates d'un projet depuis la signature de sa convention.");
