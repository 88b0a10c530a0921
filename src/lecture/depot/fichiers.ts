import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { glob } from 'tinyglobby';
import type { Recueil } from '../../domaine/anomalie.ts';
import type { NomPublic } from '../../tables/description.ts';
import { NOMS_PUBLICS } from '../../tables/index.ts';
import { suggerer } from '../../tables/suggestion.ts';
import { SOURCE_PAR_DEFAUT } from './defaut.ts';
import { meneDehors, sortDuDepot } from './dehors.ts';
import { type DepotLu, NOM_DEPOT } from './depot-lu.ts';
import type { Source } from './schema.ts';

/** Un fichier à lire, pour une table, selon les options de sa source. */
export interface FichierDepot {
  readonly table: NomPublic;
  readonly source: Source;
  /** Chemin absolu. */
  readonly chemin: string;
  /** Chemin relatif au dépôt, séparé par « / ». */
  readonly nom: string;
}

const EXTENSION = /\.csv(\.gz)?$/i;

async function existe(chemin: string): Promise<boolean> {
  return lstat(chemin).then(
    () => true,
    () => false,
  );
}

const JOKERS = /[*?[\]{}]/;

/**
 * Un chemin qui existe mot pour mot prime sur le motif : « agenda (1).csv » est un nom, pas une alternative.
 * Les liens sont suivis : celui qui sort du dépôt doit être dit, pas ignoré sans un mot.
 */
async function chercherMotif(dossier: string, motif: string): Promise<string[]> {
  if (await existe(join(dossier, motif))) return [motif];
  const trouves = await glob(motif.replaceAll('\\', '/'), {
    cwd: dossier,
    onlyFiles: false,
    followSymbolicLinks: true,
    expandDirectories: false,
  });
  return trouves.filter((nom) => !nom.endsWith('/')).sort();
}

class Recherche {
  readonly #dossier: string;
  readonly #recueil: Recueil;
  readonly fichiers: FichierDepot[] = [];
  /** Les fichiers désignés, retenus ou non. */
  readonly designes = new Set<string>();

  constructor(dossier: string, recueil: Recueil) {
    this.#dossier = dossier;
    this.#recueil = recueil;
  }

  /** `ligne` : celle de `depot.yaml` qui demande ce motif. */
  async ajouterMotif(table: NomPublic, source: Source, motif: string, ligne: number | null): Promise<void> {
    const ou = { fichier: NOM_DEPOT, ligne, colonne: `tables.${table}.fichiers` };
    if (sortDuDepot(motif)) {
      this.#recueil.ajouter({
        ...ou,
        code: 'fichier.hors_depot',
        message: `« ${motif} » sort du dossier de dépôt`,
      });
      return;
    }
    const trouves = await chercherMotif(this.#dossier, motif);
    if (trouves.length === 0) {
      this.#recueil.ajouter(
        JOKERS.test(motif)
          ? {
              ...ou,
              code: 'depot.motif_sans_fichier',
              message: `aucun fichier ne répond au motif « ${motif} »`,
            }
          : { ...ou, code: 'fichier.absent', message: `fichier « ${motif} » introuvable (table ${table})` },
      );
    }
    for (const nom of trouves) await this.ajouterFichier(table, source, nom);
  }

  async ajouterFichier(table: NomPublic, source: Source, nom: string): Promise<void> {
    const chemin = resolve(this.#dossier, nom);
    const lisible = nom.split(sep).join('/');
    this.designes.add(lisible);
    const reel = await realpath(chemin).catch(() => null);
    if (reel === null || !(await stat(reel)).isFile()) {
      this.#recueil.ajouter({
        code: 'fichier.illisible',
        fichier: lisible,
        message: "ce n'est pas un fichier ordinaire",
      });
      return;
    }
    if (await meneDehors(this.#dossier, reel)) {
      this.#recueil.ajouter({
        code: 'fichier.hors_depot',
        fichier: lisible,
        message: 'lien qui mène hors du dossier de dépôt',
      });
      return;
    }
    this.fichiers.push({ table, source, chemin, nom: lisible });
  }
}

/** Les CSV à la racine que rien ne lit : souvent un nom canonique mal écrit. */
function signalerInutilises(
  racine: readonly string[],
  lus: ReadonlySet<string>,
  voulues: readonly NomPublic[],
  recueil: Recueil,
): void {
  for (const nom of racine) {
    const code = 'fichier.inutilise';
    if (nom !== NOM_DEPOT && /^depot\.ya?ml$/i.test(nom)) {
      const aide = `renommez-le « ${NOM_DEPOT} », en minuscules`;
      recueil.ajouter({ code, fichier: nom, message: "ce n'est pas le nom de la configuration", aide });
    }
    if (!EXTENSION.test(nom) || lus.has(nom)) continue;
    const sujet = nom.replace(EXTENSION, '').toLowerCase();
    const proche = suggerer(sujet, NOMS_PUBLICS);
    if (voulues !== NOMS_PUBLICS && !voulues.some((table) => table === proche)) continue;
    const aide =
      proche === sujet
        ? `${NOM_DEPOT} donne d'autres fichiers à la table ${proche} : citez-y celui-ci, ou ôtez-le du dépôt`
        : `vouliez-vous dire « ${proche}.csv » ? Sinon, nommez-le dans ${NOM_DEPOT}`;
    recueil.ajouter({
      code,
      fichier: nom,
      message: 'aucune table ne lit ce fichier',
      ...(proche ? { aide } : {}),
    });
  }
}

/**
 * Les fichiers du dépôt, dans l'ordre des tables puis des sources puis des noms. Une table que `depot.yaml`
 * ne nomme pas se lit sous son nom canonique, s'il existe.
 */
export async function trouverFichiers(
  dossier: string,
  { depot, situer }: DepotLu,
  recueil: Recueil,
  voulues: readonly NomPublic[] = NOMS_PUBLICS,
): Promise<FichierDepot[]> {
  const racine = (await readdir(dossier)).sort();
  const recherche = new Recherche(dossier, recueil);
  for (const table of NOMS_PUBLICS.filter((nom) => voulues.includes(nom))) {
    const canonique = racine.find(
      (nom) => EXTENSION.test(nom) && nom.toLowerCase().replace(EXTENSION, '') === table,
    );
    for (const [rang, source] of (depot.tables[table] ?? [null]).entries()) {
      const chemin = ['tables', table, rang, 'fichiers'];
      if (source?.fichiers) {
        for (const [i, motif] of source.fichiers.entries()) {
          await recherche.ajouterMotif(table, source, motif, situer([...chemin, i]));
        }
      } else if (canonique) {
        await recherche.ajouterFichier(table, source ?? SOURCE_PAR_DEFAUT, canonique);
      } else if (source) {
        await recherche.ajouterMotif(table, source, `${table}.csv`, situer(chemin));
      }
    }
  }
  signalerInutilises(racine, recherche.designes, voulues, recueil);
  return recherche.fichiers;
}
