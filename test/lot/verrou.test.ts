import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DossierTenu, verrouiller } from '../../src/lot/verrou.ts';
import { ecrireDossier } from './dossier.ts';

const verrouDe = (dossier: string): string => join(dossier, '.esms-lot.verrou');

/** Le numéro d'un processus qui vient de finir. */
function pidMort(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

describe('le verrou d’un dossier de sortie', () => {
  test('un second preneur est refusé, et sait qui le tient ; relâché, le dossier se reprend', () => {
    const dossier = ecrireDossier({});
    const relacher = verrouiller(dossier, 'region');
    expect(() => verrouiller(dossier, 'region')).toThrow(DossierTenu);
    expect(() => verrouiller(dossier, 'region')).toThrow(
      `region est tenu par le processus ${process.pid} du poste ${hostname()}`,
    );
    relacher();
    expect(readdirSync(dossier)).toEqual([]);
    verrouiller(dossier, 'region')();
  });

  test('celui d’un processus mort est repris', () => {
    const dossier = ecrireDossier({});
    writeFileSync(verrouDe(dossier), JSON.stringify({ pid: pidMort(), poste: hostname() }));
    const relacher = verrouiller(dossier, 'region');
    expect(JSON.parse(readFileSync(verrouDe(dossier), 'utf8'))).toEqual({
      pid: process.pid,
      poste: hostname(),
    });
    relacher();
    expect(readdirSync(dossier)).toEqual([]);
  });

  test.each([
    [
      'd’un autre poste, dont on ne sait rien',
      JSON.stringify({ pid: 1, poste: 'ailleurs' }),
      /du poste ailleurs/,
    ],
    ['illisible', '', /une autre exécution/],
  ])('celui %s ne l’est pas : on dit lequel supprimer', (_, contenu, qui) => {
    const dossier = ecrireDossier({ '.esms-lot.verrou': contenu });
    expect(() => verrouiller(dossier, 'region')).toThrow(qui);
    expect(() => verrouiller(dossier, 'region')).toThrow(/supprimez region/);
    expect(readFileSync(verrouDe(dossier), 'utf8')).toBe(contenu);
  });

  test('relâcher n’ôte pas le verrou d’un autre', () => {
    const dossier = ecrireDossier({});
    const relacher = verrouiller(dossier, 'region');
    writeFileSync(verrouDe(dossier), JSON.stringify({ pid: 1, poste: 'ailleurs' }));
    relacher();
    expect(existsSync(verrouDe(dossier))).toBe(true);
  });
});
