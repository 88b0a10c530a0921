import { availableParallelism } from 'node:os';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { liste, texte } from './sql.ts';

/** Valeur d'une colonne rendue en JSON par DuckDB : entiers de 32 bits au plus, dates en « AAAA-MM-JJ ». */
export type Valeur = string | number | boolean | null;
export type Ligne = Readonly<Record<string, Valeur>>;

export interface OptionsSession {
  /** Les seuls fichiers que DuckDB pourra ouvrir, en chemins absolus. */
  readonly fichiersPermis: readonly string[];
  /** Où déborder de la mémoire. */
  readonly dossierTemporaire: string;
  readonly signal?: AbortSignal | undefined;
}

/** Une base DuckDB en mémoire, verrouillée : ni réseau, ni extension, ni fichier hors de la liste. */
export interface Session {
  /** Exécute une ou plusieurs instructions. Lève `DOMException` AbortError si le signal est levé. */
  executer(sql: string): Promise<void>;
  /** Exécute une requête et rend ses lignes ; les entiers de 64 bits sont à convertir en INTEGER dans le SQL. */
  lignes(sql: string): Promise<Ligne[]>;
  /** Part accomplie de la requête en cours, de 0 à 1, si DuckDB la connaît. */
  avancement(): number | null;
  fermer(): void;
}

async function verrouiller(connexion: DuckDBConnection, options: OptionsSession): Promise<void> {
  await connexion.run(`SET temp_directory = ${texte(options.dossierTemporaire)}`);
  await connexion.run(`SET threads = ${availableParallelism()}`);
  await connexion.run('SET enable_progress_bar = true');
  await connexion.run('SET enable_progress_bar_print = false');
  await connexion.run(`SET allowed_paths = ${liste(options.fichiersPermis)}`);
  await connexion.run('SET autoinstall_known_extensions = false');
  await connexion.run('SET autoload_known_extensions = false');
  await connexion.run('SET enable_external_access = false');
  await connexion.run('SET lock_configuration = true');
}

/** Ouvre une session ; l'appelant la ferme. */
export async function ouvrirSession(options: OptionsSession): Promise<Session> {
  const { signal } = options;
  signal?.throwIfAborted();
  const instance = await DuckDBInstance.create(':memory:');
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
    avancement() {
      const { percentage } = connexion.progress;
      return percentage < 0 ? null : percentage / 100;
    },
    fermer() {
      signal?.removeEventListener('abort', interrompre);
      connexion.closeSync();
      instance.closeSync();
    },
  };
}
