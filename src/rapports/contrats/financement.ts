import { z } from 'zod';
import { TYPES_PROJET } from '../../domaine/financement/commun.ts';
import { ETATS_ELIGIBILITE } from '../../domaine/financement/eligibilite.ts';
import { CODES_LIGNES, LECTURES_REDUIT } from '../../domaine/financement/forfaits.ts';
import { SECTEURS, type Secteur } from '../../domaine/secteur.ts';
import { SCHEMA_FINANCEMENT } from '../financement/json.ts';
import { compte, date } from './commun.ts';
import { debut, fin, somme } from './dossier.ts';
import { avertissements, montant, regles } from './montants.ts';

const code = z.enum(CODES_LIGNES);
const lecture = z.enum(LECTURES_REDUIT);
const total = z.strictObject(somme);

const ligne = z.strictObject({
  code,
  montant,
  raison: z.string().nullable().describe('Pourquoi le montant est inconnu.'),
  detail: z.string().nullable().describe('Tarif, prorata.'),
  plafond: z.boolean().describe("Un maximum, que l'ARS instruit."),
  regle: z.string().nullable().describe('Identifiant de la règle, détaillée dans « sources ».'),
});

const sons = z
  .strictObject({
    vague: z.int().min(1),
    essms_og: compte.describe("ESSMS de l'OG : ils donnent la tranche."),
    essms_commande: compte.describe('ESSMS de la commande : ils font le montant.'),
    essms: z.array(z.string()).describe('finess_et de la commande.'),
    essms_inconnus: z.array(z.string()).describe('finess_et dont eligible_sons ou dui_reference est vide.'),
    tranche: z.string().nullable(),
    montant_unitaire: montant,
    montant,
    avance: montant,
    solde: montant,
    compte: z.boolean().describe('Faux : vague close, montant à titre historique, hors des totaux.'),
    raison: z.string().nullable(),
  })
  .describe("La Prestation Ségur payée à l'éditeur.");

const og = z.strictObject({
  finess_ej: z.string(),
  essms: compte.describe('ESSMS financés dans la grappe.'),
  taille: compte.describe("ESSMS de l'OG, hors grappe compris."),
  taille_supposee: z.boolean().describe("Vrai : c'est le nombre d'ESSMS de la table essms."),
  petit_og: z.boolean().nullable(),
  ...somme,
  sons: sons.nullable(),
});

const essms = z.strictObject({
  finess_et: z.string(),
  finess_ej: z.string(),
  libelle: z.string(),
  secteur: z.enum(Object.keys(SECTEURS) as Secteur[]).nullable(),
  type_projet: z.enum(TYPES_PROJET).nullable(),
  etat: z.enum(ETATS_ELIGIBILITE),
  rang: z.int().min(1).describe('Rang parmi les ESSMS financés, par numéro FINESS (hypothèse).'),
  tarif: z.enum(['plein', 'reduit', 'aucun']).nullable(),
  lignes: z.array(ligne),
  ...somme,
});

const versement = z.strictObject({
  dispositif: z.enum(['esms_numerique', 'sons']),
  beneficiaire: z.enum(['porteur', 'editeur']),
  finess_ej: z.string().nullable().describe("Le porteur, ou l'OG qui commande."),
  logiciels: z.array(z.string()),
  part: z.enum(['avance', 'solde']),
  pourcent: z.number().nullable(),
  montant,
  date: date.nullable(),
  quand: z.string(),
  preuve: z.string(),
  compte: z.boolean(),
  partiel: z.boolean().describe('Vrai : le montant ne porte que sur ce qui est connu.'),
});

/** Le contrat `esms/financement@1`. */
export const contratFinancement = z
  .strictObject({
    schema: z.literal(SCHEMA_FINANCEMENT),
    ...debut,
    lecture: lecture.describe('Lecture du tarif réduit à partir de 50 ESSMS.'),
    convention: date.nullable(),
    fin: date.nullable().describe('Fin du délai du projet ; null si la convention ou le délai est inconnu.'),
    eligibilite: z.enum(ETATS_ELIGIBILITE).describe('Celle de la grappe.'),
    totaux: z.strictObject({
      forfaits: total.describe('Usages, logiciel, amorçage.'),
      plafonds: total.describe('Équipement et AMOA.'),
      porteur: total,
      editeurs: total.describe('SONS.'),
      ensemble: total,
      sons_historique: montant.unwrap().describe("SONS d'une vague close, hors des totaux."),
    }),
    forfaits: z.array(
      z.strictObject({
        code,
        quantite: compte,
        ...somme,
        plafond: z.boolean(),
        raisons: z.array(z.strictObject({ raison: z.string(), nombre: compte })),
      }),
    ),
    projet: z.array(ligne).describe('Les forfaits par projet : ils ne se répartissent pas entre les ESSMS.'),
    og: z.array(og),
    essms: z.array(essms),
    exclus: z
      .array(
        z.strictObject({
          finess_et: z.string(),
          finess_ej: z.string(),
          libelle: z.string(),
          raisons: z.array(z.string()),
        }),
      )
      .describe('ESSMS inéligibles, hors du plan.'),
    versements: z.array(versement),
    lectures: z.array(z.strictObject({ lecture, ...somme })).describe('Le porteur, selon chaque lecture.'),
    avertissements,
    sources: regles,
    ...fin,
  })
  .describe("Plan de financement d'une grappe.");
