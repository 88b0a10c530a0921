/** Les raisons d'une proposition, dans l'ordre où elles se lisent. */
export const CODES_RAISONS = [
  'cibles',
  'mois',
  'provisoire',
  'declare',
  'releves',
  'convention',
  'perimetre',
  'pieces',
  'echeance',
  'constats',
] as const;
export type CodeRaison = (typeof CODES_RAISONS)[number];

/** Ce qu'une raison fait à l'avis : l'appuie, l'empêche faute de quelque chose, ou se lit avant de signer. */
export interface RaisonJugee {
  readonly code: CodeRaison;
  readonly effet: 'appui' | 'manque' | 'reserve';
  readonly message: string;
}

export function appuyer(code: CodeRaison, message: string): RaisonJugee {
  return { code, effet: 'appui', message };
}

export function manquer(code: CodeRaison, message: string): RaisonJugee {
  return { code, effet: 'manque', message };
}

export function ordonner<T extends { readonly code: string }>(raisons: readonly T[]): T[] {
  const rang = ({ code }: T): number => (CODES_RAISONS as readonly string[]).indexOf(code);
  return [...raisons].sort((a, b) => rang(a) - rang(b));
}
