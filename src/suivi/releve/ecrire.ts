import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Releve } from '../../domaine/releve.ts';

/** « releve-630990018-2025-09.json » ; sans porteur, « releve-2025-09.json ». */
export function nommerReleve({ grappe, mois }: Pick<Releve, 'grappe' | 'mois'>): string {
  return `${['releve', grappe.porteurFinessEj, mois].filter((partie) => partie !== null).join('-')}.json`;
}

/** Ce qui est déjà là : rien, le même relevé à l'octet près, ou un autre. Crée le dossier. */
export async function preparerPlace(
  dossier: string,
  nom: string,
  texte: string,
): Promise<{ readonly chemin: string; readonly present: 'rien' | 'meme' | 'autre' }> {
  await mkdir(dossier, { recursive: true });
  const chemin = join(dossier, nom);
  const avant = await readFile(chemin, 'utf8').catch((erreur: NodeJS.ErrnoException) => {
    if (erreur.code === 'ENOENT') return null;
    throw erreur;
  });
  return { chemin, present: avant === null ? 'rien' : avant === texte ? 'meme' : 'autre' };
}
