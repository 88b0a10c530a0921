import { z } from 'zod';
import { ETATS_VAGUE } from '../../domaine/financement/sons.ts';
import { SCHEMA_SONS } from '../sons/json.ts';
import { SCHEMA_SONS_LISTE } from '../sons/liste-json.ts';
import { anomaliesCommunes, compte, date, sources } from './commun.ts';
import { avertissements, essms, montant, regles } from './montants.ts';

const vague = z.int().min(1);

const montants = {
  tranche: z
    .strictObject({
      code: z.string(),
      de: essms,
      a: essms.nullable().describe('null : sans borne.'),
      montant_unitaire: montant,
    })
    .nullable()
    .describe("La tranche de l'organisme ; null : barème inconnu."),
  essms_og: essms.describe("ESSMS de l'organisme : il donne la tranche."),
  essms_commande: essms.describe('ESSMS de la commande : payés au tarif de la tranche.'),
  montant,
  avance: montant,
  solde: montant.describe("Le montant moins l'avance, au centime."),
};

/** Le contrat `esms/sons@1`. */
export const contratSons = z
  .strictObject({ schema: z.literal(SCHEMA_SONS), vague, ...montants, avertissements, sources: regles })
  .describe("Le SONS de la commande d'un organisme.");

/** Le contrat `esms/sons-liste@1`. */
export const contratSonsListe = z
  .strictObject({
    schema: z.literal(SCHEMA_SONS_LISTE),
    vague,
    date_reference: date,
    etat_vague: z.enum(ETATS_VAGUE),
    resultats: z
      .array(
        z.strictObject({
          finess_ej: z.string(),
          ligne: z.int().min(1).describe('Ligne physique du fichier.'),
          ...montants,
          avertissements,
        }),
      )
      .describe("Un par ligne retenue, dans l'ordre du fichier."),
    totaux: z.strictObject({
      organismes: compte,
      essms_commande: compte,
      montant,
      avance: montant,
      solde: montant,
    }),
    avertissements: avertissements.describe('Ceux de la vague, qui valent pour tous.'),
    anomalies: z.strictObject(anomaliesCommunes),
    fichiers: sources,
    sources: regles,
  })
  .describe("Le SONS d'une liste d'organismes.");
