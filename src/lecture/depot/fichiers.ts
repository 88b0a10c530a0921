import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { glob } from 'tinyglobby';
import type { Recueil } from '../../domaine/anomalie.ts';
import type { NomPublic } from '../../tables/description.ts';
import { NOMS_PUBLICS } from '../../tables/index.ts';
import { suggerer } from '../../tables/suggestion.ts';
import { NOM_DEPOT } from './lire.ts';
import { type Depot, type Source, schemaSource } from './schema.ts';

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

/** Vrai si le chemin relatif désigne un endroit hors du dépôt. */
function sortDuDepot(motif: string): boolean {
  return isAbsolute(motif) || /^[A-Za-z]:/.test(motif) || motif.split(/[\\/]/).includes('..');
}

async function existe(chemin: string): Promise<boolean> {
  return lstat(chemin).then(
    () => true,
    () => false,
  );
}

/** Un chemin qui existe mot pour mot prime sur le motif : « agenda (1).csv » est un nom, pas une alternative. */
async function chercherMotif(dossier: string, motif: string): Promise<string[]> {
  if (await existe(join(dossier, motif))) return [motif];
  const trouves = await glob(motif.replaceAll('\\', '/'), {
    cwd: dossier,
    onlyFiles: false,
    followSymbolicLinks: false,
    expandDirectories: false,
  });
  return trouves.sort();
}

class Recherche {
  readonly #dossier: string;
  readonly #recueil: Recueil;
  readonly fichiers: FichierDepot[] = [];

  constructor(dossier: string, recueil: Recueil) {
    this.#dossier = dossier;
    this.#recueil = recueil;
  }

  async ajouterMotif(table: NomPublic, source: Source, motif: string): Promise<void> {
    if (sortDuDepot(motif)) {
      this.#recueil.ajouter({
        code: 'fichier.hors_depot',
        fichier: NOM_DEPOT,
        colonne: `tables.${table}.fichiers`,
        message: `« ${motif} » sort du dossier de dépôt`,
      });
      return;
    }
    const trouves = await chercherMotif(this.#dossier, motif);
    if (trouves.length === 0) {
      const estMotif = /[*?[\]{}]/.test(motif);
      this.#recueil.ajouter({
        code: estMotif ? 'depot.motif_sans_fichier' : 'fichier.absent',
        fichier: estMotif ? NOM_DEPOT : motif,
        colonne: estMotif ? `tables.${table}.fichiers` : null,
        message: estMotif
          ? `aucun fichier ne répond au motif « ${motif} »`
          : `fichier introuvable (table ${table})`,
      });
    }
    for (const nom of trouves) await this.ajouterFichier(table, source, nom);
  }

  async ajouterFichier(table: NomPublic, source: Source, nom: string): Promise<void> {
    const chemin = resolve(this.#dossier, nom);
    const lisible = nom.split(sep).join('/');
    const reel = await realpath(chemin).catch(() => null);
    if (reel === null || !(await stat(reel)).isFile()) {
      this.#recueil.ajouter({
        code: 'fichier.illisible',
        fichier: lisible,
        message: "ce n'est pas un fichier ordinaire",
      });
      return;
    }
    const ecart = relative(await realpath(this.#dossier), reel);
    if (ecart.startsWith('..') || isAbsolute(ecart)) {
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
function signalerInutilises(racine: readonly string[], lus: ReadonlySet<string>, recueil: Recueil): void {
  for (const nom of racine) {
    if (!EXTENSION.test(nom) || lus.has(nom)) continue;
    const proche = suggerer(nom.replace(EXTENSION, '').toLowerCase(), NOMS_PUBLICS);
    recueil.ajouter({
      code: 'fichier.inutilise',
      fichier: nom,
      message: 'aucune table ne lit ce fichier',
      ...(proche ? { aide: `vouliez-vous dire « ${proche}.csv » ? Sinon, nommez-le dans depot.yaml` } : {}),
    });
  }
}

/**
 * Les fichiers du dépôt, dans l'ordre des tables puis des sources puis des noms. Une table que `depot.yaml`
 * ne nomme pas se lit sous son nom canonique, s'il existe.
 */
export async function trouverFichiers(
  dossier: string,
  depot: Depot,
  recueil: Recueil,
): Promise<FichierDepot[]> {
  const racine = (await readdir(dossier)).sort();
  const recherche = new Recherche(dossier, recueil);
  for (const table of NOMS_PUBLICS) {
    const canonique = racine.find(
      (nom) => EXTENSION.test(nom) && nom.toLowerCase().replace(EXTENSION, '') === table,
    );
    for (const source of depot.tables[table] ?? [null]) {
      if (source?.fichiers) {
        for (const motif of source.fichiers) await recherche.ajouterMotif(table, source, motif);
      } else if (canonique) {
        await recherche.ajouterFichier(table, source ?? schemaSource.parse({}), canonique);
      } else if (source) {
        await recherche.ajouterMotif(table, source, `${table}.csv`);
      }
    }
  }
  signalerInutilises(racine, new Set(recherche.fichiers.map(({ nom }) => nom)), recueil);
  return recherche.fichiers;
}
