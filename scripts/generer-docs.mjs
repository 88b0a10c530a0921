/**
 * Écrit docs/formats.md et docs/anomalies.md depuis les descriptions du programme, et rejoue les exemples du
 * README et de docs/prise-en-main.md (`npm run docs`) ; ou écrit le tout dans le dossier donné. Un test compare :
 * ce qui change sans sa documentation échoue.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rendreAnomalies } from './docs/anomalies.mjs';
import { executerExemples } from './docs/exemples.mjs';
import { rendreFormats } from './docs/formats.mjs';

const RACINE = fileURLToPath(new URL('..', import.meta.url));
const PAGES = {
  'README.md': rejouer,
  'docs/prise-en-main.md': rejouer,
  'docs/formats.md': rendreFormats,
  'docs/anomalies.md': rendreAnomalies,
};

function rejouer(nom) {
  return executerExemples(readFileSync(join(RACINE, nom), 'utf8'));
}

const dossier = process.argv[2] ?? RACINE;
mkdirSync(join(dossier, 'docs'), { recursive: true });
for (const [nom, rendre] of Object.entries(PAGES)) writeFileSync(join(dossier, nom), rendre(nom));
