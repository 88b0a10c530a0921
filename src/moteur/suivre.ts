import type { Session } from './session.ts';

/** Quatre fois par seconde, en millisecondes : une charge plus courte ne montre rien. */
const PERIODE = 250;

/** Mène une action en disant où en est la requête en cours, de 0 à 1, si DuckDB le sait. */
export async function suivre<T>(
  session: Session,
  dire: (fraction: number | null) => void,
  action: () => Promise<T>,
): Promise<T> {
  const veille = setInterval(() => dire(session.avancement()), PERIODE);
  try {
    return await action();
  } finally {
    clearInterval(veille);
  }
}
