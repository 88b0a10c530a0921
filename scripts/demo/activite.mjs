import { ajouterJours, DEBUT, FIN, joursDe, laDerniere, MOIS, MOIS_MESURE } from './calendrier.mjs';
import { hasardDe } from './hasard.mjs';

/** @typedef {import('./modele.mjs').Essms} Essms */
/** @typedef {import('./modele.mjs').Personne} Personne */
/** @typedef {import('./modele.mjs').Evenement} Evenement */

/**
 * Écrit la dernière activité connue de chaque dossier : ce que le logiciel saurait au jour de l'export.
 *
 * @param {Essms} essms @param {readonly Personne[]} personnes @param {readonly Evenement[]} evenements
 */
export function daterActivites(essms, personnes, evenements) {
  const hasard = hasardDe(`activité ${essms.finess}`);
  for (const p of personnes) {
    const siens = evenements.filter((e) => e.id_dossier === p.id && e.date <= FIN && e.statut !== 'annule');
    const actuel = p.sejours.at(-1);
    if (actuel)
      actuel.date_derniere_activite = derniereActivite(
        essms,
        p,
        siens.map((e) => e.date),
        hasard,
      );
  }
}

/** @param {Essms} essms @param {Personne} p @param {readonly string[]} evenements @param {import('./hasard.mjs').Hasard} hasard */
function derniereActivite(essms, p, evenements, hasard) {
  const sortie = p.sejours.at(-1)?.date_sortie ?? '';
  const exporteTard = essms.nom === 'IME Les Alizés';
  const apresF = () => ajouterJours(FIN, hasard.entier(1, 14));
  const avantF = () => laDerniere('', ...evenements.filter((date) => date < DEBUT));
  if (p.role === 'indetermine') return apresF();
  if (p.role === 'hors_population') return laDerniere('', ...evenements) || sortie;
  if (p.role === 'inactif') return avantF() || (hasard.chance(50) ? '2025-03-14' : '');
  if (p.evenement)
    return exporteTard && !sortie && hasard.chance(70) ? apresF() : laDerniere('', ...evenements);
  return p.trace === 'saisie' ? hasard.choisir(presences(p, MOIS_MESURE)) : avantF();
}

/** Les jours du mois que couvre le séjour en cours. @param {Personne} p @param {string} mois */
function presences(p, mois) {
  const actuel = p.sejours.at(-1);
  if (!actuel?.date_entree) return [];
  return joursDe(mois).filter(
    (j) => actuel.date_entree <= j && (!actuel.date_sortie || j <= actuel.date_sortie),
  );
}

/** Le journal d'utilisation de l'OG 3, qui tient lieu de dernière activité (N3). @param {Essms} essms @param {readonly Personne[]} personnes */
export function journaliser(essms, personnes) {
  const hasard = hasardDe(`journal ${essms.finess}`);
  const tenus = personnes.filter((p) => p.role === 'actif' && p.trace === 'saisie');
  return tenus.flatMap((p) =>
    MOIS.flatMap((mois) => {
      const jours = presences(p, mois);
      if (jours.length === 0 || (mois !== MOIS_MESURE && hasard.chance(7))) return [];
      const dates = Array.from({ length: hasard.entier(1, 4) }, () => hasard.choisir(jours));
      return dates.map((date) => ({ finess_et: p.finess_et, id_dossier: p.id, date }));
    }),
  );
}
