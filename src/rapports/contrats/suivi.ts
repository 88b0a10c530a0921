import { z } from 'zod';
import { NIVEAUX_DE_PREUVE } from '../../domaine/releve.ts';
import { CODES_INDICATEURS, ETATS, NIVEAUX } from '../../domaine/resultat.ts';
import { SECTEURS, type Secteur } from '../../domaine/secteur.ts';
import { LECTURES_PREUVE, MOTIFS } from '../../domaine/suivi.ts';
import { SCHEMA_SUIVI } from '../suivi/json.ts';
import { anomaliesCommunes, compte, date, mois, outil, taux } from './commun.ts';

const echeance = {
  au_plus_tot: date
    .nullable()
    .describe(
      'Fin du mois où la preuve peut être complète, tout étant atteint ensuite ; null : rien à attendre.',
    ),
  au_plus_tot_corrige: date
    .nullable()
    .describe('La même date, si ce qui manque ou reste incertain est corrigé.'),
};

const motif = z
  .enum(MOTIFS)
  .describe('Ce qui rompt la série. premiere_mesure_tardive : un autre relevé la précède.');

const mesure = z
  .strictObject({
    mois,
    etat: z.enum(ETATS).nullable().describe('null : mois absent, relevé altéré, ou absent du relevé.'),
    numerateur: compte.nullable(),
    denominateur: compte.nullable(),
    taux: taux.nullable().describe('En pour cent, tronqué à deux décimales.'),
    borne_basse: taux.nullable(),
    borne_haute: taux.nullable(),
    provisoire: z.boolean(),
    declare: z.boolean().describe('Déclaré par un tableau de bord, en tout ou partie.'),
    apport: z
      .enum(['probant', 'neutre', 'rompt'])
      .describe("probant : allonge la série ; neutre (hors_periode) : ni ne l'allonge ni ne la rompt."),
    motif: motif.nullable(),
  })
  .describe('Un indicateur, un mois.');

const serie = z.strictObject({
  indicateur: z.enum(CODES_INDICATEURS),
  cible: z.number().min(0).nullable().describe('En pour cent, au dernier relevé.'),
  serie: compte.describe('Mois consécutifs atteints ou dispensés, non provisoires, finissant au dernier.'),
  partages: compte.describe('Mois consécutifs partagés, quel que soit leur état, finissant au dernier.'),
  mois_restants: compte.describe(
    'Mois à venir, tous atteints, avant que la série suffise ; 0 : elle suffit.',
  ),
  mois_restants_corriges: compte,
  tendance: z
    .enum(['hausse', 'baisse', 'stable'])
    .nullable()
    .describe('Entre les deux derniers mois chiffrés ; null : rien de sûr.'),
  mesures: z.array(mesure).describe('Une par mois, dans leur ordre.'),
  blocages: z
    .array(
      z.strictObject({
        mois,
        motif,
        gestes: z.array(
          z.strictObject({
            geste: z.string(),
            essms: z.array(z.string()).describe('finess_et concernés ; vide : celui de la ligne.'),
          }),
        ),
      }),
    )
    .describe(
      "Les mois qui retiennent la série, le dernier d'abord, jusqu'au premier qu'aucune donnée ne corrige ; vide : il ne manque rien, ou seulement du temps.",
    ),
});

/** Le contrat `esms/suivi@1`. */
export const contratSuivi = z
  .strictObject({
    schema: z.literal(SCHEMA_SUIVI),
    outil: z.strictObject({ nom: z.literal('esms'), version: z.string() }),
    grappe: z
      .strictObject({ nom: z.string().nullable(), porteur_finess_ej: z.string().nullable() })
      .nullable()
      .describe('null : tous les relevés sont altérés.'),
    lecture_preuve: z.enum(LECTURES_PREUVE),
    premiere_mesure_compte: z.boolean(),
    preuve: z.strictObject({
      niveau: z
        .enum(NIVEAUX)
        .nullable()
        .describe('Celui qui fait foi ; null : pas dit, ou dit de deux façons.'),
      faite: z.boolean().describe('À ce niveau ; à défaut, à tous ceux qui sont montrés.'),
    }),
    mois: z.array(
      z.strictObject({
        mois,
        etat: z.enum(['releve', 'absent', 'altere']),
        premiere_mesure: z.enum(['comptee', 'non_comptee', 'tardive']).nullable(),
      }),
    ),
    niveaux: z.array(
      z.strictObject({
        niveau: z.enum(NIVEAUX),
        faite: z.boolean(),
        requis: compte.describe('Identifiants du niveau, hors ceux qui sont hors période.'),
        faits: compte,
        niveau_de_preuve: z.enum(NIVEAUX_DE_PREUVE),
        ...echeance,
      }),
    ),
    preuves: z
      .array(
        z.strictObject({
          niveau: z.enum(NIVEAUX),
          identifiant: z.string().describe('finess_et, finess_ej, ou « grappe »'),
          libelle: z.string(),
          secteur: z.enum(Object.keys(SECTEURS) as Secteur[]).nullable(),
          statut: z.enum(['faite', 'non_faite', 'sans_objet']),
          niveau_de_preuve: z
            .enum(NIVEAUX_DE_PREUVE)
            .describe("declare dès qu'un chiffre des trois derniers mois l'est."),
          ...echeance,
          a_faire: z.array(z.string()),
          series: z.array(serie),
        }),
      )
      .describe('Par niveau, du pire au meilleur.'),
    definitions: z.record(z.string(), z.string()).describe('Celles du dernier relevé intact.'),
    cibles: z.array(
      z.strictObject({
        indicateur: z.enum(CODES_INDICATEURS),
        valeur: z.number().min(0),
        reference: z.string(),
      }),
    ),
    releves: z.array(
      z.strictObject({
        fichier: z.string(),
        mois,
        etat: z.enum(['retenu', 'remplace', 'altere']),
        date_reference: date,
        empreinte: z.string(),
        outil,
      }),
    ),
    anomalies: z.strictObject(anomaliesCommunes),
  })
  .describe("Ce que des relevés mensuels prouvent de l'atteinte des cibles d'usage.");
