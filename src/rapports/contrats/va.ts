import { z } from 'zod';
import { TYPES_PROJET } from '../../domaine/financement/commun.ts';
import { CODES_CONDITIONS, ELEMENTS, ETATS_CONDITION, OBLIGATIONS } from '../../domaine/va.ts';
import { SCHEMA_VA, SCHEMA_VSR } from '../va/json.ts';
import { anomaliesCommunes, date, indexServi, mois, outil, sources } from './commun.ts';
import { resultat } from './indicateurs.ts';
import { tableauVa } from './releve.ts';

const texte = z.string().nullable();
const ouiNon = z.boolean().nullable().describe('Déclaré dans la table essms ; null : non dit.');
const etat = z.enum(ETATS_CONDITION);
const obligation = z.enum(OBLIGATIONS).describe('V5 : ce que cet acte est pour ce type de projet.');
const origine = z.enum(['calcule', 'declare']).describe('Calculé depuis les exports, ou déclaré.');

const condition = z.strictObject({
  code: z.enum(CODES_CONDITIONS),
  origine,
  etat,
  faux: z.array(z.enum(ELEMENTS)).describe("Ce qui n'est pas rempli."),
  inconnus: z.array(z.enum(ELEMENTS)).describe('Ce que les données ne disent pas.'),
});

const essms = z.strictObject({
  finess_et: z.string(),
  libelle: z.string(),
  logiciel: texte,
  type_projet: z.enum(TYPES_PROJET).nullable(),
  obligation,
  deploiement_termine: ouiNon,
  formations_terminees: ouiNon,
  tableau_va: tableauVa.nullable().describe('V1 ; null : aucun mois mesuré.'),
  taux: z.array(resultat).describe('V3 : les trois indicateurs, sans seuil ; vide : aucun mois mesuré.'),
  etat: etat.describe('Le pire de ses conditions.'),
  conditions: z.array(condition),
});

const og = {
  finess_ej: z.string(),
  nom: texte,
  etat: etat.describe('Le pire de ses ESSMS.'),
  obligation,
  essms: z.array(essms),
};

const fin = {
  conditions: z
    .array(
      z.strictObject({
        code: z.enum(CODES_CONDITIONS),
        origine,
        source: z.strictObject({ document: z.string(), lieu: z.string(), texte: z.string() }),
      }),
    )
    .describe("D'où vient chaque condition."),
  a_savoir: z.array(z.string()).describe("Ce qui n'a pas été lu, ou ne se mesure pas."),
  anomalies: z.strictObject(anomaliesCommunes),
  sources,
  ...indexServi,
};

const fenetre = z.strictObject({ debut: date, fin: date, premiere_mesure: z.boolean() });
const definitions = z.record(z.string(), z.string());
const grappe = z.strictObject({ nom: texte, porteur_finess_ej: texte, convention: date.nullable() });

/** Le contrat `esms/va@1`. */
export const contratVa = z
  .strictObject({
    schema: z.literal(SCHEMA_VA),
    outil,
    mois,
    date_reference: date,
    fenetre,
    definitions,
    grappe,
    etat,
    og: z.array(z.strictObject(og)),
    ...fin,
  })
  .describe("Les conditions de la vérification d'aptitude, ESSMS par ESSMS.");

/** Le contrat `esms/vsr@1`. */
export const contratVsr = z
  .strictObject({
    schema: z.literal(SCHEMA_VSR),
    outil,
    mois: mois.nullable().describe("null : aucun mois demandé, rien n'est mesuré."),
    date_reference: date,
    fenetre: fenetre.nullable(),
    definitions: definitions.nullable(),
    grappe,
    etat,
    date_indicative: z
      .strictObject({
        date: date.describe('Dix-huit mois après la convention.'),
        convention: date.describe(
          "Convention ARS/porteur : elle précède le contrat avec l'éditeur, la date est donc au plus tôt.",
        ),
      })
      .nullable()
      .describe("null : la convention n'est pas datée."),
    og: z.array(
      z.strictObject({
        ...og,
        indicateurs: z.array(resultat).describe("Cibles d'usage, que le solde demande avec la VSR."),
      }),
    ),
    ...fin,
  })
  .describe('Les conditions de la vérification de service régulier, ESSMS par ESSMS.');
