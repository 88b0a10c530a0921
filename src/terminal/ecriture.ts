import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** La sortie demandée ne peut pas être écrite : la faute est à l'appel, pas au programme. */
export class ErreurEcriture extends Error {}

const RAISONS: Readonly<Record<string, string>> = {
  ENOENT: "le dossier n'existe pas",
  ENOTDIR: "le dossier n'existe pas",
  EACCES: 'accès refusé',
  EPERM: 'accès refusé',
  EROFS: 'support en lecture seule',
  ENOSPC: 'disque plein',
  EISDIR: "c'est un dossier",
};

/**
 * Écrit tout ou rien : à côté, dans le même dossier, puis renomme. Un tube ou un périphérique
 * (`/dev/null`) est écrit directement ; un lien symbolique est suivi, pas remplacé.
 */
export async function ecrireAtomiquement(chemin: string, texte: string): Promise<void> {
  try {
    const cible = await cibleDe(chemin);
    if (cible.directe) await writeFile(cible.chemin, texte);
    else await remplacer(cible.chemin, texte);
  } catch (erreur) {
    const code = (erreur as NodeJS.ErrnoException).code ?? '';
    throw new ErreurEcriture(`impossible d'écrire ${chemin} : ${RAISONS[code] ?? code}`, { cause: erreur });
  }
}

async function cibleDe(chemin: string): Promise<{ chemin: string; directe: boolean }> {
  try {
    const reel = await realpath(chemin);
    const etat = await stat(reel);
    return { chemin: reel, directe: !etat.isFile() };
  } catch (erreur) {
    if ((erreur as NodeJS.ErrnoException).code !== 'ENOENT') throw erreur;
    return { chemin, directe: false };
  }
}

async function remplacer(chemin: string, texte: string): Promise<void> {
  const provisoire = join(dirname(chemin), `.${basename(chemin)}.${process.pid}.tmp`);
  try {
    await writeFile(provisoire, texte, { flag: 'wx' });
    await rename(provisoire, chemin);
  } finally {
    await rm(provisoire, { force: true });
  }
}
