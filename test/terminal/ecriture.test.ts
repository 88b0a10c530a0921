import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ErreurEcriture, ecrireAtomiquement } from '../../src/terminal/ecriture.ts';

let dossier = '';
beforeEach(() => {
  dossier = mkdtempSync(join(tmpdir(), 'esms-ecriture-'));
});
afterEach(() => {
  rmSync(dossier, { recursive: true, force: true });
});

describe('écriture atomique', () => {
  test('crée, puis remplace, sans rien laisser à côté', async () => {
    const fichier = join(dossier, 'rapport.csv');
    await ecrireAtomiquement(fichier, 'un');
    await ecrireAtomiquement(fichier, 'deux');
    expect(readFileSync(fichier, 'utf8')).toBe('deux');
    expect(readdirSync(dossier)).toEqual(['rapport.csv']);
  });

  test('un lien symbolique est suivi, pas remplacé', async () => {
    mkdirSync(join(dossier, 'ailleurs'));
    writeFileSync(join(dossier, 'ailleurs/cible'), 'avant');
    symlinkSync(join(dossier, 'ailleurs/cible'), join(dossier, 'lien'));
    await ecrireAtomiquement(join(dossier, 'lien'), 'après');
    expect(readFileSync(join(dossier, 'ailleurs/cible'), 'utf8')).toBe('après');
  });

  test("le fichier d'avant reste entier si l'écriture échoue, et rien ne traîne", async () => {
    const fichier = join(dossier, 'rapport.csv');
    writeFileSync(fichier, 'avant');
    writeFileSync(join(dossier, `.rapport.csv.${process.pid}.tmp`), 'occupé');
    await expect(ecrireAtomiquement(fichier, 'après')).rejects.toThrow(ErreurEcriture);
    expect(readFileSync(fichier, 'utf8')).toBe('avant');
  });

  test('un périphérique est écrit directement', async () => {
    await expect(ecrireAtomiquement('/dev/null', 'x')).resolves.toBeUndefined();
  });

  test('les refus du système se disent en français', async () => {
    await expect(ecrireAtomiquement(join(dossier, 'absent/x'), '')).rejects.toThrow(
      "le dossier n'existe pas",
    );
    await expect(ecrireAtomiquement(dossier, '')).rejects.toThrow("c'est un dossier");
    if (process.getuid?.() === 0) return;
    chmodSync(dossier, 0o500);
    await expect(ecrireAtomiquement(join(dossier, 'x'), '')).rejects.toThrow('accès refusé');
  });
});
