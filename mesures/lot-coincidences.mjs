/**
 * `node mesures/lot-coincidences.mjs lot.csv` : combien de `lot.copie_essms` le hasard donne à lui seul. À effectif (D)
 * égal, les dossiers actifs, les messages et les DMP d'un mois sont rebattus entre les ESSMS, chacun à part : ce qui se
 * rencontre encore ne doit rien à une copie.
 */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { hasard } from './hasard.mjs';

const [fichier] = process.argv.slice(2);
const TIRAGES = 20;
const MINIMUM = 20;

/** Les comptes de chaque ESSMS et mois : { mois, d, comptes: [actifs, messages, dmp] }. */
async function lire() {
  const parEssms = new Map();
  let rangs = null;
  for await (const ligne of createInterface({ input: createReadStream(fichier) })) {
    const cellules = ligne.split(';');
    rangs ??= Object.fromEntries(cellules.map((nom, rang) => [nom, rang]));
    const place = ['dossiers_actifs', 'mssante', 'dmp'].indexOf(cellules[rangs.indicateur]);
    if (place < 0) continue;
    const cle = [rangs.soumission, rangs.finess_et, rangs.mois].map((rang) => cellules[rang]).join(' ');
    const un = parEssms.get(cle) ?? { mois: cellules[rangs.mois], d: 0, comptes: [] };
    un.comptes[place] = Number(cellules[rangs.numerateur]);
    if (place === 0) un.d = Number(cellules[rangs.denominateur]);
    parEssms.set(cle, un);
  }
  return [...parEssms.values()].filter(({ d }) => d >= MINIMUM);
}

function battre(valeurs, entier) {
  for (let i = valeurs.length - 1; i > 0; i--) {
    const j = entier(i + 1);
    [valeurs[i], valeurs[j]] = [valeurs[j], valeurs[i]];
  }
  return valeurs;
}

function grouper(elements, cleDe) {
  const groupes = new Map();
  for (const un of elements) {
    const cle = cleDe(un);
    const groupe = groupes.get(cle);
    if (groupe) groupe.push(un);
    else groupes.set(cle, [un]);
  }
  return [...groupes.values()];
}

/** Combien partagent leurs trois comptes avec un autre. */
const rencontres = (comptes) =>
  grouper(comptes, String)
    .filter(({ length }) => length > 1)
    .reduce((somme, { length }) => somme + length, 0);

const mesures = await lire();
const memeEffectif = grouper(mesures, ({ mois, d }) => `${mois} ${d}`).map((un) =>
  un.map(({ comptes }) => comptes),
);
const compter = (groupes) => groupes.reduce((somme, groupe) => somme + rencontres(groupe), 0);
const { entier } = hasard(1);
const tirages = Array.from({ length: TIRAGES }, () =>
  compter(
    memeEffectif.map((groupe) => {
      const colonnes = [0, 1, 2].map((place) =>
        battre(
          groupe.map((comptes) => comptes[place]),
          entier,
        ),
      );
      return groupe.map((_, rang) => colonnes.map((colonne) => colonne[rang]));
    }),
  ),
).sort((a, b) => a - b);
console.log(
  `${mesures.length} ESSMS et mois de ${MINIMUM} personnes ou plus : ${compter(memeEffectif)} partagent leurs comptes avec un autre ;`,
  `par hasard, de ${tirages[0]} à ${tirages.at(-1)} (${TIRAGES} tirages)`,
);
