import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Recueil } from '../domaine/anomalie.ts';
import type { RapportImport } from '../domaine/finess/import.ts';
import { GzipTronque } from '../lecture/octets.ts';
import { Refus } from '../lecture/refus.ts';
import { creerDossierPrive, type DossierPrive } from '../moteur/dossier-prive.ts';
import { ouvrirSession, type Session } from '../moteur/session.ts';
import { toutesLesCategories } from '../regles/categories.ts';
import { dresserBilan } from './bilan.ts';
import { type Avancement, charger, type FichierAImporter } from './charger.ts';
import { cheminCopie } from './historique/lire.ts';
import { consolider, creerTablesLues } from './index/schema.ts';

export interface OptionsImport {
  /** Dans l'ordre donné ; le nom est celui que l'usager a écrit. */
  readonly fichiers: readonly FichierAImporter[];
  /** Chemin absolu de l'index à écrire. */
  readonly index: string;
  readonly tolererRejets: number;
  readonly maxAnomalies: number;
  readonly signal?: AbortSignal | undefined;
  readonly progression?: Avancement | undefined;
}

/** L'index n'a pas pu être écrit : la place est mauvaise, pas le fichier lu. */
export class IndexInecrivable extends Error {}

/**
 * Lit des fichiers du répertoire et écrit l'index, à côté puis renommé : l'ancien reste en place tant que le nouveau
 * n'est pas entier. `refus` : un fichier est illisible ou a trop de lignes rejetées, et rien n'a changé. Lève
 * `IndexInecrivable` si la place de l'index ne va pas.
 */
export async function importerFiness(
  options: OptionsImport,
): Promise<{ readonly refus: boolean; readonly rapport: RapportImport | null; readonly recueil: Recueil }> {
  const recueil = new Recueil(options.maxAnomalies);
  const provisoire = `${options.index}.${process.pid}.tmp`;
  const prive = creerDossierPrive();
  try {
    await preparerPlace(options.index);
    const session = await ouvrirEcriture(provisoire, prive, options);
    let rapport: RapportImport | null;
    try {
      rapport = await remplir(session, prive, options, recueil);
    } finally {
      session.fermer();
    }
    if (rapport === null) return { refus: true, rapport, recueil };
    await mettreEnPlace(provisoire, options.index);
    return { refus: false, rapport, recueil };
  } finally {
    for (const reste of [provisoire, `${provisoire}.wal`])
      await rm(reste, { force: true }).catch(() => undefined);
    prive.effacer();
  }
}

async function preparerPlace(index: string): Promise<void> {
  try {
    await mkdir(dirname(index), { recursive: true });
  } catch (erreur) {
    throw new IndexInecrivable((erreur as NodeJS.ErrnoException).code, { cause: erreur });
  }
}

async function ouvrirEcriture(
  provisoire: string,
  prive: DossierPrive,
  { fichiers, signal }: OptionsImport,
): Promise<Session> {
  try {
    return await ouvrirSession({
      fichiersPermis: fichiers.map((_, rang) => cheminCopie(prive.chemin, rang)),
      dossierTemporaire: prive.chemin,
      base: { chemin: provisoire, lectureSeule: false },
      signal,
    });
  } catch (erreur) {
    signal?.throwIfAborted();
    throw new IndexInecrivable('accès refusé', { cause: erreur });
  }
}

async function mettreEnPlace(provisoire: string, index: string): Promise<void> {
  try {
    await rename(provisoire, index);
  } catch (erreur) {
    const { code = '' } = erreur as NodeJS.ErrnoException;
    throw new IndexInecrivable(code, { cause: erreur });
  }
}

async function remplir(
  session: Session,
  prive: DossierPrive,
  options: OptionsImport,
  recueil: Recueil,
): Promise<RapportImport | null> {
  await session.executer(creerTablesLues());
  const agregats = toutesLesCategories().map(({ code, agregat }) => [code, agregat]);
  await session.remplir('categories', agregats);
  let rejets = 0;
  let illisibles = 0;
  for (const [rang, fichier] of options.fichiers.entries()) {
    options.signal?.throwIfAborted();
    try {
      rejets += await charger({ ...options, session, recueil, fichier, rang, dossier: prive.chemin });
    } catch (erreur) {
      noter(erreur, fichier, recueil);
      illisibles++;
    }
  }
  if (illisibles > 0 || rejets > options.tolererRejets) return null;
  options.progression?.({ etape: "écriture de l'index", fraction: null });
  await session.executer(consolider());
  return dresserBilan(session);
}

/** Un fichier illisible est une anomalie ; toute autre erreur est un défaut. */
function noter(erreur: unknown, { nom }: FichierAImporter, recueil: Recueil): void {
  if (erreur instanceof Refus) {
    for (const constat of erreur.constats) recueil.ajouter({ ...constat, fichier: nom });
    return;
  }
  if (erreur instanceof GzipTronque) {
    const message = 'gzip coupé avant sa fin, ou abîmé';
    recueil.ajouter({ code: 'fichier.gzip_tronque', fichier: nom, message });
    return;
  }
  const { code = '' } = erreur as NodeJS.ErrnoException;
  if (!/^E(?!RR_)/.test(code)) throw erreur;
  recueil.ajouter({
    code: 'fichier.illisible',
    fichier: nom,
    message: code === 'ENOENT' ? "le fichier n'existe pas" : `lecture refusée (${code})`,
    aide: 'vérifiez le chemin et les droits du fichier',
  });
}
