import { z } from 'zod';
import { CODES_INDICATEURS, ETATS, NIVEAUX } from '../../domaine/resultat.ts';
import { SECTEURS, type Secteur } from '../../domaine/secteur.ts';
import { SCHEMA_INDICATEURS } from '../indicateurs/json.ts';
import { anomaliesCommunes, compte, date, indexServi, mois, outil, sources, taux } from './commun.ts';

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

const sensibilite = z
  .strictObject({
    niveau: z.enum(NIVEAUX),
    identifiant: z.string(),
    indicateur: z.enum(CODES_INDICATEURS),
    etat: z.enum(ETATS).describe('État sous les définitions en vigueur, celui du résultat.'),
    tient: z.boolean().describe('Vrai si cet état est le même sous toutes les définitions.'),
    combinaisons: compte.describe(
      "Combinaisons des définitions dont l'indicateur dépend ; celles qui ne le changent pas sont confondues.",
    ),
    etats: z
      .array(
        z.strictObject({
          etat: z.enum(ETATS),
          nombre: compte.describe('Combinaisons sous lesquelles la cible a cet état.'),
          conditions: z
            .array(z.record(z.string(), z.array(z.string()).min(1)))
            .min(1)
            .describe(
              "L'une de ces conditions : par définition, les valeurs admises ; une définition absente : n'importe laquelle.",
            ),
        }),
      )
      .min(1)
      .describe("L'état en vigueur d'abord."),
  })
  .describe("Ce que les définitions laissées ouvertes changent à l'état d'un résultat.");

/** Un résultat, à l'un des trois niveaux. */
export const resultat = z.discriminatedUnion('niveau', [resultatEssms, agregat]);

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
    resultats: z.array(resultat).describe("Dans l'ordre : niveau, identifiant, indicateur."),
    sensibilite: z
      .array(sensibilite)
      .optional()
      .describe('Avec --sensibilite : une entrée par résultat, dans le même ordre.'),
    anomalies: z.strictObject(anomaliesCommunes),
    sources,
    ...indexServi,
  })
  .describe("Indicateurs d'usage du programme ESMS Numérique.");
