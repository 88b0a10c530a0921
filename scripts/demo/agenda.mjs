import { ajouterJours, estOuvrable, FIN, joursDe, MOIS, MOIS_MESURE } from './calendrier.mjs';
import { hasardDe } from './hasard.mjs';

/** @typedef {import('./modele.mjs').Essms} Essms */
/** @typedef {import('./modele.mjs').Personne} Personne */
/** @typedef {import('./modele.mjs').Evenement} Evenement */

/** Écartés par `types_exclus` (N5). */
export const TYPES_EXCLUS = ['Absence', 'Hospitalisation'];

/** @type {Record<string, readonly string[]>} */
const TYPES = {
  PA: ['Animation', 'Kinésithérapie', 'Visite médicale', 'Soins infirmiers', 'Rendez-vous famille', 'Bilan'],
  PH: ['Atelier éducatif', 'Orthophonie', 'Réunion de synthèse', 'Entretien éducatif', 'Sortie', 'Bilan'],
  DOM: ['Passage aide-soignante', 'Passage infirmier', 'Aide au lever', 'Aide au repas', 'Évaluation'],
  AHI: ['Entretien social', 'Démarche logement', 'Démarche santé', 'Point hébergement'],
};

/** Chance (%) d'avoir des événements en juillet et en août, selon le rôle de septembre. */
const ASSIDUITE = { actif: 94, indetermine: 80, inactif: 15, hors_population: 50 };

/** @param {Essms} essms @param {readonly Personne[]} personnes @returns {Evenement[]} */
export function planifier(essms, personnes) {
  const hasard = hasardDe(`agenda ${essms.finess}`);
  return personnes.flatMap((p) => MOIS.flatMap((mois) => duMois(essms, p, mois, hasard)));
}

/** @param {Essms} essms @param {Personne} p @param {string} mois @param {import('./hasard.mjs').Hasard} hasard */
function duMois(essms, p, mois, hasard) {
  const jours = joursDe(mois).filter((j) => estOuvrable(j) && estPresent(p, j));
  const enSeptembre = mois === MOIS_MESURE;
  if (enSeptembre && !p.evenement) return bruit(p, hasard);
  if (jours.length === 0 || (!enSeptembre && !hasard.chance(ASSIDUITE[p.role]))) return [];
  const nombre = hasard.entier(...essms.intensite);
  const evenements = Array.from({ length: nombre }, () => evenement(essms, p, hasard.choisir(jours), hasard));
  const [premier] = evenements;
  if (enSeptembre && premier) Object.assign(premier, { statut: 'realise', type: typeDe(essms, hasard) });
  return evenements;
}

/** Ce qui ne compte pas : une absence, un rendez-vous annulé ou tombé hors du séjour (N1, N5). @param {Personne} p @param {import('./hasard.mjs').Hasard} hasard */
function bruit(p, hasard) {
  if (p.role === 'hors_population' || !hasard.chance(40)) return [];
  const jour = hasard.choisir(joursDe(MOIS_MESURE).filter((j) => estOuvrable(j) && estPresent(p, j)));
  const sortie = p.sejours.at(-1)?.date_sortie ?? '';
  const apres = ajouterJours(sortie || FIN, 1);
  if (sortie && apres <= FIN) return [{ ...base(p, apres, hasard), type: 'Bilan', statut: 'planifie' }];
  if (hasard.chance(50)) return [{ ...base(p, jour, hasard), type: 'Bilan', statut: 'annule' }];
  // L'OG 2 n'écarte aucun type : l'absence y serait une trace.
  if (p.finess_et.startsWith('03')) return [];
  return [{ ...base(p, jour, hasard), type: 'Absence', statut: 'realise' }];
}

/** @param {Essms} essms @param {Personne} p @param {string} jour @param {import('./hasard.mjs').Hasard} hasard @returns {Evenement} */
function evenement(essms, p, jour, hasard) {
  const sort = hasard.entier(1, 100);
  const statut =
    sort <= 74 ? 'realise' : sort <= 84 ? 'valide' : sort <= 92 ? 'planifie' : sort <= 98 ? 'annule' : '';
  const absent = essms.og === 'og1' && hasard.chance(3);
  const type = absent ? hasard.choisir(TYPES_EXCLUS) : typeDe(essms, hasard);
  return { ...base(p, jour, hasard), type, statut };
}

/** @param {Essms} essms @param {import('./hasard.mjs').Hasard} hasard */
const typeDe = (essms, hasard) => hasard.choisir(TYPES[essms.secteur] ?? []);

/** @param {Personne} p @param {string} date @param {import('./hasard.mjs').Hasard} hasard */
function base(p, date, hasard) {
  const heure = `${String(hasard.entier(8, 17)).padStart(2, '0')}:${hasard.choisir(['00', '15', '30', '45'])}`;
  return { finess_et: p.finess_et, id_dossier: p.id, date, heure };
}

/** Pour fabriquer des événements plausibles ; la référence, elle, relit les séjours (P1). @param {Personne} p @param {string} jour */
function estPresent(p, jour) {
  const actuel = p.sejours.at(-1);
  if (!actuel || actuel.statut === 'attente' || actuel.statut === 'refuse') return false;
  return actuel.date_entree <= jour && (actuel.date_sortie === '' || jour <= actuel.date_sortie);
}

/** Les rendez-vous hebdomadaires déjà posés jusqu'en décembre, pour cinq personnes. @param {readonly Personne[]} personnes */
export function recurrences(personnes) {
  const hasard = hasardDe('récurrences');
  const suivies = personnes.filter((p) => p.evenement && p.sejours.at(-1)?.date_sortie === '').slice(0, 5);
  return suivies.flatMap((p) =>
    Array.from({ length: 13 }, (_, semaine) => ({
      ...base(p, ajouterJours('2025-10-01', 7 * semaine), hasard),
      type: 'Passage infirmier',
      statut: 'planifie',
    })),
  );
}
