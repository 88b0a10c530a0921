import { ajouterJours, DEBUT, FIN, tirerDate } from './calendrier.mjs';
import { hasardDe } from './hasard.mjs';
import { ANTENNE } from './perimetre.mjs';

/** @typedef {import('./modele.mjs').Essms} Essms */
/** @typedef {import('./modele.mjs').Personne} Personne */
/** @typedef {import('./modele.mjs').Sejour} Sejour */

const MOTIFS = [
  'Retour à domicile',
  'Changement d’établissement',
  'Décès',
  'Fin d’accompagnement',
  'Accueil chez un proche',
];

/** Combien des personnes d'un ESSMS relèvent de son site secondaire (P7). */
const A_L_ANTENNE = 26;

/**
 * Les personnes d'un ESSMS, avec le rôle qui leur donnera, table par table, les objectifs de septembre.
 *
 * @param {Essms} essms
 * @param {() => string} nouvelIdentifiant
 * @returns {Personne[]}
 */
export function peupler(essms, nouvelIdentifiant) {
  const hasard = hasardDe(`population ${essms.finess}`);
  const { objectifs } = essms;
  if (!objectifs) return Array.from({ length: 5 }, () => preadmission(essms, nouvelIdentifiant()));
  const { population, A, I = 0 } = objectifs;
  const roles = hasard.melanger(
    Array.from({ length: population }, (_, i) => (i < A ? 'actif' : i < A + I ? 'indetermine' : 'inactif')),
  );
  const personnes = roles.map((role, rang) => personne(essms, rang, role, nouvelIdentifiant(), hasard));
  distribuer(personnes, essms, hasard);
  const partis = Array.from({ length: Math.ceil(population / 25) + 1 }, () =>
    parti(essms, nouvelIdentifiant(), hasard),
  );
  return [...personnes, ...partis, enAttente(essms, nouvelIdentifiant(), hasard)];
}

/**
 * @param {Essms} essms @param {number} rang @param {'actif' | 'indetermine' | 'inactif'} role @param {string} id
 * @param {import('./hasard.mjs').Hasard} hasard @returns {Personne}
 */
function personne(essms, rang, role, id, hasard) {
  const finess = essms.nom === "SAD Val d'Allier" && rang < A_L_ANTENNE ? ANTENNE : essms.finess;
  const sejours = [sejour(finess, id, tirerDate(hasard, '2012-01-02', '2025-06-20'))];
  const dernier = /** @type {Sejour} */ (sejours[0]);
  const sort = hasard.entier(1, 100);
  if (role === 'actif' && sort <= 3) dernier.date_entree = tirerDate(hasard, '2025-07-03', '2025-09-12');
  else if (role === 'actif' && sort <= 6) {
    dernier.date_sortie = tirerDate(hasard, '2025-09-15', '2025-09-29');
    dernier.statut = 'clos';
    dernier.motif_sortie = hasard.choisir(MOTIFS);
  } else if (sort <= 10) sejours.unshift(ancienSejour(finess, id, dernier, hasard));
  return {
    finess_et: finess,
    id,
    role,
    evenement: false,
    projet: false,
    dmp: false,
    trace: 'saisie',
    sejours,
  };
}

/** Les quotas croisés : qui a un événement, un projet, un DMP. @param {Personne[]} personnes @param {Essms} essms @param {import('./hasard.mjs').Hasard} hasard */
function distribuer(personnes, essms, hasard) {
  const {
    G,
    P,
    I1 = 0,
    B,
    ineligibles = 0,
  } = /** @type {import('./modele.mjs').Objectifs} */ (essms.objectifs);
  const actifs = personnes.filter((p) => p.role === 'actif');
  for (const p of hasard.melanger(actifs).slice(0, ineligibles)) {
    for (const s of p.sejours) s.eligible_projet = 'non';
  }
  for (const p of hasard.melanger(actifs).slice(0, G)) p.evenement = true;
  for (const p of hasard.melanger(actifs).slice(0, P)) p.projet = true;
  const eligibles = actifs.filter((p) => p.sejours.every((s) => s.eligible_projet !== 'non'));
  for (const p of hasard.melanger(eligibles).slice(0, B ?? 0)) p.dmp = true;
  varierTraces(actifs, essms);
  const indetermines = personnes.filter((p) => p.role === 'indetermine');
  for (const p of hasard.melanger(indetermines).slice(0, I1)) p.projet = true;
}

