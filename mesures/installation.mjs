/**
 * Ce que pèse une installation : `npm ci --omit=dev` dans un dossier neuf, depuis le fichier de verrouillage, plus le
 * contenu du paquet (`npm pack`). Échoue à 100 Mo, ou si une dépendance de production a un script d'installation. Demande
 * le registre, ou le cache de npm, et un programme construit. Écrit une table, et la section « installation » de
 * `mesures.json`.
 *   node mesures/installation.mjs
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { consigner, presentation, TRAVAIL } from './consigner.mjs';

const RACINE = fileURLToPath(new URL('..', import.meta.url));
const LIMITE_MO = 100;
const MONTRES = 8;

const npm = (dossier, ...arguments_) =>
  execFileSync('npm', arguments_, { cwd: dossier, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

/** Les octets que prend un fichier ou un dossier sur le disque, blocs entiers. Windows ne dit pas ses blocs. */
function occupe(chemin) {
  const { blocks, size } = lstatSync(chemin);
  const propre = blocks === undefined ? size : blocks * 512;
  if (!lstatSync(chemin).isDirectory()) return propre;
  return readdirSync(chemin).reduce((total, nom) => total + occupe(join(chemin, nom)), propre);
}

const versMo = (octets) => Number((octets / 1e6).toFixed(1));

/** Les paquets de production, d'après le fichier de verrouillage : chemin et description. */
const { packages } = JSON.parse(readFileSync(join(RACINE, 'package-lock.json'), 'utf8'));
const production = Object.entries(packages).filter(([chemin, { dev }]) => chemin !== '' && !dev);
const avecScript = production
  .filter(([, { hasInstallScript }]) => hasInstallScript)
  .map(([chemin]) => chemin);

const neuf = join(TRAVAIL, 'installation');
rmSync(neuf, { recursive: true, force: true });
mkdirSync(neuf, { recursive: true });
for (const nom of ['package.json', 'package-lock.json', '.npmrc']) {
  if (existsSync(join(RACINE, nom))) cpSync(join(RACINE, nom), join(neuf, nom));
}
npm(neuf, 'ci', '--omit=dev', '--no-audit', '--no-fund');
// Le paquet se construit avant (`npm run mesure`) : ses scripts n'ont rien à refaire ici.
const [{ unpackedSize, entryCount }] = JSON.parse(
  npm(RACINE, 'pack', '--dry-run', '--ignore-scripts', '--json'),
);

const poids = [
  { paquet: `esms (${entryCount} fichiers)`, octets: unpackedSize },
  ...production
    .filter(([chemin]) => existsSync(join(neuf, chemin)))
    .map(([chemin]) => ({
      paquet: chemin.slice('node_modules/'.length),
      octets: occupe(join(neuf, chemin)),
    })),
].sort((a, b) => b.octets - a.octets);
const total = versMo(occupe(join(neuf, 'node_modules')) + unpackedSize);

console.log(presentation);
console.log(
  `npm ci --omit=dev, ${process.platform} ${process.arch} : ${total} Mo, ${poids.length} paquets, le programme compris`,
);
console.table(poids.slice(0, MONTRES).map(({ paquet, octets }) => ({ paquet, Mo: versMo(octets) })));
console.log(`scripts d'installation : ${avecScript.length === 0 ? 'aucun' : avecScript.join(', ')}`);
consigner('installation', {
  plateforme: `${process.platform} ${process.arch}`,
  total_mo: total,
  limite_mo: LIMITE_MO,
  scripts: avecScript,
  poids,
});
rmSync(neuf, { recursive: true, force: true });
if (avecScript.length > 0) throw new Error(`script d'installation : ${avecScript.join(', ')}`);
if (total >= LIMITE_MO) throw new Error(`${total} Mo installés : ${LIMITE_MO} Mo au plus`);
