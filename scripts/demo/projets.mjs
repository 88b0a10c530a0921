import { ajouterJours, DEBUT, FIN, laDerniere, tirerDate } from './calendrier.mjs';
import { hasardDe } from './hasard.mjs';

/** @typedef {import('./modele.mjs').Personne} Personne */
/** @typedef {import('./modele.mjs').Projet} Projet */

/** @param {import('./modele.mjs').Essms} essms @param {readonly Personne[]} personnes @returns {Projet[]} */
export function ecrireProjets(essms, personnes) {
  const hasard = hasardDe(`projets ${essms.finess}`);
  return personnes
    .filter((p) => p.role !== 'hors_population')
    .flatMap((p) => [...ancien(p, hasard), ...(p.projet ? [retenu(p, hasard)] : nonRetenu(p, hasard))]);
}

/** Un projet que N4 retient pour septembre 2025. @param {Personne} p @param {import('./hasard.mjs').Hasard} hasard */
function retenu(p, hasard) {
  if (p.trace === 'projet') return projet(p, 'en_preparation', tirerDate(hasard, DEBUT, FIN), '', '');
  const sort = hasard.entier(1, 100);
  const debut = date(p, hasard, '2024-09-02', '2025-08-29');
  const creation = avant(p, debut, hasard);
  if (sort <= 58) return projet(p, 'actif', creation, debut, tirerDate(hasard, '2025-10-01', '2026-08-31'));
  if (sort <= 72) return projet(p, 'actif', creation, debut, '');
  if (sort <= 94) return projet(p, 'en_preparation', date(p, hasard, '2025-03-03', '2025-08-29'), '', '');
  // Plus de douze mois avant le début de F : compte, avec un avertissement.
  if (sort <= 97) return projet(p, 'en_preparation', date(p, hasard, '2024-02-05', '2024-08-20'), '', '');
  return projet(p, 'termine', creation, debut, tirerDate(hasard, '2025-09-05', FIN));
}

/** Rien, ou un projet que N4 ne retient pas. @param {Personne} p @param {import('./hasard.mjs').Hasard} hasard */
function nonRetenu(p, hasard) {
  const debut = date(p, hasard, '2024-05-06', '2025-03-28');
  const fin = tirerDate(hasard, laDerniere(debut, '2025-06-02'), ajouterJours(DEBUT, -1));
  const creation = avant(p, debut, hasard);
  const sort = hasard.entier(1, 100);
  if (sort <= 35) return [];
  if (sort <= 50) return [projet(p, 'en_pause', creation, debut, '')];
  if (sort <= 62) return [projet(p, 'annule', creation, '', '')];
  if (sort <= 80) return [projet(p, 'termine', creation, debut, fin)];
  if (sort <= 92) return [projet(p, 'actif', creation, debut, fin)];
  return [projet(p, 'actif', creation, tirerDate(hasard, '2025-10-06', '2025-11-28'), '')];
}

/** Le projet de l'an passé, terminé. @param {Personne} p @param {import('./hasard.mjs').Hasard} hasard */
function ancien(p, hasard) {
  const entree = p.sejours.at(-1)?.date_entree ?? '';
  if (entree > '2023-01-01' || !hasard.chance(20)) return [];
  const debut = tirerDate(hasard, '2023-02-01', '2023-06-30');
  return [projet(p, 'termine', ajouterJours(debut, -40), debut, ajouterJours(debut, 365))];
}

/** Jamais avant l'entrée. @param {Personne} p @param {import('./hasard.mjs').Hasard} hasard @param {string} debut @param {string} fin */
function date(p, hasard, debut, fin) {
  return laDerniere(tirerDate(hasard, debut, fin), p.sejours.at(-1)?.date_entree ?? '');
}

/** @param {Personne} p @param {string} debut @param {import('./hasard.mjs').Hasard} hasard */
function avant(p, debut, hasard) {
  return laDerniere(ajouterJours(debut, -hasard.entier(10, 60)), p.sejours.at(-1)?.date_entree ?? '');
}

/** @param {Personne} p @param {string} statut @param {string} creation @param {string} debut @param {string} fin @returns {Projet} */
function projet(p, statut, creation, debut, fin) {
  return {
    finess_et: p.finess_et,
    id_dossier: p.id,
    statut,
    date_creation: creation,
    date_debut: debut,
    date_fin: fin,
  };
}
