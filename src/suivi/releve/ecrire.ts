import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Releve } from '../../domaine/releve.ts';

/** « releve-630990018-2025-09.json » ; sans porteur, « releve-2025-09.json ». */
export function nommerReleve({ grappe, mois }: Pick<Releve, 'grappe' | 'mois'>): string {
  return `${['releve', grappe.porteurFinessEj, mois].filter((partie) => partie !== null).join('-')}.json`;
}

export async function creerDossier(chemin: string): Promise<void> {
  await mkdir(chemin, { recursive: true });
}

export interface Place {
  readonly chemin: string;
  /** Ce qui est déjà là : rien, le même relevé à l'octet près, ou un autre. */
  readonly present: 'rien' | 'meme' | 'autre';
  /** Les clés du contrat où l'autre diffère ; vide s'il n'est pas lisible. */
  readonly differences: readonly string[];
}

/** Regarde ce qui est déjà à la place du relevé ; crée le dossier. */
export async function preparerPlace(dossier: string, nom: string, texte: string): Promise<Place> {
  await creerDossier(dossier);
  const chemin = join(dossier, nom);
  const avant = await readFile(chemin, 'utf8').catch((erreur: NodeJS.ErrnoException) => {
    if (erreur.code === 'ENOENT') return null;
    throw erreur;
  });
  if (avant === null) return { chemin, present: 'rien', differences: [] };
  if (avant === texte) return { chemin, present: 'meme', differences: [] };
  return { chemin, present: 'autre', differences: comparer(avant, texte) };
}

function comparer(avant: string, apres: string): string[] {
  const [ancien, nouveau] = [lire(avant), lire(apres)];
  if (ancien === null || nouveau === null) return [];
  return Object.keys(nouveau).filter(
    (cle) => cle !== 'empreinte' && JSON.stringify(ancien[cle]) !== JSON.stringify(nouveau[cle]),
  );
}

function lire(texte: string): Readonly<Record<string, unknown>> | null {
  try {
    return JSON.parse(texte) as Readonly<Record<string, unknown>> | null;
  } catch {
    return null;
  }
}
