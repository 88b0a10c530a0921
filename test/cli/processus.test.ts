import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { VERSION } from '../../src/version.ts';

const RACINE = join(import.meta.dirname, '../..');
const ESMS = join(RACINE, 'bin/esms.js');

function lancer(argv: readonly string[], options: readonly string[] = []) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...options, ESMS, ...argv], {
    cwd: RACINE,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, XDG_DATA_HOME: tmpdir() },
  });
  return { code: status, sortie: stdout, erreur: stderr };
}

describe('le programme installé', () => {
  test('--version', () => {
    expect(lancer(['--version'])).toEqual({ code: 0, sortie: `esms ${VERSION}\n`, erreur: '' });
  });

  test("une erreur d'appel sort en 2, sur l'erreur standard", () => {
    const { code, sortie, erreur } = lancer(['indicateurs', 'x']);
    expect({ code, sortie }).toEqual({ code: 2, sortie: '' });
    expect(erreur).toMatch(/^esms : il manque --mois AAAA-MM/);
  });

  test('un Node trop ancien : une phrase en français, code 2', () => {
    const dossier = mkdtempSync(join(tmpdir(), 'esms-node-'));
    const ancien = join(dossier, 'ancien.cjs');
    writeFileSync(
      ancien,
      "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.18.3' } });",
    );
    const rendu = lancer(['--version'], ['--require', ancien]);
    rmSync(dossier, { recursive: true });
    expect(rendu).toEqual({
      code: 2,
      sortie: '',
      erreur:
        'esms demande Node 20.19 ou plus récent ; celui-ci est 20.18.3 (https://nodejs.org/fr/download)\n',
    });
  });

  test('un lecteur parti avant la fin (« | head -1 ») ne fait ni trace ni message', () => {
    const { stderr } = spawnSync(
      'sh',
      [
        '-c',
        `"${process.execPath}" "${ESMS}" indicateurs fixtures/demo --mois 2025-09 --format json --silencieux | head -c 1 >/dev/null`,
      ],
      {
        encoding: 'utf8',
        cwd: RACINE,
      },
    );
    expect(stderr).toBe('');
  });
});
