import type { TypeProjet } from '../domaine/financement/commun.ts';
import { normaliser } from '../tables/normaliser.ts';

/** Comment s'écrit un type de projet, sans casse, accents ni ponctuation. */
const ECRITURES: Readonly<Record<TypeProjet, readonly string[]>> = {
  acquisition: [
    'acquisition',
    'renouvellement',
    'acquisition renouvellement',
    'acquisition ou renouvellement',
    'acquisition dui',
  ],
  montee_de_version: [
    'montee de version',
    'mise en conformite',
    'conformite',
    'mise a niveau',
    'montee de version dui',
  ],
};

/** Le type de projet qu'un texte nomme ; `null` s'il n'en nomme aucun. */
export function lireTypeProjet(texte: string): TypeProjet | null {
  const lu = normaliser(texte);
  const trouve = (Object.keys(ECRITURES) as TypeProjet[]).find((type) => ECRITURES[type].includes(lu));
  return trouve ?? null;
}
