import { z } from 'zod';
import { CODES_LIGNES } from '../../domaine/financement/forfaits.ts';
import { SCHEMA_FORFAITS } from '../forfaits/json.ts';
import { avertissements, montant } from './montants.ts';

/** Le contrat `esms/forfaits@1`. */
export const contratForfaits = z
  .strictObject({
    schema: z.literal(SCHEMA_FORFAITS),
    annee: z.int(),
    lignes: z.array(
      z.strictObject({
        code: z.enum(CODES_LIGNES),
        libelle: z.string(),
        quantite: z.int().min(1).describe('ESSMS financés, ou 1 pour un forfait par projet.'),
        montant,
        source: z.string().describe("D'où vient le montant, et comment il a été lu."),
      }),
    ),
    total: montant.describe("null dès qu'une ligne est inconnue."),
    avance: montant,
    solde: montant.describe("Le total moins l'avance, au centime."),
    fourchette: z
      .strictObject({ min: montant, max: montant })
      .describe('Le total selon les trois lectures du tarif réduit ; les mêmes sous le seuil national.'),
    avertissements,
  })
  .describe("Les forfaits ESMS Numérique d'un projet.");
