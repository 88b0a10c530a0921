import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const MEMOIRE = fileURLToPath(new URL('./memoire.mjs', import.meta.url));

/** Un programme qui n'est pas Node ne dit pas sa mémoire : `null`. */
function executer({ programme, arguments: arguments_ }) {
  const argv = programme === undefined ? ['--import', MEMOIRE, ...arguments_] : arguments_;
  const depart = process.hrtime.bigint();
  const processus = spawnSync(programme ?? process.execPath, argv, {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    maxBuffer: 1 << 28,
    encoding: 'utf8',
  });
  const millisecondes = Number(process.hrtime.bigint() - depart) / 1e6;
  if (processus.error) throw processus.error;
  if (processus.signal) throw new Error(`${argv.join(' ')} : tué (${processus.signal})`);
  return {
    millisecondes,
    memoireMo: programme === undefined ? Number(processus.output[3]) / 1024 : null,
    code: processus.status,
    sortie: processus.stdout,
    erreur: processus.stderr,
  };
}

export const mediane = (valeurs) => [...valeurs].sort((a, b) => a - b)[Math.floor(valeurs.length / 2)];

/** La médiane, sur les tours, de ce que `calculer` tire des temps d'un même tour, en millisecondes. */
export function medianeParTour(mesures, calculer) {
  return mediane(mesures[0].temps.map((_, tour) => calculer(...mesures.map(({ temps }) => temps[tour]))));
}

/**
 * Chronomètre des processus entiers, tour à tour (A B A B…), pour que la dérive de la machine les touche
 * également. Chaque rapport est celui d'un même tour ; on en garde la médiane. Une commande est un script de Node, ou
 * un autre `programme` avec ses arguments.
 */
export function comparer(commandes, tours) {
  for (const commande of commandes) executer(commande);
  const mesures = commandes.map(() => []);
  for (let tour = 0; tour < tours; tour++) {
    for (const [i, commande] of commandes.entries()) mesures[i].push(executer(commande));
  }
  const [reference] = mesures;
  return commandes.map(({ nom }, i) => {
    const [{ code, sortie, erreur, memoireMo }] = mesures[i];
    const temps = mesures[i].map((m) => m.millisecondes);
    return {
      nom,
      tours,
      millisecondes: Math.round(mediane(temps)),
      minimum: Math.round(Math.min(...temps)),
      memoireMo: memoireMo === null ? null : Math.round(Math.max(...mesures[i].map((m) => m.memoireMo))),
      rapport: Number(mediane(temps.map((ms, tour) => ms / reference[tour].millisecondes)).toFixed(2)),
      temps: temps.map(Math.round),
      code,
      sortie,
      erreur,
    };
  });
}
