import { z } from 'zod';
import { GESTES, INDICATEURS_NOMMABLES, SITUATIONS } from '../../domaine/reste-a-faire.ts';
import { CODES_INDICATEURS, ETATS } from '../../domaine/resultat.ts';
import { SECTEURS, type Secteur } from '../../domaine/secteur.ts';
import { SCHEMA_RESTE_A_FAIRE } from '../reste-a-faire/json.ts';
import { anomaliesCommunes, compte, date, indexServi, mois, outil, sources } from './commun.ts';

const parSituation = z.strictObject({ actif: compte, inactif: compte, indetermine: compte });

const indicateur = z.strictObject({
  indicateur: z.enum(CODES_INDICATEURS),
  etat: z.enum(ETATS),
  numerateur: compte.nullable(),
  denominateur: compte.nullable(),
  cible: z.number().min(0).describe('En pour cent.'),
  reste_a_faire: compte.nullable().describe('Ce qui manque au numérateur pour atteindre la cible.'),
  nommable: z
    .boolean()
    .describe('Faux : un volume (mssante), des décomptes, un export absent, une dispense ; aucun dossier.'),
  listes: parSituation.describe(
    "Dossiers à qui l'indicateur manque, présents à la date de référence ; indicateur ne le change pas.",
  ),
  sortis: parSituation.describe('Les mêmes, sortis : comptés dans les taux, jamais nommés.'),
});

/** Le contrat `esms/reste-a-faire@1`. */
export const contratResteAFaire = z
  .strictObject({
    schema: z.literal(SCHEMA_RESTE_A_FAIRE),
    donnees_personnelles: z.literal(true).describe('Cette sortie porte des identifiants de dossier.'),
    outil,
    mois,
    mois_clos: z.boolean().describe('Fini depuis plus de dix jours : la liste explique, rien ne se saisit.'),
    date_reference: date,
    fenetre: z.strictObject({ debut: date, fin: date, premiere_mesure: z.boolean() }),
    definitions: z.record(z.string(), z.string()),
    indicateur: z.enum(CODES_INDICATEURS).nullable().describe('null : la liste les prend tous.'),
    finess_et: z.string().nullable().describe('null : tout le périmètre.'),
    essms: z.array(
      z.strictObject({
        finess_et: z.string(),
        finess_ej: z.string(),
        libelle: z.string(),
        secteur: z.enum(Object.keys(SECTEURS) as Secteur[]).nullable(),
        population: compte,
        dossiers: compte.describe('Dossiers de la liste.'),
        prioritaires: compte.describe(
          "Parmi eux, ceux dont le premier geste sert une cible que l'ESSMS n'atteint pas.",
        ),
        sortis: compte.describe('Personnes sorties à qui il manque quelque chose : jamais nommées.'),
        indicateurs: z.array(indicateur),
      }),
    ),
    dossiers: z
      .array(
        z.strictObject({
          finess_et: z.string(),
          id_dossier: z.string(),
          situation: z.enum(SITUATIONS),
          manques: z.array(z.enum(INDICATEURS_NOMMABLES)).min(1),
          geste: z.enum(GESTES).describe('Le premier geste.'),
          regle: z
            .array(z.enum(INDICATEURS_NOMMABLES))
            .min(1)
            .describe('Ce que ce geste règle, daté de la fenêtre : un ou deux indicateurs.'),
          clos_sans_sortie: z.boolean().describe("Clos sans date de sortie : la dater d'abord."),
        }),
      )
      .describe("Par ESSMS ; d'abord ceux dont un geste règle le plus."),
    anomalies: z.strictObject(anomaliesCommunes),
    sources,
    ...indexServi,
  })
  .describe("La liste de travail d'un mois, dossier par dossier.");
