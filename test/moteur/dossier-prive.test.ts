import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { creerDossierPrive } from '../../src/moteur/dossier-prive.ts';

const CONSTRUIT = join(import.meta.dirname, '../../dist/moteur/dossier-prive.js');

describe('dossier privé', () => {
  it('lisible du seul usager (0700), et vide', () => {
    const { chemin, effacer } = creerDossierPrive();
    expect(statSync(chemin).mode & 0o777).toBe(0o700);
    expect(readdirSync(chemin)).toEqual([]);
    effacer();
  });

  it('effacé avec son contenu ; sans effet la seconde fois', () => {
    const { chemin, effacer } = creerDossierPrive();
    mkdirSync(join(chemin, 'sous'));
    writeFileSync(join(chemin, 'sous', 'copie.csv'), 'a;b\n');
    effacer();
    expect(existsSync(chemin)).toBe(false);
    expect(effacer).not.toThrow();
  });

  it('deux dossiers ne se confondent pas', () => {
    const [un, deux] = [creerDossierPrive(), creerDossierPrive()];
    un.effacer();
    expect([existsSync(un.chemin), existsSync(deux.chemin)]).toEqual([false, true]);
    deux.effacer();
  });

  for (const [quoi, fin] of [
    ['la fin ordinaire du programme', ''],
    ['process.exit', 'process.exit(3)'],
    ['une exception que rien n’attrape', 'throw new Error("panne")'],
  ] as const) {
    it(`ce qui reste est effacé à la sortie : ${quoi}`, () => {
      const code = `import { writeFileSync, existsSync } from 'node:fs';
        const { creerDossierPrive } = await import(${JSON.stringify(pathToFileURL(CONSTRUIT).href)});
        const { chemin } = creerDossierPrive();
        writeFileSync(chemin + '/copie.csv', 'a;b');
        console.log(chemin, existsSync(chemin + '/copie.csv'));
        ${fin}`;
      let sortie: string;
      try {
        sortie = execFileSync(process.execPath, ['--input-type=module', '-e', code], {
          encoding: 'utf8',
          stdio: 'pipe',
        });
      } catch (erreur) {
        sortie = (erreur as { stdout: string }).stdout;
      }
      const [chemin = '', existait] = sortie.trim().split(' ');
      expect(existait).toBe('true');
      expect(existsSync(chemin)).toBe(false);
    });
  }
});
