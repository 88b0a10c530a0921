import type { Constat, Noter } from '../domaine/anomalie.ts';
import type { DossierPrive } from '../moteur/dossier-prive.ts';
import type { FichierDepot } from './depot/fichiers.ts';
import type { FichierPret, FichierReconnu } from './fichier-pret.ts';
import { preparerFichier } from './preparer.ts';

/** L'examen d'un fichier : ce qu'il en sort, et ce qu'il y a à en dire. */
interface Examen {
  readonly fichier: FichierDepot;
  /** Ce que sa tête promet ; `null` si DuckDB ne le lira pas lui-même. */
  readonly reconnu: Promise<FichierReconnu | null>;
  /** `null` si le fichier est refusé. */
  readonly pret: Promise<FichierPret | null>;
  readonly constats: readonly Constat[];
}

/**
 * Les examens des fichiers d'un dépôt, menés l'un après l'autre pendant que les tables déjà examinées se lisent : les
 * octets d'un agenda se balaient d'un côté, DuckDB lit les dossiers de l'autre.
 */
export class Examens {
  readonly #examens: readonly Examen[];
  readonly #finis = new Set<FichierDepot>();
  readonly #arret = new AbortController();
  #suite: Promise<unknown> = Promise.resolve();

  constructor(fichiers: readonly FichierDepot[], prive: DossierPrive, signal: AbortSignal | undefined) {
    const limite = AbortSignal.any([this.#arret.signal, ...(signal ? [signal] : [])]);
    this.#examens = fichiers.map((fichier, rang) => {
      const constats: Constat[] = [];
      const noter: Noter = (constat) => constats.push(constat);
      let annoncer: (reconnu: FichierReconnu | null) => void = () => undefined;
      const reconnu = new Promise<FichierReconnu | null>((resoudre) => {
        annoncer = resoudre;
      });
      const pret = this.#suite.then(() => {
        limite.throwIfAborted();
        return preparerFichier(fichier, rang, prive, { noter, annoncer }, limite);
      });
      // L'échec d'un examen se lève chez qui l'attend ; les suivants ont lieu. Qui n'a rien annoncé n'annoncera plus rien.
      this.#suite = pret
        .catch(() => undefined)
        .then(() => {
          annoncer(null);
          this.#finis.add(fichier);
        });
      return { fichier, reconnu, pret, constats };
    });
  }

  /**
   * Ce que les têtes annoncent des fichiers que `voulus` retient. Rien si l'un d'eux n'annonce rien, ou si leurs examens
   * sont finis : `attendre` en dira plus.
   */
  async pressentir(
    voulus: (fichier: FichierDepot) => boolean,
    avant?: (fichier: FichierDepot) => void,
  ): Promise<FichierReconnu[]> {
    const reconnus: FichierReconnu[] = [];
    for (const { reconnu } of this.#parmi(voulus, avant)) {
      const un = await reconnu;
      if (un === null) return [];
      reconnus.push(un);
    }
    return reconnus.every(({ fichier }) => this.#finis.has(fichier)) ? [] : reconnus;
  }

  /** Les fichiers prêts, dans l'ordre, parmi ceux que `voulus` retient. `avant` est appelée avant chaque attente. */
  async attendre(
    voulus: (fichier: FichierDepot) => boolean,
    avant?: (fichier: FichierDepot) => void,
  ): Promise<FichierPret[]> {
    const prets: FichierPret[] = [];
    for (const { pret } of this.#parmi(voulus, avant)) {
      const un = await pret;
      if (un) prets.push(un);
    }
    return prets;
  }

  *#parmi(
    voulus: (fichier: FichierDepot) => boolean,
    avant: ((fichier: FichierDepot) => void) | undefined,
  ): Generator<Examen> {
    for (const examen of this.#examens) {
      if (!voulus(examen.fichier)) continue;
      avant?.(examen.fichier);
      yield examen;
    }
  }

  /** Tous les constats des examens, dans l'ordre des fichiers ; attend qu'ils soient finis. */
  async dire(noter: Noter): Promise<void> {
    const prets = await this.attendre(() => true);
    for (const constat of this.#examens.flatMap(({ constats }) => constats)) noter(constat);
    refuserDoublons(prets, noter);
  }

  /** Arrête ce qui reste à examiner ; plus rien ne tourne ensuite. */
  async arreter(): Promise<void> {
    this.#arret.abort();
    await this.#suite;
  }
}

/** Deux fichiers d'une table aux mêmes octets : l'un est en trop, et compter les deux fausserait tout. */
function refuserDoublons(prets: readonly FichierPret[], noter: Noter): void {
  const vus = new Map<string, string>();
  for (const { fichier, sha256 } of prets) {
    const cle = `${fichier.table} ${sha256}`;
    const premier = vus.get(cle);
    if (premier === undefined) vus.set(cle, fichier.nom);
    else {
      const cite = premier === fichier.nom;
      noter({
        code: 'fichier.doublon',
        fichier: fichier.nom,
        message: `${cite ? 'désigné deux fois' : `mêmes octets que « ${premier} »`} (table ${fichier.table})`,
        ...(cite ? { aide: 'ne désignez ce fichier que par un seul chemin ou motif de depot.yaml' } : {}),
      });
    }
  }
}
