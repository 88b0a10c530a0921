import { z } from 'zod';
import { MOTIFS_ECART } from '../../domaine/financement/depenses.ts';
import { CODES_LIGNES } from '../../domaine/financement/forfaits.ts';
import { SCHEMA_DEPENSES } from '../depenses/json.ts';
import { date } from './commun.ts';
import { debut, fin, somme } from './dossier.ts';
import { avertissements, montant } from './montants.ts';

/** Un avoir est négatif. */
const signe = z.number().describe("En euros TTC ; négatif si les avoirs l'emportent.");

const rapprochement = {
  prevu: z.strictObject(somme),
  paye: signe,
  engage: signe.describe('Commandé ou facturé, pas encore payé.'),
  reste: montant.describe('null si le forfait est inconnu.'),
  depassement: montant.describe('null si le forfait est inconnu.'),
};

const groupe = z.strictObject({
  identifiant: z.string().describe('finess_et, finess_ej, ou « grappe ».'),
  libelle: z.string(),
  finess_ej: z.string().nullable(),
  postes: z.array(
    z.strictObject({ poste: z.enum([...CODES_LIGNES, 'total']), ...rapprochement, plafond: z.boolean() }),
  ),
  total: z
    .strictObject(rapprochement)
    .describe('Reste et dépassement sont les sommes des postes : un forfait ne se reporte pas sur un autre.'),
  non_reparti: signe.describe('Du total, ce qui ne se rattache à aucun ESSMS.'),
});

/** Le contrat `esms/depenses@1`. */
export const contratDepenses = z
  .strictObject({
    schema: z.literal(SCHEMA_DEPENSES),
    ...debut,
    periode: z.strictObject({ debut: date.nullable(), fin: date.nullable() }),
    lues: signe.describe('Lues = retenues + écartées, au centime.'),
    retenues: signe,
    ecartees: signe,
    grappe: groupe,
    og: z.array(groupe),
    essms: z.array(groupe),
    depenses: z.array(
      z.strictObject({
        fichier: z.string(),
        ligne: z.int().min(1),
        date,
        fournisseur: z.string(),
        objet: z.string().nullable(),
        poste: z.enum(CODES_LIGNES).exclude(['amorcage']),
        montant_ttc: signe,
        numero_facture: z.string().nullable(),
        finess_et: z.string().nullable(),
        finess_ej: z.string().nullable().describe("L'OG qui la porte ; null : toute la grappe."),
        paye_le: date.nullable(),
        etat: z.enum(['payee', 'engagee']),
        ecart: z
          .strictObject({ motif: z.enum(MOTIFS_ECART), message: z.string() })
          .nullable()
          .describe('Pourquoi elle est mise à part, hors des sommes comparées aux forfaits.'),
      }),
    ),
    avertissements,
    ...fin,
  })
  .describe("État récapitulatif des dépenses d'une grappe.");