/** Une seule trace par dossier sans événement, et pas toujours la même (N1). @param {readonly Personne[]} actifs @param {Essms} essms */
function varierTraces(actifs, essms) {
  const stables = actifs.filter((p) => {
    const [sejour] = p.sejours.slice(-1);
    return !p.evenement && sejour?.date_sortie === '' && sejour.date_entree < DEBUT;
  });
  const parMessage = essms.og === 'og3' || !essms.objectifs?.M ? undefined : stables.find((p) => !p.dmp);
  for (const p of stables) {
    if (p === parMessage) p.trace = 'message';
    else if (p.dmp && essms.og !== 'og3') p.trace = 'dmp';
    else if (p.projet) p.trace = 'projet';
  }
}

/** @param {string} finess @param {string} id @param {string} entree @returns {Sejour} */
function sejour(finess, id, entree) {
  return {
    finess_et: finess,
    id_dossier: id,
    date_entree: entree,
    date_sortie: '',
    motif_sortie: '',
    date_derniere_activite: '',
    statut: 'actif',
    eligible_projet: 'oui',
  };
}

/** Une réadmission : le séjour précédent est clos. @param {string} finess @param {string} id @param {Sejour} actuel @param {import('./hasard.mjs').Hasard} hasard */
function ancienSejour(finess, id, actuel, hasard) {
  const sortie = ajouterJours(actuel.date_entree, -hasard.entier(30, 300));
  const ancien = sejour(finess, id, ajouterJours(sortie, -hasard.entier(60, 600)));
  return { ...ancien, date_sortie: sortie, statut: 'clos', motif_sortie: hasard.choisir(MOTIFS) };
}

/** Parti avant le début de F : hors de la population. @param {Essms} essms @param {string} id @param {import('./hasard.mjs').Hasard} hasard @returns {Personne} */
function parti(essms, id, hasard) {
  const entree = tirerDate(hasard, '2015-01-05', '2025-02-28');
  const sortie = tirerDate(hasard, '2025-05-15', ajouterJours(DEBUT, -1));
  const clos = { ...sejour(essms.finess, id, entree), date_sortie: sortie, statut: 'clos' };
  const sejours = [{ ...clos, motif_sortie: hasard.choisir(MOTIFS) }];
  return horsPopulation(essms, id, sejours);
}

/** Liste d'attente ou refus, parfois avec la date d'entrée prévue : ne couvre rien (P1). @param {Essms} essms @param {string} id @param {import('./hasard.mjs').Hasard} hasard */
function enAttente(essms, id, hasard) {
  const statut = hasard.chance(75) ? 'attente' : 'refuse';
  const prevue = essms.og === 'og1' ? tirerDate(hasard, DEBUT, FIN) : '';
  return horsPopulation(essms, id, [{ ...sejour(essms.finess, id, prevue), statut, eligible_projet: '' }]);
}

/** @param {Essms} essms @param {string} id */
function preadmission(essms, id) {
  const entree = ajouterJours(FIN, 34);
  return horsPopulation(essms, id, [{ ...sejour(essms.finess, id, entree), statut: 'preadmission' }]);
}

/** @param {Essms} essms @param {string} id @param {Sejour[]} sejours @returns {Personne} */
function horsPopulation(essms, id, sejours) {
  return {
    finess_et: essms.finess,
    id,
    role: 'hors_population',
    evenement: false,
    projet: false,
    dmp: false,
    trace: 'saisie',
    sejours,
  };
}
