import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const RACINE = join(import.meta.dirname, '..');

/** Les règles compilées s'écrivent en dernier : leur date dit celle de toute la construction. */
function estAJour(): boolean {
  const dates = ['src', 'regles'].flatMap((dossier) =>
    readdirSync(join(RACINE, dossier), { recursive: true, encoding: 'utf8' }).map(
      (nom) => statSync(join(RACINE, dossier, nom)).mtimeMs,
    ),
  );
  const construit = statSync(join(RACINE, 'dist/regles.json'), { throwIfNoEntry: false });
  return construit !== undefined && Math.max(...dates) < construit.mtimeMs;
}

/** Construit `dist` une fois, avant les tests qui lancent le vrai programme. */
export default function preparer(): void {
  if (estAJour()) return;
  const lancer = (...argv: string[]): void => {
    execFileSync(process.execPath, argv, { cwd: RACINE, stdio: 'inherit' });
  };
  lancer('node_modules/typescript/bin/tsc', '-p', 'tsconfig.construction.json');
  lancer('scripts/compiler-regles.mjs');
}
