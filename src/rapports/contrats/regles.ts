import { z } from 'zod';
import { SCHEMA_REGLES } from '../regles/json.ts';
import { compte, date, outil } from './commun.ts';

const valeur = z
  .strictObject({
    debut: date,
    fin: date.nullable().describe('Dernier jour compris ; null sans terme connu.'),
    valeur: z.unknown().describe("Selon le type ; l'argent en euros ; null si elle est inconnue."),
    raison: z.string().nullable().describe('Pourquoi elle est inconnue.'),
    lecture: z.enum(['lue', 'reconstruite', 'secondaire', 'inconnue']),
    source: z.string().describe('« titre, date, lieu ».'),
    citation: z.string().nullable().describe('Les mots lus dans la source.'),
    reserve: z.string().nullable().describe('Ce qui est abîmé ou supposé.'),
    verifie_le: date.nullable().describe('null : jamais vérifiée dans sa source.'),
    a_verifier: z.boolean().describe("Jamais vérifiée, ou plus d'un an avant date_reference."),
    fournie: z.boolean().describe('Vient de --regles.'),
  })
  .describe('Une valeur en vigueur de debut à fin.');

/** Le contrat `esms/regles@1`. */
export const contratRegles = z
  .strictObject({
    schema: z.literal(SCHEMA_REGLES),
    outil,
    date_reference: date,
    regles: z.array(
      z.strictObject({
        id: z.string(),
        titre: z.string(),
        type: z.string(),
        unite: z.string(),
        fichier: z.string(),
        valeurs: z.array(valeur).min(1),
        exemples: compte.describe("Nombre d'exemples exécutés."),
      }),
    ),
  })
  .describe('Les règles datées et citées en vigueur dans le programme.');
