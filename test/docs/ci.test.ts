import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { relireXml } from '../rapports/ci/relire-xml.ts';
import { fautesSarif } from '../rapports/ci/schema-sarif.ts';

const RACINE = join(import.meta.dirname, '../..');
const README = readFileSync(join(RACINE, 'README.md'), 'utf8');
const { version } = JSON.parse(readFileSync(join(RACINE, 'package.json'), 'utf8')) as { version: string };

/** Les blocs YAML du chapitre, dans l'ordre : GitHub, puis GitLab. */
const [github, gitlab] = [
  ...README.slice(README.indexOf('## Dans une CI')).matchAll(/^```yaml\n([\s\S]*?)^```/gm),
].map(([, texte = '']) => parse(texte));

let travail = '';
beforeAll(() => {
  travail = mkdtempSync(join(tmpdir(), 'esms-ci-readme-'));
  for (const [, nom = '', contenu = ''] of README.matchAll(/^```(?:csv|yaml) (\S+)\n([\s\S]*?)^```/gm)) {
    mkdirSync(dirname(join(travail, nom)), { recursive: true });
    writeFileSync(join(travail, nom), contenu);
  }
  mkdirSync(join(travail, '.outils'));
  symlinkSync(join(RACINE, 'bin/esms.js'), join(travail, '.outils/esms'));
  chmodSync(join(RACINE, 'bin/esms.js'), 0o755);
});
afterAll(() => rmSync(travail, { recursive: true, force: true }));

/** Comme une CI : une ligne par commande, arrêt à la première qui échoue. */
function executer(lignes: readonly string[], variables: Record<string, string>): number | null {
  const { status } = spawnSync('sh', ['-e', '-c', lignes.join('\n')], {
    cwd: travail,
    env: {
      ...variables,
      CI: 'true',
      PATH: `${join(travail, '.outils')}${delimiter}${process.env.PATH}`,
      XDG_DATA_HOME: join(travail, '.donnees'),
    },
  });
  return status;
}

describe('les deux CI du README', () => {
  test('installent l’archive de la version présente', () => {
    for (const { run, lignes = run } of [
      ...github.jobs.controler.steps,
      { lignes: gitlab.esms.before_script[0] },
    ]) {
      if (lignes?.startsWith('npm')) expect(lignes).toContain(`esms-numerique-${version}.tgz`);
    }
  });

  test('GitHub : chaque commande sort 1 sur le dépôt du README, et laisse le SARIF que l’étape suivante envoie', () => {
    const commandes = github.jobs.controler.steps.flatMap(({ run }: { run?: string }) =>
      run?.startsWith('esms') ? [run] : [],
    );
    expect(commandes).toHaveLength(3);
    for (const commande of commandes) expect(executer([commande], github.env)).toBe(1);
    const { sarif_file } = github.jobs.controler.steps.at(-1).with;
    expect(fautesSarif(readFileSync(join(travail, sarif_file), 'utf8'))).toEqual([]);
  });

  test('GitLab : la tâche sort 1, et laisse les deux comptes rendus', () => {
    expect(executer(gitlab.esms.script, gitlab.esms.variables)).toBe(1);
    for (const nom of ['esms-verifier.xml', 'esms-indicateurs.xml']) {
      expect(existsSync(join(travail, nom))).toBe(true);
      expect(relireXml(readFileSync(join(travail, nom), 'utf8')).nom).toBe('testsuites');
    }
  });
});
