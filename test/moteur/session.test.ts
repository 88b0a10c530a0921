import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ouvrirSession, type Session } from '../../src/moteur/session.ts';
import { texte } from '../../src/moteur/sql.ts';

const LONGUE =
  'SELECT count(*)::VARCHAR AS n FROM range(100000000) a, range(100000) b WHERE (a.range * b.range) % 7 = 3';

let dossier: string;
let permis: string;
let temporaire: string;
let session: Session;
beforeAll(async () => {
  dossier = mkdtempSync(join(tmpdir(), 'esms-session-'));
  permis = join(dossier, 'permis.csv');
  for (const nom of ['permis.csv', 'autre.csv']) writeFileSync(join(dossier, nom), 'a;b\n1;2\n');
  // DuckDB garde le droit de lire et d'écrire son dossier temporaire : il n'y a là que nos copies.
  temporaire = mkdtempSync(join(tmpdir(), 'esms-session-'));
  session = await ouvrirSession({ fichiersPermis: [permis], dossierTemporaire: temporaire });
});
afterAll(() => {
  session.fermer();
  for (const un of [dossier, temporaire]) rmSync(un, { recursive: true, force: true });
});

describe('session verrouillée', () => {
  const lire = (chemin: string) =>
    `SELECT count(*)::INTEGER AS n FROM read_csv(${texte(chemin)}, delim = ';')`;

  it('lit un fichier de la liste', async () => {
    expect(await session.lignes(lire(permis))).toEqual([{ n: 1 }]);
  });

  it('ne lit aucun autre fichier, même voisin, même par un détour', async () => {
    for (const chemin of ['autre.csv', '*.csv', 'sous/../autre.csv'])
      await expect(session.lignes(lire(join(dossier, chemin)))).rejects.toThrow(/disabled|Permission/i);
    await expect(session.lignes(lire('/etc/passwd'))).rejects.toThrow(/disabled|Permission/i);
    await expect(session.lignes(`SELECT * FROM glob(${texte(join(dossier, '*'))})`)).rejects.toThrow(
      /disabled|Permission/i,
    );
    await expect(
      session.lignes(`SELECT * FROM read_text(${texte(join(dossier, 'autre.csv'))})`),
    ).rejects.toThrow(/disabled|Permission/i);
  });

  it('ni réseau, ni extension, ni autre base', async () => {
    for (const sql of [
      "SELECT * FROM read_csv('https://exemple.fr/a.csv')",
      'INSTALL httpfs',
      'LOAD httpfs',
      `ATTACH ${texte(join(dossier, 'base.db'))} AS autre`,
    ])
      await expect(session.executer(sql)).rejects.toThrow(/disabled|Permission|not permitted|not found/i);
  });

  it('n’écrit aucun fichier', async () => {
    const sortie = join(dossier, 'sortie.csv');
    await expect(session.executer(`COPY (SELECT 1) TO ${texte(sortie)}`)).rejects.toThrow(
      /disabled|Permission/i,
    );
    await expect(session.executer(`EXPORT DATABASE ${texte(join(dossier, 'base'))}`)).rejects.toThrow();
    expect(existsSync(sortie)).toBe(false);
  });

  it('ne se déverrouille pas', async () => {
    for (const sql of [
      'SET enable_external_access = true',
      "SET allowed_paths = ['/etc/passwd']",
      'SET lock_configuration = false',
      "SET temp_directory = '/tmp'",
    ])
      await expect(session.executer(sql)).rejects.toThrow(/lock|cannot|disabled/i);
  });
});

describe('valeurs rendues', () => {
  it('des nombres, des booléens, des dates en « AAAA-MM-JJ », NULL', async () => {
    expect(
      await session.lignes("SELECT 1::INTEGER AS i, true AS b, DATE '2025-09-01' AS d, NULL AS v, 'é' AS t"),
    ).toEqual([{ i: 1, b: true, d: '2025-09-01', v: null, t: 'é' }]);
  });

  it('plusieurs instructions en une fois', async () => {
    await session.executer('CREATE TABLE t (x INTEGER); INSERT INTO t VALUES (1), (2);');
    expect(await session.lignes('SELECT x FROM t ORDER BY x')).toEqual([{ x: 1 }, { x: 2 }]);
  });
});

describe('interruption', () => {
  it('un signal levé pendant une requête la rejette aussitôt, en AbortError', async () => {
    const coupure = new AbortController();
    const autre = await ouvrirSession({
      fichiersPermis: [],
      dossierTemporaire: temporaire,
      signal: coupure.signal,
    });
    try {
      setTimeout(() => coupure.abort(), 100);
      await expect(autre.lignes(LONGUE)).rejects.toMatchObject({ name: 'AbortError' });
      await expect(autre.executer('SELECT 1')).rejects.toMatchObject({ name: 'AbortError' });
    } finally {
      autre.fermer();
    }
  }, 10_000);

  it('interrompre arrête la requête en cours, et la session sert encore', async () => {
    // Répétée : une interruption d'avant le début de la requête ne l'arrête pas.
    const veille = setInterval(session.interrompre, 50);
    await expect(session.lignes(LONGUE).finally(() => clearInterval(veille))).rejects.toThrow(/interrupt/i);
    expect(await session.lignes('SELECT 1::INTEGER AS n')).toEqual([{ n: 1 }]);
  }, 10_000);

  it('un signal déjà levé empêche d’ouvrir', async () => {
    await expect(
      ouvrirSession({ fichiersPermis: [], dossierTemporaire: temporaire, signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('une requête fausse rejette avec l’erreur de DuckDB, sans casser la session', async () => {
    await expect(session.lignes('SELECT * FROM nulle_part')).rejects.toThrow(/nulle_part/);
    expect(await session.lignes('SELECT 1::INTEGER AS n')).toEqual([{ n: 1 }]);
  });
});
