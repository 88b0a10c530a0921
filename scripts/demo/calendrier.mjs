/** Dates civiles « AAAA-MM-JJ » ; l'ordre des chaînes est l'ordre des dates. Rien ne lit l'horloge. */

export const MOIS_MESURE = '2025-09';
export const MOIS = /** @type {const} */ (['2025-07', '2025-08', '2025-09']);
export const DEBUT = '2025-09-01';
export const FIN = '2025-09-30';

const JOUR = 86_400_000;

/** @param {string} date */
const rang = (date) => Date.parse(`${date}T00:00:00Z`) / JOUR;
/** @param {number} n */
const dateDe = (n) => new Date(n * JOUR).toISOString().slice(0, 10);

/** @param {string} date @param {number} jours */
export const ajouterJours = (date, jours) => dateDe(rang(date) + jours);

/** Du lundi au samedi : pas de rendez-vous le dimanche. @param {string} date */
export const estOuvrable = (date) => (rang(date) + 4) % 7 !== 0;

/** @param {string} mois */
export function joursDe(mois) {
  const jours = [];
  for (let date = `${mois}-01`; date.startsWith(mois); date = ajouterJours(date, 1)) jours.push(date);
  return jours;
}

/** Une date entre deux dates comprises. @param {import('./hasard.mjs').Hasard} hasard @param {string} debut @param {string} fin */
export const tirerDate = (hasard, debut, fin) => dateDe(hasard.entier(rang(debut), rang(fin)));

/** D1, D2. @param {string} mois @param {boolean} premiereMesure */
export function fenetreDe(mois, premiereMesure) {
  const rangFin = /** @type {readonly string[]} */ (MOIS).indexOf(mois);
  if (rangFin < 0) throw new Error(`mois hors de la démonstration : ${mois}`);
  const moisCouverts = premiereMesure ? MOIS.slice(rangFin - 2, rangFin + 1) : [mois];
  return {
    mois,
    premiereMesure,
    moisCouverts,
    debut: `${moisCouverts[0]}-01`,
    fin: joursDe(mois).at(-1) ?? '',
  };
}

/** « JJ/MM/AAAA ». @param {string} date */
export const jjmmaaaa = (date) => date.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1');
/** « MM/AAAA ». @param {string} mois */
export const mmaaaa = (mois) => `${mois.slice(5)}/${mois.slice(0, 4)}`;
/** @param {string[]} dates */
export const laDerniere = (...dates) => dates.sort().at(-1) ?? '';
