import { realpath } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';

/** Vrai si le chemin relatif désigne un endroit hors du dépôt. */
export function sortDuDepot(motif: string): boolean {
  return isAbsolute(motif) || /^[A-Za-z]:/.test(motif) || motif.split(/[\\/]/).includes('..');
}

/** Vrai si le chemin réel (liens suivis) n'est pas sous le dossier de dépôt. */
export async function meneDehors(dossier: string, reel: string): Promise<boolean> {
  const ecart = relative(await realpath(dossier), reel);
  return ecart === '..' || ecart.startsWith(`..${sep}`) || isAbsolute(ecart);
}
