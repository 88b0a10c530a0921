import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GzipTronque, lireTete, nouvelleEmpreinte, ouvrirOctets } from '../../src/lecture/octets.ts';

let dossier: string;
beforeAll(() => {
  dossier = mkdtempSync(join(tmpdir(), 'esms-octets-'));
});
afterAll(() => rmSync(dossier, { recursive: true, force: true }));

function ecrire(nom: string, octets: Buffer): string {
  const chemin = join(dossier, nom);
  writeFileSync(chemin, octets);
  return chemin;
}

async function lire(chemin: string) {
  const empreinte = nouvelleEmpreinte();
  const { blocs, estGzip } = await ouvrirOctets(chemin, empreinte);
  const morceaux: Buffer[] = [];
  for await (const bloc of blocs) morceaux.push(bloc);
  return { contenu: Buffer.concat(morceaux), estGzip, sha256: empreinte.digest('hex') };
}

function sha256(octets: Buffer): string {
  return createHash('sha256').update(octets).digest('hex');
}

/** Plus de deux blocs, et mal compressible. */
const GROS = Buffer.concat(
  Array.from({ length: 90_000 }, (_, i) => createHash('sha256').update(String(i)).digest()),
);

describe('octets d’un fichier', () => {
  it('en plusieurs blocs, tous rendus et tous comptés dans l’empreinte', async () => {
    const { contenu, estGzip, sha256: empreinte } = await lire(ecrire('gros.csv', GROS));
    expect(contenu.equals(GROS)).toBe(true);
    expect([estGzip, empreinte]).toEqual([false, sha256(GROS)]);
  });

  it('un fichier vide n’a aucun bloc', async () => {
    expect((await lire(ecrire('vide.csv', Buffer.alloc(0)))).contenu).toHaveLength(0);
  });

  it('gzip se reconnaît à ses octets, pas au nom ; l’empreinte est celle du fichier compressé', async () => {
    const compresse = gzipSync(GROS);
    const { contenu, estGzip, sha256: empreinte } = await lire(ecrire('trompeur.csv', compresse));
    expect(contenu.equals(GROS)).toBe(true);
    expect([estGzip, empreinte]).toEqual([true, sha256(compresse)]);
  });

  it('plusieurs flux gzip bout à bout se lisent à la suite', async () => {
    const deux = Buffer.concat([gzipSync('a;b\n'), gzipSync('1;2\n')]);
    expect((await lire(ecrire('deux.csv.gz', deux))).contenu.toString()).toBe('a;b\n1;2\n');
  });

  for (const [quoi, octets] of [
    ['coupé au milieu', gzipSync(GROS).subarray(0, 1_500_000)],
    ['sans son dernier octet', gzipSync('a;b\n1;2\n').subarray(0, -1)],
    ['réduit à son en-tête', gzipSync('a;b\n').subarray(0, 10)],
    ['au contrôle faux', Buffer.concat([gzipSync('a;b\n').subarray(0, -8), Buffer.alloc(8)])],
  ] as const) {
    it(`un gzip ${quoi} est refusé, jamais lu à moitié`, async () => {
      await expect(lire(ecrire('coupe.csv.gz', octets))).rejects.toThrow(GzipTronque);
    });
  }

  it('un fichier absent est une erreur d’accès', async () => {
    await expect(ouvrirOctets(join(dossier, 'absent.csv'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('tête d’un fichier', () => {
  it('ses premiers octets, décompressés au besoin', async () => {
    const attendus = GROS.subarray(0, 5000);
    expect((await lireTete(ecrire('t.csv', GROS), 5000)).octets.equals(attendus)).toBe(true);
    expect((await lireTete(ecrire('t.csv.gz', gzipSync(GROS)), 5000)).octets.equals(attendus)).toBe(true);
  });

  it('tout le fichier s’il est plus court', async () => {
    expect((await lireTete(ecrire('court.csv', Buffer.from('a;b')), 5000)).octets.toString()).toBe('a;b');
  });
});
