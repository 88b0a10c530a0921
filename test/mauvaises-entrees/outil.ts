import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import type { Anomalie } from '../../src/domaine/anomalie.ts';

const RACINE = join(import.meta.dirname, '../..');
export const ERREURS = join(RACINE, 'fixtures/erreurs');

export const ET = '630991016';
export const ESSMS = `finess_et;finess_ej;secteur\n${ET};630990018;PA\n`;

/** Ce qu'un passage du vrai programme laisse voir, et ce qu'il a laissé dans son dossier temporaire. */
export interface Passage {
  readonly code: number | null;
  readonly sortie: string;
  readonly erreur: string;
  readonly restes: readonly string[];
  /** Pic de mémoire, en Mio ; connu si `memoire` est demandé. */
  readonly pic: number;
}

export interface Lancement {
  readonly env?: Readonly<Record<string, string>>;
  readonly memoire?: boolean;
  /** Envoie ce signal dès que le dossier temporaire d'esms existe. */
  readonly signal?: NodeJS.Signals;
}

/** Lance `esms` dans un environnement nu : ni CI, ni dossier personnel, un dossier temporaire à lui. */
export async function lancer(
  args: readonly string[],
  { env = {}, memoire = false, signal }: Lancement = {},
): Promise<Passage> {
  const prive = mkdtempSync(join(tmpdir(), 'mauvaises-'));
  const enfant = spawn(
    process.execPath,
    [...(memoire ? ['--import', join(RACINE, 'mesures/memoire.mjs')] : []), 'bin/esms.js', ...args],
    {
      cwd: RACINE,
      env: {
        PATH: process.env.PATH ?? '',
        TZ: process.env.TZ ?? 'Europe/Paris',
        HOME: prive,
        TMPDIR: prive,
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    },
  );
  const [sortie, erreur, pic] = [1, 2, 3].map((rang) => {
    const morceaux: Buffer[] = [];
    enfant.stdio[rang]?.on('data', (octets: Buffer) => morceaux.push(octets));
    return () => Buffer.concat(morceaux).toString('utf8');
  });
  const veille =
    signal &&
    setInterval(() => {
      // Une seule fois : un second signal tue.
      if (restesDe(prive).length > 0 && !enfant.killed) enfant.kill(signal);
    }, 10);
  try {
    const code = await new Promise<number | null>((fin) => enfant.on('close', fin));
    return {
      code,
      sortie: sortie?.() ?? '',
      erreur: erreur?.() ?? '',
      restes: restesDe(prive),
      pic: Number(pic?.()) / 1024,
    };
  } finally {
    clearInterval(veille);
    rmSync(prive, { recursive: true, force: true });
  }
}

function restesDe(dossier: string): string[] {
  return readdirSync(dossier).filter((nom) => nom.startsWith('esms-'));
}

/** Le contrat `esms/verification@1`, réduit à ce que ces tests en lisent. */
export interface Verification {
  readonly anomalies: {
    readonly erreurs: number;
    readonly avertissements: number;
    readonly par_code: Readonly<Record<string, number>>;
    readonly details: readonly Anomalie[];
  };
  readonly sources: readonly {
    readonly fichier: string;
    readonly lignes: number;
    readonly retenues: number;
    readonly rejetees: number;
    readonly ecartees: number;
  }[];
}

export interface Controle {
  readonly passage: Passage;
  readonly rapport: Verification;
  /** Les anomalies en « fichier:ligne:colonne code « valeur » ». */
  readonly anomalies: readonly string[];
}

/** `esms verifier`, et ce que toute vérification doit tenir, quel que soit le dépôt. */
export async function verifier(
  depot: string,
  options: readonly string[] = ['--montrer-valeurs'],
  lancement: Lancement = {},
): Promise<Controle> {
  const passage = await lancer(['verifier', depot, '--format', 'json', ...options], lancement);
  sansDefaut(passage);
  const rapport = JSON.parse(passage.sortie) as Verification;
  for (const { fichier, lignes, retenues, rejetees, ecartees } of rapport.sources) {
    expect(retenues + rejetees + ecartees, `E1 : ${fichier}`).toBe(lignes);
  }
  for (const { message, aide, code } of rapport.anomalies.details) {
    expect(message, code).not.toMatch(/\b(error|invalid|unexpected|expected|undefined|null)\b/i);
    expect(aide.length, `${code} : un conseil`).toBeGreaterThan(5);
  }
  return { passage, rapport, anomalies: rapport.anomalies.details.map(ecrire) };
}

function ecrire({ fichier, ligne, colonne, code, valeur }: Anomalie): string {
  const lieu = [fichier, ligne, colonne].filter((partie) => partie !== null).join(':');
  return `${lieu} ${code}${valeur === null ? '' : ` « ${valeur} »`}`;
}

/** `esms indicateurs --mois 2025-09` : refusé, il n'écrit rien sur la sortie standard. */
export async function mesurer(
  depot: string,
  options: readonly string[] = [],
  lancement: Lancement = {},
): Promise<Passage> {
  const passage = await lancer(['indicateurs', depot, '--mois', '2025-09', ...options], lancement);
  sansDefaut(passage);
  if (passage.code === 2) {
    expect(passage.sortie).toBe('');
    expect(passage.erreur).toMatch(/ erreur [a-z]+\.[a-z_]+ /);
    expect(passage.erreur).toContain('aide : ');
  }
  return passage;
}

function sansDefaut({ code, sortie, erreur, restes }: Passage): void {
  expect(`${sortie}${erreur}`).not.toMatch(/^\s+at \S|défaut interne|\bError:/m);
  expect([0, 1, 2, 130]).toContain(code);
  expect(restes, 'dossiers temporaires').toEqual([]);
}

/** Écrit un dépôt dans un dossier temporaire, le prête, et l'efface. */
export async function avecDepot<T>(
  fichiers: Readonly<Record<string, string | Buffer>>,
  usage: (depot: string) => Promise<T>,
): Promise<T> {
  const racine = mkdtempSync(join(tmpdir(), 'depot-'));
  const depot = join(racine, 'depot');
  try {
    for (const [nom, contenu] of Object.entries({ 'essms.csv': ESSMS, ...fichiers })) {
      mkdirSync(dirname(join(depot, nom)), { recursive: true });
      writeFileSync(join(depot, nom), contenu);
    }
    return await usage(depot);
  } finally {
    rmSync(racine, { recursive: true, force: true });
  }
}
