import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { Recueil } from '../../../src/domaine/anomalie.ts';
import { trouverFichiers } from '../../../src/lecture/depot/fichiers.ts';
import { lireDepotYaml } from '../../../src/lecture/depot/lire.ts';

let racine: string;
let dossier: string;
beforeEach(() => {
  racine = mkdtempSync(join(tmpdir(), 'esms-fichiers-'));
  dossier = join(racine, 'depot');
  mkdirSync(dossier);
});
afterEach(() => rmSync(racine, { recursive: true, force: true }));

function ecrire(...noms: string[]): void {
  for (const nom of noms) {
    mkdirSync(dirname(join(dossier, nom)), { recursive: true });
    writeFileSync(join(dossier, nom), 'a;b\n');
  }
}

async function trouver(tables: Readonly<Record<string, unknown>> | null = null) {
  if (tables) writeFileSync(join(dossier, 'depot.yaml'), stringify({ version: 1, tables }));
  const recueil = new Recueil(100);
  const lu = await lireDepotYaml(dossier, recueil);
  if (!lu) throw new Error(recueil.details[0]?.message ?? 'depot.yaml refusé');
  const fichiers = await trouverFichiers(dossier, lu, recueil);
  return {
    trouves: fichiers.map(({ table, nom }) => `${table} ${nom}`),
    constats: recueil.details.map(({ code, fichier }) => `${code} ${fichier}`),
    aides: recueil.details.map(({ aide }) => aide),
    refus: recueil.aRefus,
  };
}

describe('noms canoniques', () => {
  it('chaque table sous son nom, compressé ou non, sans égard à la casse, dans l’ordre des tables', async () => {
    ecrire('agenda.csv.gz', 'Dossiers.CSV', 'essms.csv');
    expect(await trouver()).toMatchObject({
      trouves: ['essms essms.csv', 'dossiers Dossiers.CSV', 'agenda agenda.csv.gz'],
      constats: [],
    });
  });

  it('un CSV que rien ne lit est signalé, avec le nom qui s’en approche', async () => {
    ecrire('essms.csv', 'dossier.csv', 'notes.txt');
    const { constats, aides, refus } = await trouver();
    expect(constats).toEqual(['fichier.inutilise dossier.csv']);
    expect(aides[0]).toContain('« dossiers.csv »');
    expect(refus).toBe(false);
  });

  it('une source sans fichiers lit le nom canonique', async () => {
    ecrire('agenda.csv');
    expect((await trouver({ agenda: { types_exclus: ['absence'] } })).trouves).toEqual(['agenda agenda.csv']);
  });

  it('un fichier nommé dans depot.yaml remplace le nom canonique', async () => {
    ecrire('essms.csv', 'exports/perimetre.csv');
    const { trouves, constats } = await trouver({ essms: { fichiers: ['exports/perimetre.csv'] } });
    expect(trouves).toEqual(['essms exports/perimetre.csv']);
    expect(constats).toEqual(['fichier.inutilise essms.csv']);
  });
});

describe('motifs', () => {
  it('un motif désigne ses fichiers, triés, sous le dépôt', async () => {
    ecrire('exports/b_agenda.csv', 'exports/a_agenda.csv', 'exports/a_usagers.csv', 'autre/c_agenda.csv');
    const { trouves } = await trouver({ agenda: { fichiers: ['exports/*_agenda.csv'] } });
    expect(trouves).toEqual(['agenda exports/a_agenda.csv', 'agenda exports/b_agenda.csv']);
  });

  it('** descend dans les dossiers', async () => {
    ecrire('exports/1/agenda.csv', 'exports/2/x/agenda.csv');
    const { trouves } = await trouver({ agenda: { fichiers: ['exports/**/agenda.csv'] } });
    expect(trouves).toEqual(['agenda exports/1/agenda.csv', 'agenda exports/2/x/agenda.csv']);
  });

  it('un motif sans fichier est une erreur de depot.yaml', async () => {
    const { constats, refus } = await trouver({ agenda: { fichiers: ['exports/*.csv'] } });
    expect([constats, refus]).toEqual([['depot.motif_sans_fichier depot.yaml'], true]);
  });

  it('un fichier nommé et absent est une erreur', async () => {
    const { constats, refus } = await trouver({ agenda: { fichiers: ['agenda_2025.csv'] } });
    expect(constats).toHaveLength(1);
    expect(constats[0]).toMatch(/^fichier\.absent /);
    expect(refus).toBe(true);
  });

  for (const nom of [
    'agenda (1).csv',
    'agenda [1].csv',
    'a{b}.csv',
    "l'agenda.csv",
    'agenda*.csv',
    'été 2025.csv',
  ]) {
    it(`un chemin qui existe mot pour mot prime sur le motif : ${nom}`, async () => {
      ecrire(nom, 'agenda1.csv', 'ab.csv');
      expect((await trouver({ agenda: { fichiers: [nom] } })).trouves).toEqual([`agenda ${nom}`]);
    });
  }
});

