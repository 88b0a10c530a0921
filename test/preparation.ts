import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const RACINE = join(import.meta.dirname, '..');

/** tsc récrit tous les fichiers à chaque construction : la date d'un seul dit celle de tous. */
function estAJour(): boolean {
  const sources = readdirSync(join(RACINE, 'src'), { recursive: true, encoding: 'utf8' });
  const dates = sources.map((nom) => statSync(join(RACINE, 'src', nom)).mtimeMs);
  const construit = statSync(join(RACINE, 'dist/cli/main.js'), { throwIfNoEntry: false });
  return construit !== undefined && Math.max(...dates) < construit.mtimeMs;
}

/** Construit `dist` une fois, avant les tests qui lancent le vrai programme. */
export default function preparer(): void {
  if (estAJour()) return;
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.construction.json'], {
    cwd: RACINE,
    stdio: 'inherit',
  });
}
