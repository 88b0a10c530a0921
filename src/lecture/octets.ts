import { createHash, type Hash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** Taille des blocs lus : assez pour que SHA-256 et les recherches d'octets aillent à leur vitesse. */
const BLOC = 1 << 20;

const MAGIE_GZIP = [0x1f, 0x8b];

/** Le flux gzip s'arrête avant sa fin, ou son contrôle est faux. */
export class GzipTronque extends Error {
  override readonly name = 'GzipTronque';
}

/** Ce qui reçoit les octets du disque au passage : un SHA-256, un compteur. */
export interface Empreinte {
  update(bloc: Buffer): unknown;
}

export interface Octets {
  /** Les octets du contenu, décompressés au besoin. */
  readonly blocs: AsyncIterable<Buffer>;
  readonly estGzip: boolean;
}

async function* lireBlocs(
  chemin: string,
  empreinte: Empreinte | null,
  passagers: boolean,
): AsyncGenerator<Buffer> {
  const fichier = await open(chemin, 'r');
  let bloc = Buffer.allocUnsafe(BLOC);
  try {
    for (;;) {
      const { bytesRead } = await fichier.read(bloc, 0, BLOC, null);
      if (bytesRead === 0) return;
      const utile = bloc.subarray(0, bytesRead);
      empreinte?.update(utile);
      yield utile;
      // Un bloc neuf coûte, en pages à obtenir du système, autant que sa lecture.
      if (!passagers) bloc = Buffer.allocUnsafe(BLOC);
    }
  } finally {
    await fichier.close();
  }
}

async function* decompresser(blocs: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  // `pipeline` ferme le fichier quand la lecture s'arrête avant la fin ; l'erreur vient par l'itération.
  const gunzip = pipeline(Readable.from(blocs), createGunzip({ chunkSize: BLOC }), () => undefined);
  try {
    for await (const bloc of gunzip) yield bloc as Buffer;
  } catch (erreur) {
    const code = (erreur as NodeJS.ErrnoException).code ?? '';
    if (code.startsWith('Z_')) throw new GzipTronque();
    throw erreur;
  }
}

async function debut(chemin: string, taille: number): Promise<Buffer> {
  const fichier = await open(chemin, 'r');
  try {
    const bloc = Buffer.alloc(taille);
    const { bytesRead } = await fichier.read(bloc, 0, taille, 0);
    return bloc.subarray(0, bytesRead);
  } finally {
    await fichier.close();
  }
}

/**
 * Ouvre un fichier : gzip se reconnaît à ses deux premiers octets, jamais au nom. `empreinte` reçoit les
 * octets du fichier tel qu'il est sur le disque. `passagers` : chaque bloc ne sert que jusqu'au suivant, qui prend sa
 * place en mémoire. Lève les erreurs d'accès de Node, et `GzipTronque`.
 */
export async function ouvrirOctets(
  chemin: string,
  empreinte: Empreinte | null = null,
  { passagers = false } = {},
): Promise<Octets> {
  const tete = await debut(chemin, 2);
  const estGzip = tete[0] === MAGIE_GZIP[0] && tete[1] === MAGIE_GZIP[1];
  // La décompression prend des blocs d'avance.
  const bruts = lireBlocs(chemin, empreinte, passagers && !estGzip);
  return { estGzip, blocs: estGzip ? decompresser(bruts) : bruts };
}

/** Les premiers octets du contenu (décompressé), `taille` au plus. Lève `GzipTronque` comme `ouvrirOctets`. */
export async function lireTete(
  chemin: string,
  taille: number,
): Promise<{ readonly octets: Buffer; readonly estGzip: boolean }> {
  const { blocs, estGzip } = await ouvrirOctets(chemin);
  const morceaux: Buffer[] = [];
  let total = 0;
  for await (const bloc of blocs) {
    morceaux.push(bloc);
    total += bloc.length;
    if (total >= taille) break;
  }
  return { octets: Buffer.concat(morceaux).subarray(0, taille), estGzip };
}

export function nouvelleEmpreinte(): Hash {
  return createHash('sha256');
}
