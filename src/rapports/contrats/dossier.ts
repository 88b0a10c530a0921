import { z } from 'zod';
import { anomaliesCommunes, compte, date, indexServi, outil, sources } from './commun.ts';
import { montant } from './montants.ts';

/** Ce qui ouvre les contrats d'un dossier de grappe. */
export const debut = {
  outil,
  annee: z.int().describe("L'année de l'instruction dont les règles sont appliquées."),
  annee_supposee: z.boolean().describe("Vrai : c'est celle de la convention, personne ne l'a donnée."),
  date_reference: date,
  nom: z.string().nullable().describe('Nom de la grappe.'),
  porteur_finess_ej: z.string().nullable(),
};

/** Ce qui les ferme. */
export const fin = { anomalies: z.strictObject(anomaliesCommunes), fichiers: sources, ...indexServi };

/** Une somme qui peut être partielle. */
export const somme = {
  connu: montant.unwrap().describe('Ce qui est connu, en euros TTC.'),
  inconnues: compte.describe(
    'Montants inconnus, hors de « connu » ; au-dessus de zéro, la somme est partielle.',
  ),
};
