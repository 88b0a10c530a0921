import { z } from 'zod';
import { AGREGATS_ESSMS } from '../../domaine/finess/import.ts';
import { CODES_RAISON } from '../../domaine/finess/verification.ts';
import { SECTEURS, type Secteur } from '../../domaine/secteur.ts';
import { SCHEMA_IMPORT } from '../finess/import-json.ts';
import { SCHEMA_PERIMETRE } from '../finess/perimetre-json.ts';
import { SCHEMA_RECHERCHE } from '../finess/recherche-json.ts';
import { SCHEMA_VERIFICATION_FINESS } from '../finess/verification-json.ts';
import { compte, date, index } from './commun.ts';

const secteur = z.enum(Object.keys(SECTEURS) as [Secteur, ...Secteur[]]).nullable();
const texte = z.string().nullable();
const jugement = z.boolean().nullable().describe('null : à vérifier, ou hors de la nomenclature.');

/** Le contrat `esms/finess-import@1`. */
export const contratFinessImport = z
  .strictObject({
    schema: z.literal(SCHEMA_IMPORT),
    etablissements: compte.describe('Lus, ouverts ou non ; un numéro lu dans deux fichiers compte une fois.'),
    ouverts: compte.describe("Ouverts, et d'une entité juridique ouverte."),
    entites_juridiques: compte.describe('Lues, ou citées par un établissement.'),
    cles_invalides: compte.describe('Numéros dont la clé de Luhn est fausse.'),
    par_agregat: z
      .strictObject(Object.fromEntries(AGREGATS_ESSMS.map((deux) => [deux, compte])))
      .describe('Établissements ouverts, par agrégat de catégories (deux premiers chiffres).'),
  })
  .describe("Ce qu'un import du répertoire a lu.");

/** Le contrat `esms/finess-verification@1`. */
export const contratFinessVerification = z
  .strictObject({
    schema: z.literal(SCHEMA_VERIFICATION_FINESS),
    index: index.nullable().describe('null : sans index, seules la forme et la clé sont contrôlées.'),
    numeros: z.array(
      z.strictObject({
        numero: z.string(),
        finess_ej_declare: texte,
        ligne: z.int().min(1).nullable().describe('Ligne physique du fichier (--fichier).'),
        etat: z.enum(['conforme', 'a_corriger', 'partiel']),
        raisons: z.array(z.strictObject({ code: z.enum(CODES_RAISON), message: z.string() })),
        fiche: z
          .strictObject({
            role: z.enum(['etablissement', 'entite_juridique']),
            nom: texte,
            ouvert: z.boolean(),
            finess_ej: z.string(),
            nom_ej: texte,
            acheminement: texte,
            categorie: z.strictObject({ code: z.string(), libelle: texte }).nullable(),
            secteur,
            essms: jugement.describe("ESSMS au sens de l'article L. 312-1 ; null : à vérifier."),
            sons: jugement.describe('Catégorie finançable par le SONS, vague 1 ; null : à vérifier.'),
          })
          .nullable(),
        suggestion: z.strictObject({ numero: z.string(), nom: z.string() }).nullable(),
      }),
    ),
  })
  .describe('Le contrôle de numéros FINESS, un par numéro demandé.');

/** Le contrat `esms/finess-recherche@1`. */
export const contratFinessRecherche = z
  .strictObject({
    schema: z.literal(SCHEMA_RECHERCHE),
    index,
    criteres: z.strictObject({
      mots: z.string(),
      departement: texte,
      categorie: texte,
      secteur,
      finess_ej: texte,
      fermes: z.boolean(),
      limite: compte,
    }),
    total: compte.describe('Combien conviennent, la limite mise à part.'),
    resultats: z.array(
      z.strictObject({
        finess_et: z.string(),
        finess_ej: z.string(),
        nom: z.string(),
        nom_ej: texte,
        acheminement: texte,
        departement: texte,
        categorie: texte,
        libelle_categorie: texte,
        secteur,
        ouvert: z.boolean(),
      }),
    ),
  })
  .describe('Une recherche dans le répertoire, du plus ressemblant au moins ressemblant.');

/** Le contrat `esms/finess-perimetre@1`. */
export const contratFinessPerimetre = z
  .strictObject({
    schema: z.literal(SCHEMA_PERIMETRE),
    index,
    finess_ej: z.string(),
    nom: texte,
    tous: z.boolean(),
    autres_etablissements: compte.describe(
      "Ouverts, laissés de côté : leur catégorie n'est pas celle d'un ESSMS.",
    ),
    essms: z.array(
      z.strictObject({
        finess_et: z.string(),
        finess_ej: z.string(),
        raison_sociale: z.string(),
        categorie: texte,
        secteur,
        departement: texte,
        date_ouverture: date.nullable(),
        essms: jugement,
      }),
    ),
  })
  .describe("Le périmètre d'un organisme, d'après le répertoire.");
