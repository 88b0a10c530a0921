import { z } from 'zod';
import { date } from './commun.ts';

/** Les morceaux communs aux contrats de financement. */

/** Des euros TTC, deux décimales au plus. */
export const montant = z
  .number()
  .min(0)
  .nullable()
  .describe('En euros TTC, deux décimales au plus ; null : inconnu.');

/** Un nombre d'ESSMS. */
export const essms = z.int().min(1);

export const avertissements = z
  .array(
    z.strictObject({
      code: z.string().describe('Code stable, expliqué par « esms regles montrer CODE ».'),
      message: z.string(),
    }),
  )
  .describe(
    'Ce que les montants doivent dire de plus ; un constat (montant inconnu…) vaut le code de sortie 1.',
  );

export const regles = z
  .array(
    z.strictObject({
      regle: z.string().describe('Identifiant, à donner à « esms regles montrer ».'),
      titre: z.string(),
      source: z.string().describe('Titre, date et lieu dans le document.'),
      lecture: z.enum(['lue', 'reconstruite', 'secondaire', 'inconnue']),
      reserve: z.string().nullable().describe('Ce qui est abîmé ou reconstruit.'),
      debut: date,
      fin: date.nullable(),
      verifie_le: date.nullable(),
      fournie: z.boolean().describe('Vrai si la règle vient de --regles.'),
    }),
  )
  .describe('Les règles appliquées.');
