import { z } from 'zod';
import { NIVEAUX_DE_PREUVE } from '../../domaine/releve.ts';
import { CODES_INDICATEURS, NIVEAUX } from '../../domaine/resultat.ts';
import { SECTEURS, type Secteur } from '../../domaine/secteur.ts';
import { SCHEMA_RELEVE } from '../releve/json.ts';
import { compte, date, mois, outil } from './commun.ts';
import { resultat } from './indicateurs.ts';

const texte = z.string().nullable();
const compteOuNull = compte.nullable().describe('null : les données ne permettent pas de le compter.');
const part = { nombre: compte, total: compte };
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const essms = z.strictObject({
  finess_et: z.string(),
  finess_ej: z.string(),
  libelle: z.string(),
  categorie: texte,
  secteur: z.enum(Object.keys(SECTEURS) as Secteur[]).nullable(),
  mode_accueil: texte,
  departement: texte,
  type_projet: texte,
  logiciel: texte,
  places: compte.nullable(),
  personnes_declarees: compte
    .nullable()
    .describe("Effectifs déclarés (P4) ; null : aucune ligne d'effectifs."),
  population: compte
    .nullable()
    .describe("Personnes lues dans les dossiers ; null : dossiers ne couvre pas l'ESSMS."),
  preuve: z.enum(NIVEAUX_DE_PREUVE).describe("declare dès qu'un indicateur est déclaré, et non calculé."),
  declares: z.array(z.enum(CODES_INDICATEURS)).describe('Les indicateurs déclarés.'),
});

export const tableauVa = z
  .strictObject({
    finess_et: z.string(),
    documents_avec_ins: compteOuNull,
    documents_sans_ins: compteOuNull,
    documents: compteOuNull,
    messages_professionnels: compteOuNull,
    messages_usagers: compteOuNull,
    dossiers_dmp: compteOuNull,
    dossiers_mss_professionnel: compteOuNull,
    dossiers_mss_usager: compteOuNull,
    dossiers_trois_actions: compteOuNull,
  })
  .describe("Tableau de bord de la vérification d'aptitude (V1).");

const qualite = z.strictObject({
  finess_et: z.string(),
  un_seul_evenement: z
    .strictObject(part)
    .nullable()
    .describe(
      "Dossiers de la population qui n'ont, c'est prouvé, qu'un événement retenu, sur ceux qui en ont.",
    ),
  premiere_trace_meme_jour: z
    .strictObject({ ...part, jour: date.nullable() })
    .nullable()
    .describe(
      'Dossiers dont la première trace tombe le jour le plus chargé, hors des trois premiers de la fenêtre.',
    ),
  saisies_tardives: z
    .strictObject(part)
    .nullable()
    .describe('Événements saisis plus de cinq jours après la fenêtre, sur ceux dont la saisie est datée.'),
});

/** Le contrat `esms/releve@1`. */
export const contratReleve = z
  .strictObject({
    schema: z.literal(SCHEMA_RELEVE),
    outil,
    grappe: z.strictObject({
      nom: texte,
      porteur_finess_ej: texte,
      niveau_preuve: z
        .enum(NIVEAUX)
        .nullable()
        .describe('Le niveau qui fait foi ; null : la convention ne le dit pas.'),
    }),
    mois,
    fenetre: z.strictObject({ debut: date, fin: date, premiere_mesure: z.boolean() }),
    date_reference: date,
    definitions: z.record(z.string(), z.string()),
    cibles: z.array(
      z.strictObject({
        indicateur: z.enum(CODES_INDICATEURS),
        valeur: z.number().min(0),
        reference: z.string(),
      }),
    ),
    perimetre: z.array(essms),
    resultats: z
      .array(resultat)
      .describe("Les trois niveaux, dans l'ordre : niveau, identifiant, indicateur."),
    tableau_va: z.array(tableauVa),
    qualite: z.array(qualite),
    anomalies: z.strictObject({
      erreurs: compte,
      avertissements: compte,
      par_code: z.record(z.string(), compte).describe('Comptes par code, sans aucune valeur.'),
    }),
    sources: z.array(
      z.strictObject({
        table: z.string(),
        fichier: z.string().describe('Nom du fichier, sans son chemin.'),
        sha256,
        logiciel: texte,
        date_extraction: date.nullable(),
        lignes: compte,
        retenues: compte,
        rejetees: compte,
        ecartees: compte,
      }),
    ),
    empreinte: sha256.describe('SHA-256 du contenu canonique : clés triées, sans espace, sans cette clé.'),
  })
  .describe("Le relevé d'un mois : ce qu'un organisme transmet, sans identifiant de personne ni chemin.");

/** Un relevé tel que son contrat l'écrit. */
export type ReleveEcrit = z.output<typeof contratReleve>;
