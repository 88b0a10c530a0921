import { z } from 'zod';

/** Les morceaux communs aux contrats JSON. Chaque description est publiée par `esms schema`. */

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const mois = z.string().regex(/^\d{4}-\d{2}$/);
export const compte = z.int().min(0);
export const taux = z.number().min(0);

export const outil = z
  .strictObject({
    nom: z.literal('esms'),
    version: z.string().describe('Version du programme.'),
    regles: sha256.describe('Empreinte SHA-256 des règles : deux sorties de même empreinte se comparent.'),
    regles_fournies: z
      .array(z.string())
      .min(1)
      .optional()
      .describe("Les règles que l'usager a fournies par --regles ; absent s'il n'en a pas fourni."),
  })
  .describe('Le programme et les règles qui ont produit cette sortie.');

const anomalie = z
  .strictObject({
    code: z.string().describe('Code stable, expliqué par « esms regles montrer CODE ».'),
    gravite: z.enum(['erreur', 'avertissement']),
    fichier: z.string().nullable().describe('Chemin relatif au dépôt.'),
    ligne: compte.nullable().describe('Ligne physique du fichier, à partir de 1.'),
    colonne: z.string().nullable(),
    valeur: z.string().nullable().describe('Valeur fautive ; « ••• » si elle est masquée.'),
    message: z.string(),
    aide: z.string().describe("Ce que l'usager doit faire."),
  })
  .describe('Un constat localisé.');

/** Champs communs des bilans d'anomalies. */
export const anomaliesCommunes = {
  erreurs: compte.describe('Nombre total, même au-delà du détail.'),
  avertissements: compte.describe('Nombre total, même au-delà du détail.'),
  details: z.array(anomalie).describe('Détail borné par --max-anomalies.'),
};

export const sources = z
  .array(
    z.strictObject({
      table: z.string(),
      fichier: z.string().describe('Chemin relatif au dépôt.'),
      sha256: sha256.describe("Empreinte des octets du fichier tel qu'il est."),
      lignes: compte.describe('Lignes lues : retenues + rejetées + écartées.'),
      retenues: compte,
      rejetees: compte.describe('Lignes illisibles : une erreur chacune.'),
      ecartees: compte.describe("Lignes lisibles, hors du périmètre ou d'un dossier inconnu."),
    }),
  )
  .describe('Les fichiers lus, avec leurs comptes.');

export const index = z
  .strictObject({
    date_extraction: date.nullable().describe('La plus récente des extractions importées.'),
    etablissements: compte,
    empreintes: z.array(z.string()).describe('SHA-256 des fichiers importés.'),
  })
  .describe("L'index d'où viennent ces réponses.");

/** Absent sans index : les sorties d'un poste qui n'en a pas ne changent pas. */
export const indexServi = {
  index_finess: index.optional().describe("L'index FINESS dont les contrôles se sont servis."),
};
