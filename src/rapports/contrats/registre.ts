import { z } from 'zod';
import { contratIndicateurs } from './indicateurs.ts';
import { contratVerification } from './verification.ts';

/** Un contrat publié : son titre et le JSON Schema (brouillon 2020-12) qui en découle. */
export interface Contrat {
  readonly titre: string;
  readonly schema: () => unknown;
}

/** Les contrats des sorties JSON. Seule la commande `schema` charge ce module, et zod avec lui. */
export const CONTRATS: Readonly<Record<string, Contrat>> = {
  indicateurs: publier(
    'esms/indicateurs@1',
    'Sortie de « esms indicateurs --format json »',
    contratIndicateurs,
  ),
  verification: publier(
    'esms/verification@1',
    'Sortie de « esms verifier --format json »',
    contratVerification,
  ),
};

function publier(nom: string, titre: string, contrat: z.ZodType): Contrat {
  return {
    titre,
    schema: () => {
      const { $schema, ...reste } = z.toJSONSchema(contrat, { target: 'draft-2020-12' });
      return { $schema, $id: nom, title: titre, ...reste };
    },
  };
}
