#!/usr/bin/env node
import module from 'node:module';

const NODE_MINIMUM = [20, 19];

const [majeure = 0, mineure = 0] = process.versions.node.split('.').map(Number);
const [majeureVoulue, mineureVoulue] = NODE_MINIMUM;

if (majeure < majeureVoulue || (majeure === majeureVoulue && mineure < mineureVoulue)) {
  process.stderr.write(
    `esms demande Node ${NODE_MINIMUM.join('.')} ou plus récent ; celui-ci est ${process.versions.node} (https://nodejs.org/fr/download)\n`,
  );
  process.exitCode = 2;
} else {
  // Le code compilé se garde d'un lancement à l'autre, où Node le sait faire (22.1 et plus).
  module.enableCompileCache?.();
  const { demarrer } = await import('../dist/cli/main.js');
  await demarrer();
}