describe('chemins qui sortent du dépôt', () => {
  for (const chemin of [
    '../secret.csv',
    'exports/../../secret.csv',
    '/etc/passwd',
    'C:\\secret.csv',
    '..\\secret.csv',
  ]) {
    it(`refusé : ${chemin}`, async () => {
      writeFileSync(join(racine, 'secret.csv'), 'a;b\n');
      const { trouves, constats, refus } = await trouver({ agenda: { fichiers: [chemin] } });
      expect(trouves).toEqual([]);
      expect(constats).toEqual(['fichier.hors_depot depot.yaml']);
      expect(refus).toBe(true);
    });
  }

  it('un lien vers un fichier du dehors est refusé, nommé ou canonique', async () => {
    writeFileSync(join(racine, 'secret.csv'), 'a;b\n');
    symlinkSync(join(racine, 'secret.csv'), join(dossier, 'agenda.csv'));
    const { trouves, constats, refus } = await trouver();
    expect([trouves, refus]).toEqual([[], true]);
    expect(constats).toContain('fichier.hors_depot agenda.csv');
    expect(await trouver({ agenda: { fichiers: ['*.csv'] } })).toMatchObject({ trouves: [], refus: true });
  });

  it('un dossier lié qui mène dehors n’est pas lu', async () => {
    mkdirSync(join(racine, 'dehors'));
    writeFileSync(join(racine, 'dehors', 'agenda.csv'), 'a;b\n');
    symlinkSync(join(racine, 'dehors'), join(dossier, 'exports'));
    const { trouves, refus } = await trouver({ agenda: { fichiers: ['exports/agenda.csv'] } });
    expect([trouves, refus]).toEqual([[], true]);
  });

  it('un dossier voisin dont le nom commence par celui du dépôt est dehors', async () => {
    mkdirSync(join(racine, 'depot-bis'));
    writeFileSync(join(racine, 'depot-bis', 'x.csv'), 'a;b\n');
    symlinkSync(join(racine, 'depot-bis', 'x.csv'), join(dossier, 'agenda.csv'));
    expect((await trouver()).refus).toBe(true);
  });

  it('un fichier dont le nom commence par deux points est dedans', async () => {
    ecrire('..agenda.csv');
    expect((await trouver({ agenda: { fichiers: ['..agenda.csv'] } })).trouves).toEqual([
      'agenda ..agenda.csv',
    ]);
  });

  it('un lien qui reste dans le dépôt se lit', async () => {
    ecrire('exports/agenda_2025.csv');
    symlinkSync('exports/agenda_2025.csv', join(dossier, 'agenda.csv'));
    expect((await trouver()).trouves).toEqual(['agenda agenda.csv']);
  });

  it('un dossier, ou un lien mort, n’est pas un fichier', async () => {
    mkdirSync(join(dossier, 'agenda.csv'));
    symlinkSync('nulle-part', join(dossier, 'dossiers.csv'));
    const { trouves, constats } = await trouver();
    expect(trouves).toEqual([]);
    expect(constats).toEqual(
      expect.arrayContaining(['fichier.illisible dossiers.csv', 'fichier.illisible agenda.csv']),
    );
  });
});
