/**
 * Le démarrage : chaque commande légère comme un processus entier, à côté de `node -e 0`, tour à tour. `ESMS_TOURS` change
 * le nombre de tours. Échoue si une commande dépasse 2,2 fois le démarrage de Node.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { comparer } from './chronometrer.mjs';
import { consigner, presentation } from './consigner.mjs';

const ESMS = join(fileURLToPath(new URL('..', import.meta.url)), 'bin/esms.js');
const TOURS = Number(process.env.ESMS_TOURS ?? 15);
const LIMITE = 2.2;

const COMMANDES = {
  'esms --version': ['--version'],
  'esms --aide': ['--aide'],
  'esms sons': ['sons', '--essms-og', '35'],
  'esms forfaits': [
    'forfaits',
    '--annee',
    '2022',
    '--type',
    'acquisition',
    '--secteur',
    'PA',
    '--essms',
    '46',
  ],
};

const mesures = comparer(
  [
    { nom: 'node -e 0', arguments: ['-e', '0'] },
    ...Object.entries(COMMANDES).map(([nom, argv]) => ({ nom, arguments: [ESMS, ...argv] })),
  ],
  TOURS,
);
console.log(`${presentation}\nDémarrage, médianes de ${TOURS} tours`);
console.table(mesures, ['nom', 'millisecondes', 'minimum', 'memoireMo', 'rapport']);
consigner('demarrage', {
  tours: TOURS,
  limite: LIMITE,
  mesures: mesures.map(({ sortie, erreur, ...mesure }) => mesure),
});
const lentes = mesures
  .filter(({ rapport }) => rapport > LIMITE)
  .map(({ nom, rapport }) => `${nom} ${rapport}`);
if (lentes.length > 0) throw new Error(`plus de ${LIMITE} fois node -e 0 : ${lentes.join(', ')}`);
