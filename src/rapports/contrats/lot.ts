import { z } from 'zod';
import { AVIS } from '../../domaine/lot.ts';
import { CODES_INDICATEURS, ETATS, NIVEAUX } from '../../domaine/resultat.ts';
import { LECTURES_PREUVE } from '../../domaine/suivi.ts';
import { SCHEMA_LOT } from '../lot/json.ts';
import { compte, date, indexServi, mois, outil, taux } from './commun.ts';

const texte = z.string().nullable();
const niveau = z.enum(NIVEAUX).nullable();

const piece = z
  .strictObject({ fichier: z.string().describe('Relatif à la soumission.'), presente: z.boolean() })
  .nullable()
  .describe('null : la convention ne la cite pas.');

const convention = z
  .strictObject({
    date: date.nullable(),
    niveau_preuve: niveau,
    echeance: date.nullable(),
    finess_et: z.array(z.string()),
    cibles: z.array(z.strictObject({ indicateur: z.enum(CODES_INDICATEURS), valeur: z.number().min(0) })),
    pv_vsr: piece,
    depenses: piece,
  })
  .nullable()
  .describe('Le bloc convention de depot.yaml ; null : la soumission ne le donne pas.');

const constat = z
  .strictObject({
    code: z.string().describe('Code stable, expliqué par « esms regles montrer CODE ».'),
    gravite: z.enum(['erreur', 'avertissement']),
    mois: mois.nullable(),
    identifiant: texte.describe('finess_et, finess_ej ou « grappe ».'),
    indicateur: z.enum(CODES_INDICATEURS).nullable(),
    message: z.string(),
    formule: z.string(),
    nombres: z.record(z.string(), z.union([z.number(), z.string()])),
    attendu: z.string().describe('La réponse attendue.'),
  })
  .describe("Ce qu'un contrôle a trouvé : un constat n'accuse personne.");

const soumission = z.strictObject({
  nom: z.string().describe('Le nom du sous-dossier.'),
  nature: z.enum(['depot', 'releves']),
  grappe: z
    .strictObject({ nom: texte, porteur_finess_ej: texte, niveau_preuve: niveau })
    .nullable()
    .describe('null : aucun relevé intact.'),
  convention,
  essms: compte.describe('ESSMS des relevés retenus ; leur détail est dans lot.csv.'),
  preuve: z.strictObject({
    niveau: niveau.describe('Celui de la convention, sinon des relevés ; null : pas dit.'),
    faite: z.boolean().describe('À ce niveau ; à défaut, aux trois.'),
  }),
  proposition: z
    .strictObject({
      avis: z.enum(AVIS),
      raisons: z.array(z.strictObject({ code: z.string(), message: z.string() })),
      appels: z.array(z.string()),
    })
    .nullable()
    .describe('Une proposition, jamais une décision.'),
  ensemble: z
    .array(
      z.strictObject({
        mois,
        indicateur: z.enum(CODES_INDICATEURS),
        etat: z.enum(ETATS),
        numerateur: compte.nullable(),
        denominateur: compte.nullable(),
        taux: taux.nullable(),
      }),
    )
    .describe('Au niveau de la grappe, par mois retenu.'),
  releves: z.array(
    z.strictObject({
      fichier: z.string(),
      mois,
      etat: z.enum(['retenu', 'remplace', 'altere']),
      date_reference: date,
      empreinte: z.string().describe("Recalculable par son auteur : elle ne prouve pas l'honnêteté."),
      version: z.string(),
      regles: z.string(),
    }),
  ),
  constats: z.array(constat),
  anomalies: z
    .strictObject({ erreurs: compte, avertissements: compte, par_code: z.record(z.string(), compte) })
    .describe('Les comptes de lecture que porte le dernier relevé intact.'),
});

/** Le contrat `esms/lot@1`. */
export const contratLot = z
  .strictObject({
    schema: z.literal(SCHEMA_LOT),
    outil,
    date_reference: date,
    mois: z.array(mois).nullable().describe('Mois demandés ; null : tous ceux des relevés.'),
    lecture_preuve: z.enum(LECTURES_PREUVE),
    premiere_mesure_compte: z.boolean(),
    soumissions: z.array(soumission).describe('Par nom.'),
    echecs: z
      .array(z.strictObject({ nom: z.string(), code: z.string(), message: z.string(), aide: z.string() }))
      .describe("Ce qui n'a pas pu être traité."),
    ...indexServi,
  })
  .describe(
    'Un lot de soumissions : relevés, constats et propositions. Le détail par ESSMS est dans lot.csv.',
  );
