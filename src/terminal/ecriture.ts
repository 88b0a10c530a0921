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
  EDQUOT: 'quota de disque atteint',
  EFBIG: 'taille de fichier maximale atteinte',
  EISDIR: "c'est un dossier",
};

/** Un texte, ou ses morceaux (UTF-8), pour un fichier qui ne tiendrait pas en mémoire. */
export type Contenu = string | Iterable<string | Uint8Array>;

/**
 * Écrit tout ou rien : à côté, dans le même dossier, puis renomme. Un tube ou un périphérique
 * (`/dev/null`) est écrit directement ; un lien symbolique est suivi, pas remplacé.
 */
export async function ecrireAtomiquement(chemin: string, contenu: Contenu): Promise<void> {
  await ecrireEnsemble([[chemin, contenu]]);
}

/** Écrit plusieurs fichiers qui vont ensemble : aucun n'est remplacé tant que tous ne sont pas sur le disque. */
export async function ecrireEnsemble(
  fichiers: readonly (readonly [chemin: string, contenu: Contenu])[],
): Promise<void> {
  const prets: { readonly provisoire: string; readonly chemin: string }[] = [];
  let enCours = '';
  try {
    for (const [chemin, contenu] of fichiers) {
      enCours = chemin;
      const cible = await cibleDe(chemin);
      if (cible.directe) await writeFile(cible.chemin, contenu);
      else {
        const provisoire = nommerProvisoire(cible.chemin);
        prets.push({ provisoire, chemin: cible.chemin });
        await writeFile(provisoire, contenu, { flag: 'wx' });
      }
    }
    for (const { provisoire, chemin } of prets) await rename(provisoire, chemin);
  } catch (erreur) {
    throw enErreurEcriture(enCours, erreur);
  } finally {
    for (const { provisoire } of prets) await rm(provisoire, { force: true });
  }
}

/** Le nom sous lequel un fichier s'écrit avant de prendre sa place. */
export function nommerProvisoire(chemin: string): string {
  return join(dirname(chemin), `.${basename(chemin)}.${process.pid}.tmp`);
}

/** Ce qu'il faut dire d'un disque plein ou d'un accès refusé ; toute autre erreur est rendue telle quelle. */
export function enErreurEcriture(chemin: string, erreur: unknown): unknown {
  if (erreur instanceof ErreurEcriture) return erreur;
  const { code } = erreur as NodeJS.ErrnoException;
  if (code === undefined) return erreur;
  return new ErreurEcriture(`impossible d'écrire ${chemin} : ${RAISONS[code] ?? code}`, { cause: erreur });
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
