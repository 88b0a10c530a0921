import { availableParallelism } from 'node:os';
import { type DuckDBConnection, DuckDBDataChunk, DuckDBInstance, VARCHAR } from '@duckdb/node-api';
import { liste, texte } from './sql.ts';

/** Valeur d'une colonne rendue en JSON par DuckDB : entiers de 32 bits au plus, dates en « AAAA-MM-JJ ». */
export type Valeur = string | number | boolean | null;
export type Ligne = Readonly<Record<string, Valeur>>;

/** Ce qu'une session peut prendre au poste ; à défaut, tous ses cœurs, et la mémoire que DuckDB se donne. */
export interface Ressources {
  readonly fils: number;
  /** En Mio. */
  readonly memoire: number;
}

export interface OptionsSession {
  /** Les seuls fichiers que DuckDB pourra ouvrir, en chemins absolus. */
  readonly fichiersPermis: readonly string[];
  /** Où déborder de la mémoire. */
  readonly dossierTemporaire: string;
  /** Une base sur disque ; sans elle, la base est en mémoire et disparaît avec la session. */
  readonly base?: { readonly chemin: string; readonly lectureSeule: boolean } | undefined;
  readonly ressources?: Ressources | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Une base DuckDB verrouillée : ni réseau, ni extension, ni fichier hors de la liste. */
export interface Session {
  /** Exécute une ou plusieurs instructions. Lève `DOMException` AbortError si le signal est levé. */
  executer(sql: string): Promise<void>;
  /** Exécute une requête et rend ses lignes ; les entiers de 64 bits sont à convertir en INTEGER dans le SQL. */
  lignes(sql: string): Promise<Ligne[]>;
  /** Ajoute des lignes à une table dont toutes les colonnes sont en texte, dans leur ordre. */
  remplir(table: string, lignes: readonly (readonly (string | null)[])[]): Promise<void>;
  /** Part accomplie de la requête en cours, de 0 à 1, si DuckDB la connaît. */
  avancement(): number | null;
  /** Interrompt la requête en cours : elle lève une erreur ; la session reste ouverte. */
  interrompre(): void;
  fermer(): void;
}

async function verrouiller(connexion: DuckDBConnection, options: OptionsSession): Promise<void> {
  await connexion.run(`SET temp_directory = ${texte(options.dossierTemporaire)}`);
  const { ressources } = options;
  await connexion.run(`SET threads = ${ressources?.fils ?? availableParallelism()}`);
  if (ressources) await connexion.run(`SET memory_limit = '${ressources.memoire}MiB'`);
  await connexion.run('SET enable_progress_bar = true');
  await connexion.run('SET enable_progress_bar_print = false');
  await connexion.run(`SET allowed_paths = ${liste(options.fichiersPermis)}`);
  await connexion.run('SET autoinstall_known_extensions = false');
  await connexion.run('SET autoload_known_extensions = false');
  await connexion.run('SET enable_external_access = false');
  await connexion.run('SET lock_configuration = true');
}

/** Le plus de lignes qu'un bloc de DuckDB porte. */
const BLOC = 2048;

async function ajouter(
  connexion: DuckDBConnection,
  table: string,
  lignes: readonly (readonly (string | null)[])[],
): Promise<void> {
  const largeur = lignes[0]?.length ?? 0;
  if (largeur === 0) return;
  const types = Array.from({ length: largeur }, () => VARCHAR);
  const ajout = await connexion.createAppender(table);
  for (let debut = 0; debut < lignes.length; debut += BLOC) {
    const bloc = lignes.slice(debut, debut + BLOC);
    const morceau = DuckDBDataChunk.create(types, bloc.length);
    morceau.setColumns(types.map((_, rang) => bloc.map((ligne) => ligne[rang] ?? null)));
    ajout.appendDataChunk(morceau);
  }
  ajout.closeSync();
}

/** Ouvre une session ; l'appelant la ferme. Lève l'erreur de DuckDB si la base n'est pas lisible. */
export async function ouvrirSession(options: OptionsSession): Promise<Session> {
  const { signal } = options;
  signal?.throwIfAborted();
  const { base } = options;
  const instance = await DuckDBInstance.create(
    base?.chemin ?? ':memory:',
    base?.lectureSeule ? { access_mode: 'READ_ONLY' } : {},
  );
  const connexion = await instance.connect();
  await verrouiller(connexion, options);
  const interrompre = (): void => connexion.interrupt();
  signal?.addEventListener('abort', interrompre, { once: true });

  async function proteger<T>(action: () => Promise<T>): Promise<T> {
    signal?.throwIfAborted();
    try {
      return await action();
    } catch (erreur) {
      signal?.throwIfAborted();
      throw erreur;
    }
  }

  return {
    executer: (sql) => proteger(async () => void (await connexion.run(sql))),
    lignes: (sql) =>
      proteger(async () => (await connexion.runAndReadAll(sql)).getRowObjectsJson() as unknown as Ligne[]),
    remplir: (table, lignes) => proteger(() => ajouter(connexion, table, lignes)),
    avancement() {
      const { percentage } = connexion.progress;
      return percentage < 0 ? null : percentage / 100;
    },
    interrompre,
    fermer() {
      signal?.removeEventListener('abort', interrompre);
      connexion.closeSync();
      instance.closeSync();
    },
  };
}
