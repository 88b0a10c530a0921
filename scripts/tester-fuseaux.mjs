/** `npm run test:fuseaux` : toute la suite sous deux fuseaux éloignés, de part et d'autre de minuit (D3). */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const RACINE = fileURLToPath(new URL('..', import.meta.url));
const FUSEAUX = ['America/Cayenne', 'Pacific/Noumea'];

for (const TZ of FUSEAUX) {
  console.log(`\nTZ=${TZ}`);
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--exclude', 'test/navigateur/**'],
    {
      cwd: RACINE,
      // Un navigateur n'a pas d'heure à lire dans ces pages. Les dépôts tirés au sort ont déjà passé `npm cit` en entier : ici, c'est le fuseau qu'on éprouve.
      env: { ESMS_TIRAGES: '30', ...process.env, TZ },
      stdio: 'inherit',
    },
  );
  if (status !== 0) process.exitCode = 1;
}
