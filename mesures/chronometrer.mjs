import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const MEMOIRE = fileURLToPath(new URL('./memoire.mjs', import.meta.url));

function executer(arguments_) {
  const depart = process.hrtime.bigint();
  const processus = spawnSync(process.execPath, ['--import', MEMOIRE, ...arguments_], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    maxBuffer: 1 << 28,
    encoding: 'utf8',
  });
  const millisecondes = Number(process.hrtime.bigint() - depart) / 1e6;
  if (processus.error) throw processus.error;
  return {
    millisecondes,
    memoireMo: Number(processus.output[3]) / 1024,
    code: processus.status,
    sortie: processus.stdout,
    erreur: processus.stderr,
  };
}

const mediane = (valeurs) => [...valeurs].sort((a, b) => a - b)[Math.floor(valeurs.length / 2)];

/**
 * Chronomètre des processus entiers, tour à tour (A B A B…), pour que la dérive de la machine les touche
 * également. Chaque rapport est celui d'un même tour ; on en garde la médiane.
 */
export function comparer(commandes, tours) {
  for (const { arguments: a } of commandes) executer(a);
  const mesures = commandes.map(() => []);
  for (let tour = 0; tour < tours; tour++) {
    for (const [i, { arguments: a }] of commandes.entries()) mesures[i].push(executer(a));
  }
  const [reference] = mesures;
  return commandes.map(({ nom }, i) => ({
    nom,
    tours,
    millisecondes: Math.round(mediane(mesures[i].map((m) => m.millisecondes))),
    minimum: Math.round(Math.min(...mesures[i].map((m) => m.millisecondes))),
    memoireMo: Math.round(Math.max(...mesures[i].map((m) => m.memoireMo))),
    rapport: Number(
      mediane(mesures[i].map((m, tour) => m.millisecondes / reference[tour].millisecondes)).toFixed(2),
    ),
    code: mesures[i][0].code,
    sortie: mesures[i][0].sortie,
  }));
}
