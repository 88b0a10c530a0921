#!/usr/bin/env node
const NODE_MINIMUM = [20, 19];

const [majeure = 0, mineure = 0] = process.versions.node.split('.').map(Number);
const [majeureVoulue, mineureVoulue] = NODE_MINIMUM;

if (majeure < majeureVoulue || (majeure === majeureVoulue && mineure < mineureVoulue)) {
  process.stderr.write(
    `esms demande Node ${NODE_MINIMUM.join('.')} ou plus récent ; celui-ci est ${process.versions.node} (https://nodejs.org/fr/download)\n`,
  );
  process.exitCode = 2;
} else {
  const { demarrer } = await import('../dist/cli/main.js');
  await demarrer();
}
