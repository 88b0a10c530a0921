import type { Heures } from '../domaine/financement/forfaits.ts';

const MILLIONIEMES_PAR_CENTIEME = 10_000n;

/**
 * Le prorata d'un service à domicile, depuis deux nombres de millionièmes d'heure. Vides tous deux : pas de
 * prorata. Un rapport supérieur à un, ou sur zéro, n'en est pas un. Les deux nombres restent entiers : au centième
 * d'heure si cela suffit, sinon plus fins, dans le même rapport.
 */
export function lireHeures(eligibles: string | null, totales: string | null): Heures | 'illisibles' | null {
  if (eligibles === null && totales === null) return null;
  if (eligibles === null || totales === null) return 'illisibles';
  const [n, d] = [BigInt(eligibles), BigInt(totales)];
  if (d === 0n || n > d) return 'illisibles';
  const rond = n % MILLIONIEMES_PAR_CENTIEME === 0n && d % MILLIONIEMES_PAR_CENTIEME === 0n;
  const diviseur = rond ? MILLIONIEMES_PAR_CENTIEME : 1n;
  if (d / diviseur > BigInt(Number.MAX_SAFE_INTEGER)) return 'illisibles';
  return { eligibles: Number(n / diviseur), totales: Number(d / diviseur) };
}
