import { access } from 'node:fs/promises';
import type { Constat } from '../../domaine/anomalie.ts';
import type { DateCivile } from '../../domaine/date-civile.ts';
import { creerDossierPrive } from '../../moteur/dossier-prive.ts';
import type { Session } from '../../moteur/session.ts';
import { VERSION_INDEX } from './schema.ts';

/** Un index ouvert en lecture ; plusieurs processus peuvent le lire à la fois. */
export interface IndexFiness {
  readonly session: Session;
  readonly chemin: string;
  readonly etablissements: number;
  /** Des fichiers d'où il vient, la plus récente ; `null` si aucun ne porte de date. */
  readonly dateExtraction: DateCivile | null;
  /** SHA-256 de ces fichiers, dans leur ordre. */
  readonly empreintes: readonly string[];
  fermer(): void;
}

export type Ouverture =
  | { readonly etat: 'ouvert'; readonly index: IndexFiness }
  | { readonly etat: 'absent' }
  | { readonly etat: 'illisible'; readonly constat: Constat };

const REFAIRE = 'refaites-le : esms finess importer FICHIER…';

async function decrire(session: Session, chemin: string): Promise<IndexFiness | Constat> {
  const [version] = await session.lignes('SELECT index_finess FROM version');
  if (version?.index_finess !== VERSION_INDEX) {
    return {
      code: 'finess.index_perime',
      fichier: chemin,
      message: `index de version ${version?.index_finess ?? 'inconnue'} ; ce programme lit la version ${VERSION_INDEX}`,
      aide: REFAIRE,
    };
  }
  const fichiers = await session.lignes(
    "SELECT sha256, strftime(date_extraction, '%Y-%m-%d') AS date FROM fichiers ORDER BY rang",
  );
  const dates = fichiers.flatMap(({ date }) => (date === null ? [] : [String(date)])).sort();
  const [compte] = await session.lignes('SELECT count(*)::INTEGER AS n FROM etablissements');
  return {
    session,
    chemin,
    etablissements: Number(compte?.n),
    dateExtraction: (dates.at(-1) ?? null) as DateCivile | null,
    empreintes: fichiers.map(({ sha256 }) => String(sha256)),
    fermer: () => session.fermer(),
  };
}

/** Ouvre l'index en lecture. Un fichier qui n'est pas un index, ou d'une autre version, est `illisible`. */
export async function ouvrirIndex(chemin: string, signal?: AbortSignal): Promise<Ouverture> {
  const present = await access(chemin).then(
    () => true,
    (erreur: NodeJS.ErrnoException) => erreur.code !== 'ENOENT' && erreur.code !== 'ENOTDIR',
  );
  if (!present) return { etat: 'absent' };
  // DuckDB pèse au démarrage et en mémoire : sans index, il n'y a rien à ouvrir.
  const { ouvrirSession } = await import('../../moteur/session.ts');
  let session: Session | undefined;
  const prive = creerDossierPrive();
  try {
    session = await ouvrirSession({
      fichiersPermis: [],
      dossierTemporaire: prive.chemin,
      base: { chemin, lectureSeule: true },
      signal,
    });
    const decrit = await decrire(session, chemin);
    if (!('code' in decrit)) {
      const fermer = (): void => {
        decrit.fermer();
        prive.effacer();
      };
      return { etat: 'ouvert', index: { ...decrit, fermer } };
    }
    session.fermer();
    prive.effacer();
    return { etat: 'illisible', constat: decrit };
  } catch {
    session?.fermer();
    prive.effacer();
    signal?.throwIfAborted();
    const message =
      "ce n'est pas un index FINESS lisible (fichier abîmé, d'un autre programme, ou en cours d'écriture)";
    return {
      etat: 'illisible',
      constat: { code: 'finess.index_illisible', fichier: chemin, message, aide: REFAIRE },
    };
  }
}
