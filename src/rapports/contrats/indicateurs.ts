import { z } from 'zod';
import { CODES_INDICATEURS, ETATS, type NIVEAUX } from '../../domaine/resultat.ts';
import { SECTEURS, type Secteur } from '../../domaine/secteur.ts';
import { SCHEMA_INDICATEURS } from '../indicateurs/json.ts';
import { anomaliesCommunes, compte, date, mois, outil, sources, taux } from './commun.ts';

const commun = {
  libelle: z.string(),
  secteur: z.enum(Object.keys(SECTEURS) as Secteur[]).nullable(),
  indicateur: z.enum(CODES_INDICATEURS),
  numerateur: compte.nullable().describe("null si l'état est non_evaluable, dispense ou hors_periode."),
  denominateur: compte.nullable(),
  taux: taux.nullable().describe('En pour cent, tronqué à deux décimales.'),
  borne_basse: taux.nullable().describe('Plus petit taux que les données permettent.'),
  borne_haute: taux
    .nullable()
    .describe("Plus grand taux que les données permettent ; null s'il n'y en a pas."),
  cible: z.number().min(0).describe('En pour cent.'),
  etat: z
    .enum(ETATS)
    .describe('atteint si la borne basse vaut la cible, non_atteint si la borne haute est dessous.'),
  reste_a_faire: compte.nullable().describe('Ce qui manque au numérateur pour atteindre la cible.'),
  provisoire: z.boolean().describe('Exports antérieurs à la fin de la période : jamais probant.'),
  avertissements: z.array(z.strictObject({ code: z.string(), nombre: compte, message: z.string() })),
};

const resultatEssms = z
  .strictObject({ niveau: z.literal('essms'), identifiant: z.string().describe('finess_et'), ...commun })
  .describe("Un indicateur d'un ESSMS.");

const agregat = z
  .strictObject({
    niveau: z.enum(['og', 'grappe'] satisfies (typeof NIVEAUX)[number][]),
    identifiant: z.string().describe('finess_ej, ou « grappe »'),
    ...commun,
    essms_evalues: compte,
    essms_atteints: compte.describe('ESSMS évalués qui atteignent la cible.'),
    plus_bas: z
      .strictObject({ identifiant: z.string(), taux })
      .nullable()
      .describe('ESSMS au taux le plus bas ; le plus petit FINESS à égalité.'),
    partiel: z.literal(true).optional().describe("Présent s'il manque un ESSMS, avec manquants."),
    manquants: z.array(z.string()).min(1).optional().describe('finess_et non évaluables faute de données.'),
  })
  .describe("Un indicateur d'un OG ou de la grappe : des sommes, jamais une moyenne de taux.");

/** Le contrat `esms/indicateurs@1`. */
export const contratIndicateurs = z
  .strictObject({
    schema: z.literal(SCHEMA_INDICATEURS),
    outil,
    mois: mois.describe('Mois mesuré.'),
    date_reference: date.describe('Date à laquelle la mesure est faite.'),
    fenetre: z
      .strictObject({ debut: date, fin: date, premiere_mesure: z.boolean() })
      .describe('Fenêtre de mesure, bornes comprises.'),
    definitions: z.record(z.string(), z.string()).describe('Définitions en vigueur, par nom.'),
    resultats: z
      .array(z.discriminatedUnion('niveau', [resultatEssms, agregat]))
      .describe("Dans l'ordre : niveau, identifiant, indicateur."),
    anomalies: z.strictObject(anomaliesCommunes),
    sources,
  })
  .describe("Indicateurs d'usage du programme ESMS Numérique.");
