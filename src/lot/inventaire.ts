import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Echec, Soumission } from '../domaine/lot.ts';
import { echouer, echouerALire } from './echec.ts';

/** Le sous-dossier d'une grappe, pas encore lu. */
export interface Place {
  readonly nom: string;
  /** Chemin absolu. */
  readonly dossier: string;
  readonly nature: Soumission['nature'];
  /** Ses fichiers de relevés. */
  readonly releves: readonly string[];
}

export interface Inventaire {
  /** Triées par nom. */
  readonly places: readonly Place[];
  readonly echecs: readonly Echec[];
}

/** Le lot lui-même ne peut pas être lu : la faute est à l'appel. */
export class LotIllisible extends Error {}

const NOM_RELEVE = /^releve-.*\.json$/;
const EXPORT = /\.csv(\.gz)?$/i;
const ARCHIVE = /\.(zip|7z|rar|tar|tgz|tar\.gz)$/i;
const DECOMPRESSEZ = 'décompressez-la dans un dossier';

/**
 * Les soumissions d'un lot : ses sous-dossiers, triés par nom, et ce qui ne peut pas en être une. Ni les dossiers cachés,
 * ni `sortie`. Lève `LotIllisible` si le lot n'est pas un dossier de soumissions.
 */
export async function inventorier(dossier: string, nom: string, sortie: string | null): Promise<Inventaire> {
  const places: Place[] = [];
  const echecs: Echec[] = [];
  for (const un of await lister(dossier, nom)) {
    const chemin = join(dossier, un);
    if (chemin === sortie || /^[._]/.test(un)) continue;
    const vue = await examiner(un, chemin);
    if (vue === null) continue;
    if ('nature' in vue) places.push(vue);
    else echecs.push(vue);
  }
  if (places.length === 0 && echecs.every(({ code }) => code === 'lot.fichier_isole')) {
    const seule =
      echecs.length > 0 ? ' ; si ce dossier est une soumission, donnez celui qui la contient' : '';
    throw new LotIllisible(`${nom} : aucun sous-dossier, donc aucune soumission${seule}.`);
  }
  return { places, echecs };
}

async function lister(dossier: string, nom: string): Promise<string[]> {
  if (ARCHIVE.test(dossier)) {
    const estArchive = await stat(dossier).then(
      (infos) => infos.isFile(),
      () => false,
    );
    if (estArchive) throw new LotIllisible(`${nom} est une archive : ${DECOMPRESSEZ}, et donnez ce dossier.`);
  }
  try {
    return (await readdir(dossier)).sort();
  } catch (erreur) {
    const { code = '' } = erreur as NodeJS.ErrnoException;
    const raison =
      { ENOENT: "n'existe pas", ENOTDIR: "n'est pas un dossier" }[code] ?? `ne se lit pas (${code})`;
    throw new LotIllisible(
      `${nom} ${raison} : donnez le dossier dont chaque sous-dossier est une soumission.`,
    );
  }
}

async function examiner(nom: string, dossier: string): Promise<Place | Echec | null> {
  try {
    if (!(await stat(dossier)).isDirectory()) return examinerFichier(nom);
    const noms = (await readdir(dossier)).sort();
    const nature = natureDe(noms);
    return nature === null
      ? direVide(nom, noms)
      : { nom, dossier, nature, releves: noms.filter((un) => NOM_RELEVE.test(un)) };
  } catch (erreur) {
    return echouerALire(nom, erreur);
  }
}

/** Un `depot.yaml` à côté de relevés ne porte que la convention, et un CSV y est une pièce. */
function natureDe(noms: readonly string[]): Soumission['nature'] | null {
  if (noms.some((un) => NOM_RELEVE.test(un))) return 'releves';
  return noms.some((un) => un === 'depot.yaml' || EXPORT.test(un)) ? 'depot' : null;
}

function examinerFichier(nom: string): Echec | null {
  if (ARCHIVE.test(nom)) return echouer(nom, 'lot.archive', "c'est une archive, pas un dossier");
  if (!NOM_RELEVE.test(nom) && !EXPORT.test(nom)) return null;
  return echouer(nom, 'lot.fichier_isole', 'ce fichier est à la racine du lot');
}

function direVide(nom: string, noms: readonly string[]): Echec {
  const archive = noms.find((un) => ARCHIVE.test(un));
  if (archive !== undefined) {
    return echouer(nom, 'lot.archive', `le dossier ne contient qu'une archive, « ${archive} »`);
  }
  if (noms.length === 0) return echouer(nom, 'lot.dossier_vide', 'le dossier est vide');
  const seul = noms.length === 1 ? `, seulement « ${noms[0]} »` : '';
  return echouer(nom, 'lot.dossier_vide', `ni relevé, ni export, ni depot.yaml${seul}`);
}
