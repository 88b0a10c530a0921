/**
 * `npm run mesure` (suite) : `esms lot` comme un processus entier. Des relevés : 1 120 soumissions, 25 700 ESSMS, trois
 * mois, et le temps par soumission à 100. Des dépôts bruts : le débit contre un seul ouvrier d'un seul fil, que `taskset`
 * tient sur un cœur (ailleurs que sous Linux, cette ligne manque).
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { comparer, mediane } from './chronometrer.mjs';
import { genererDepot } from './generer.mjs';
import { genererLot } from './lot-generer.mjs';

const ESMS = fileURLToPath(new URL('../bin/esms.js', import.meta.url));
const TRAVAIL = process.env.ESMS_MESURES ?? join(tmpdir(), 'mesures-esms');
const TOURS = Number(process.env.ESMS_TOURS ?? 3);
const DEPOTS = Number(process.env.ESMS_DEPOTS ?? 40);
const COMMUNES = ['--silencieux', '--date-reference', '2025-10-20'];

const lot = (dossier, ...options) => [ESMS, 'lot', dossier, ...options, ...COMMUNES];

function mesurerReleves() {
  const tailles = [
    [100, 2_295],
    [1_120, 25_700],
  ];
  for (const [soumissions, essms] of tailles)
    genererLot(join(TRAVAIL, `lot-${soumissions}`), { soumissions, essms });
  const sortie = (soumissions) => join(TRAVAIL, `region-${soumissions}`);
  const commandes = tailles.map(([soumissions]) => ({
    nom: `${soumissions} soumissions`,
    arguments: lot(join(TRAVAIL, `lot-${soumissions}`), '--sortie', sortie(soumissions)),
  }));
  const reprise = {
    nom: '1 120 soumissions, reprises sans rien de changé',
    arguments: lot(join(TRAVAIL, 'lot-1120'), '--sortie', sortie(1120), '--reprendre'),
  };
  const mesures = comparer([...commandes, reprise], TOURS);
  for (const { nom, millisecondes, minimum, memoireMo } of mesures) {
    console.log(`${nom} : ${millisecondes} ms (au mieux ${minimum} ms), pic ${memoireMo} Mo`);
  }
  const [cent, tout] = mesures.map(({ minimum }) => minimum);
  // Le démarrage, payé une fois, n'est pas un temps par soumission.
  console.log(
    `  par soumission, de 100 à 1 120 : ${((tout - cent) / 1020).toFixed(2)} ms ; à 100 : ${(cent / 100).toFixed(2)} ms, démarrage compris`,
  );
}

function chronometrer(commande, arguments_) {
  const depart = performance.now();
  const { status, stderr } = spawnSync(commande, arguments_, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0 && status !== 1) throw new Error(`code ${status} : ${stderr}`);
  return (performance.now() - depart) / 1000;
}

function mesurerDepots() {
  const dossier = join(TRAVAIL, `depots-${DEPOTS}`);
  mkdirSync(dossier, { recursive: true });
  for (let rang = 0; rang < DEPOTS; rang++) {
    const depot = { graine: rang + 1, essms: 25, dossiers: 2_500, evenements: 300_000 };
    genererDepot(join(dossier, `og-${String(rang).padStart(2, '0')}`), depot);
  }
  const coeurs = availableParallelism();
  const taches = (n) => lot(dossier, '--mois', '2025-09', '--taches', String(n));
  // Tour à tour : la dérive de la machine touche les deux.
  const tours = Array.from({ length: TOURS }, () => ({
    tous: chronometrer(process.execPath, taches(coeurs)),
    seul:
      process.platform === 'linux'
        ? chronometrer('taskset', ['-c', '0', process.execPath, ...taches(1)])
        : null,
  }));
  const tous = mediane(tours.map((tour) => tour.tous));
  console.log(
    `${DEPOTS} dépôts, ${coeurs} ouvriers : ${tous.toFixed(1)} s, ${(tous / DEPOTS).toFixed(2)} s par dépôt`,
  );
  const rapports = tours.flatMap((tour) => (tour.seul === null ? [] : tour.seul / tour.tous));
  if (rapports.length === 0) return;
  console.log(
    `  un seul ouvrier, un seul fil : ${mediane(tours.map((tour) => tour.seul)).toFixed(1)} s ; débit multiplié par ${mediane(rapports).toFixed(2)} (${rapports.map((un) => un.toFixed(2)).join(', ')})`,
  );
}

mkdirSync(TRAVAIL, { recursive: true });
mesurerReleves();
mesurerDepots();
