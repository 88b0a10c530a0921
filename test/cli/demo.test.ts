import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lancer } from './faux-contexte.ts';

const ESMS = join(import.meta.dirname, '../../bin/esms.js');

let dossier = '';
beforeAll(() => {
  dossier = mkdtempSync(join(tmpdir(), 'esms-demo-'));
});
afterAll(() => {
  rmSync(dossier, { recursive: true, force: true });
});

/** Comme dans un terminal : le Node des tests, et le dossier courant de l'usager. */
function taper(commande: string) {
  const PATH = `${dirname(process.execPath)}:${process.env.PATH}`;
  return spawnSync('sh', ['-c', commande], { cwd: dossier, encoding: 'utf8', env: { ...process.env, PATH } });
}

describe('esms demo', () => {
  test('montre le tableau et sort en 0, malgré les lignes rejetées', async () => {
    const { code, sortie, erreur } = await lancer(['demo']);
    expect(code).toBe(0);
    expect(sortie).toMatch(/^Dépôt d'exemple, entièrement fictif/);
    expect(sortie).toMatch(/\nNON ATTEINT : /);
    expect(erreur).toMatch(/ erreur champ\.date_invalide « 31\/02\/2025 » /);
  });

  test('--silencieux : rien sur l’erreur standard', async () => {
    expect((await lancer(['demo', '--silencieux'])).erreur).toBe('');
  });

  test('les mêmes octets quel que soit le jour', async () => {
    const demain = await lancer(['demo'], { aujourdhui: () => '2031-01-01' as never });
    expect(demain).toEqual(await lancer(['demo']));
  });

  test('les commandes qu’elle donne marchent telles quelles, d’où qu’on l’appelle', () => {
    const { stdout } = taper(`node "${ESMS}" demo --silencieux`);
    const commandes = stdout.split('À vous :')[1]?.match(/^ {2}(?=\S).+$/gm) ?? [];
    expect(commandes).toHaveLength(5);
    for (const commande of commandes) {
      const { status, stderr } = taper(commande.trim());
      // Le dépôt d'exemple a des lignes rejetées : 1 pour les commandes qui le lisent.
      expect({ commande, status: status === 1 && / mon-depot/.test(commande) ? 0 : status }).toEqual({
        commande,
        status: 0,
      });
      expect(stderr).not.toContain('défaut interne');
    }
  }, 120_000);
});
