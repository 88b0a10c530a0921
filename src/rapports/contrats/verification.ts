import { z } from 'zod';
import { SCHEMA_VERIFICATION } from '../verification/json.ts';
import { anomaliesCommunes, compte, date, indexServi, outil, sources } from './commun.ts';

const { erreurs, avertissements, details } = anomaliesCommunes;

/** Le contrat `esms/verification@1`. */
export const contratVerification = z
  .strictObject({
    schema: z.literal(SCHEMA_VERIFICATION),
    outil,
    date_reference: date.describe('Date à laquelle le contrôle est fait.'),
    anomalies: z.strictObject({
      erreurs,
      avertissements,
      par_code: z.record(z.string(), compte).describe('Nombre total par code.'),
      details,
    }),
    sources,
    ...indexServi,
  })
  .describe("Contrôle des fichiers d'un dépôt.");
