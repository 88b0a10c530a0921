import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
    const { code, sortie, erreur } = await lancer(['demo'], { dossierCourant: dossier });
    expect(code).toBe(0);
    expect(sortie).toMatch(/^Dépôt d'exemple, entièrement fictif/);
    expect(sortie).toMatch(/\nNON ATTEINT : /);
    expect(erreur).toMatch(/ erreur champ\.date_invalide « 31\/02\/2025 » /);
  });

  test('finit par trois relevés, leur table de preuve et le rapport, écrits dans un dossier à part', async () => {
    const { sortie } = await lancer(['demo'], { dossierCourant: dossier });
    expect(sortie).toMatch(/\nPREUVE NON FAITE : /);
    expect(readdirSync(join(dossier, 'esms-demo/releves'))).toEqual(
      ['07', '08', '09'].map((mois) => `releve-630990018-2025-${mois}.json`),
    );
    const rapport = readFileSync(join(dossier, 'esms-demo/rapport.html'), 'utf8');
    expect(rapport.startsWith('<!doctype html>')).toBe(true);
    const { code, sortie: suivi } = await lancer(['suivi', 'esms-demo/releves'], { dossierCourant: dossier });
    expect({ code, dedans: sortie.includes(suivi) }).toEqual({ code: 0, dedans: true });
  });

  test('un dossier où l’on ne peut pas écrire : code 2, et le conseil', async () => {
    writeFileSync(join(dossier, 'fichier'), '');
    const { code, erreur } = await lancer(['demo', '--sortie', 'fichier'], { dossierCourant: dossier });
    expect(code).toBe(2);
    expect(erreur).toContain('--sortie DOSSIER');
  });

  test('--silencieux : rien sur l’erreur standard', async () => {
    expect((await lancer(['demo', '--silencieux'], { dossierCourant: dossier })).erreur).toBe('');
  });

  test('les mêmes octets quel que soit le jour', async () => {
    const demain = await lancer(['demo'], {
      dossierCourant: dossier,
      aujourdhui: () => '2031-01-01' as never,
    });
    expect(demain).toEqual(await lancer(['demo'], { dossierCourant: dossier }));
  });

  test('les commandes qu’elle donne marchent telles quelles, d’où qu’on l’appelle', () => {
    const { stdout } = taper(`node "${ESMS}" demo --silencieux`);
    const commandes = stdout.split('À vous :')[1]?.match(/^ {2}(?=\S).+$/gm) ?? [];
    expect(commandes).toHaveLength(7);
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
