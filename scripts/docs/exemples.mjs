/**
 * Les exemples d'une page Markdown sont exécutés, dans l'ordre, dans un dossier vide :
 *   ```csv mon-depot/essms.csv   écrit ce fichier (de même ```yaml)
 *   ```sh                        exécute chaque ligne, qui doit sortir 0, ou N si elle finit par « # sort N »
 *   ```text [de « A » à « B »]   reçoit ce qu'elles viennent d'afficher, ou de la ligne où est A à celle où est B
 *   ```sh ci                     n'est pas exécuté ici, mais par .ci/run
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROGRAMME = fileURLToPath(new URL('../../bin/esms.js', import.meta.url));
const BLOC = /^```(\w+)(?: (.+))?\n([\s\S]*?)^```$/gm;

/** La même page, où chaque affichage est celui que rendent ses commandes. */
export function executerExemples(page) {
  const dossier = mkdtempSync(join(tmpdir(), 'esms-exemples-'));
  try {
    const outils = join(dossier, '.outils');
    mkdirSync(outils);
    symlinkSync(PROGRAMME, join(outils, 'esms'));
    chmodSync(PROGRAMME, 0o755);
    let affichage = '';
    return page.replace(BLOC, (bloc, langage, precision = '', contenu) => {
      if ((langage === 'csv' || langage === 'yaml') && precision) ecrire(dossier, precision, contenu);
      if (langage === 'sh' && precision !== 'ci') affichage = executer(dossier, outils, contenu);
      if (langage !== 'text') return bloc;
      const entete = precision ? `text ${precision}` : 'text';
      return `\`\`\`${entete}\n${extraire(affichage, precision)}\`\`\``;
    });
  } finally {
    rmSync(dossier, { recursive: true, force: true });
  }
}

function ecrire(dossier, nom, contenu) {
  const chemin = join(dossier, nom);
  mkdirSync(dirname(chemin), { recursive: true });
  writeFileSync(chemin, contenu);
}

function executer(dossier, outils, contenu) {
  // Sans index FINESS : celui du poste changerait ce que la page montre.
  const donnees = join(dossier, '.donnees');
  const chemins = `${outils}${delimiter}${process.env.PATH}`;
  const env = { PATH: chemins, COLUMNS: '100', NO_COLOR: '1', XDG_DATA_HOME: donnees };
  const affichages = contenu
    .trim()
    .split('\n')
    .map((ligne) => {
      const attendu = Number(/# sort (\d+)$/.exec(ligne)?.[1] ?? 0);
      const { status, stdout } = spawnSync('sh', ['-c', `exec 2>&1\n${ligne}`], {
        cwd: dossier,
        encoding: 'utf8',
        env,
      });
      if (status === attendu) return stdout;
      throw new Error(`« ${ligne} » sort ${status} au lieu de ${attendu}\n${stdout}`);
    });
  return affichages.join('');
}

function extraire(affichage, precision) {
  const lignes = affichage.trimEnd().split('\n');
  const bornes = /^de « (.+?) » à « (.+?) »$/.exec(precision);
  const debut = bornes ? lignes.findIndex((ligne) => ligne.includes(bornes[1])) : 0;
  const fin = bornes
    ? lignes.findIndex((ligne, rang) => rang >= debut && ligne.includes(bornes[2]))
    : Infinity;
  if (debut < 0 || fin < 0) throw new Error(`« ${precision} » introuvable dans :\n${affichage}`);
  return lignes
    .slice(debut, fin + 1)
    .map((ligne) => `${ligne.trimEnd()}\n`)
    .join('');
}
