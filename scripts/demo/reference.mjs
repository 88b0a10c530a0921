import { TYPES_EXCLUS } from './agenda.mjs';
import { rattacher } from './perimetre.mjs';

/**
 * Calcul naïf des comptes, ligne à ligne et règle à règle, sans rien partager avec l'outil : c'est à lui qu'on
 * compare. Seulement les définitions par défaut, et les cas que la démonstration contient.
 *
 * @typedef {{ mois: string, premiereMesure: boolean, moisCouverts: readonly string[], debut: string, fin: string }} Fenetre
 * @typedef {import('./modele.mjs').Tables} Tables
 * @typedef {import('./modele.mjs').Sejour} Sejour
 *
 * @typedef {object} Comptes
 * @property {number} A
 * @property {number} I
 * @property {number} P
 * @property {number} I1
 * @property {number} G
 * @property {number} D
 * @property {number} E
 * @property {number | null} M `null` : non évaluable.
 * @property {number | null} B
 * @property {number | null} Bhaut
 * @property {number} R
 * @property {number} Rd R* de D (section 6).
 * @property {number} Re R* de E.
 */

/** P1, P2. @param {Sejour} s */
function etendue(s) {
  if (['preadmission', 'attente', 'refuse'].includes(s.statut)) return null;
  if (s.date_entree === '' && s.statut !== 'actif') return null;
  const sortie = s.date_sortie !== '' && s.date_sortie >= s.date_entree ? s.date_sortie : '9999-12-31';
  return { entree: s.date_entree || '0000-01-01', sortie };
}

/** P1. @param {readonly Sejour[]} sejours @param {string} jour */
function couvre(sejours, jour) {
  return sejours.some((s) => {
    const e = etendue(s);
    return e !== null && e.entree <= jour && jour <= e.sortie;
  });
}

/** P3, `presence` : les dossiers dont un séjour couvre un jour de F. @param {readonly Sejour[]} sejours @param {Fenetre} f @returns {Map<string, Sejour[]>} */
export function population(sejours, f) {
  /** @type {Map<string, Sejour[]>} */
  const parDossier = new Map();
  for (const s of sejours) parDossier.set(s.id_dossier, [...(parDossier.get(s.id_dossier) ?? []), s]);
  for (const [id, siens] of parDossier) {
    const present = siens.some((s) => {
      const e = etendue(s);
      return e !== null && e.entree <= f.fin && e.sortie >= f.debut;
    });
    if (!present) parDossier.delete(id);
  }
  return parDossier;
}

/** N4. @param {import('./modele.mjs').Projet} p @param {Fenetre} f */
function projetRetenu(p, f) {
  if (p.statut === 'en_preparation') return p.date_creation <= f.fin;
  if (p.statut === 'actif') return p.date_debut <= f.fin && (p.date_fin === '' || p.date_fin >= f.debut);
  if (p.statut !== 'termine' || p.date_debut === '' || p.date_fin === '') return false;
  return p.date_debut <= f.fin && p.date_fin >= f.debut;
}

/** N5, sans la date. @param {import('./modele.mjs').Evenement} e */
const evenementRetenu = (e) => e.statut !== 'annule' && !TYPES_EXCLUS.includes(e.type);

/**
 * Les comptes d'un ESSMS sur F.
 *
 * @param {string} finess @param {Tables} tables @param {Fenetre} f @param {number} R
 * @returns {Comptes}
 */
export function compter(finess, tables, f, R) {
  const du = (/** @type {{ finess_et: string }} */ l) => rattacher(l.finess_et) === finess;
  const dansF = (/** @type {string} */ date) => date !== '' && f.debut <= date && date <= f.fin;
  const dossiers = population(tables.dossiers.filter(du), f);
  const agenda = tables.agenda.filter((e) => du(e) && evenementRetenu(e) && dansF(e.date));
  const projets = tables.projets.filter(du);
  const messages = tables.mss.filter(
    (m) => du(m) && dansF(m.date) && m.sens !== 'recu' && m.etat !== 'rejete',
  );
  const depots = tables.dmp.filter((d) => du(d) && dansF(d.date) && d.etat === 'depose');
  const activites = tables.activites.filter(du);

  const actifs = new Set();
  const indetermines = new Set();
  const avecEvenement = new Set();
  const avecProjet = new Set();
  const eligibles = new Set();
  for (const [id, sejours] of dossiers) {
    const sien = (/** @type {{ id_dossier: string }} */ l) => l.id_dossier === id;
    const trace = (/** @type {string} */ date) => dansF(date) && couvre(sejours, date);
    const evenement = agenda.some((e) => sien(e) && trace(e.date));
    const dernieres = sejours.map((s) => s.date_derniere_activite);
    const actif =
      evenement ||
      dernieres.some(trace) ||
      activites.some((a) => sien(a) && trace(a.date)) ||
      projets.some((p) => sien(p) && (trace(p.date_debut) || trace(p.date_creation))) ||
      messages.some((m) => sien(m) && trace(m.date)) ||
      depots.some((d) => sien(d) && trace(d.date));
    if (actif) actifs.add(id);
    else if (activites.length === 0 && dernieres.some((d) => d > f.fin)) indetermines.add(id);
    if (evenement) avecEvenement.add(id);
    if (projets.some((p) => sien(p) && projetRetenu(p, f))) avecProjet.add(id);
    if (sejours.every((s) => s.eligible_projet !== 'non')) eligibles.add(id);
  }
  const effectifs = tables.effectifs.filter(
    (e) => du(e) && e.mois === f.mois && e.periode === (f.premiereMesure ? 'trimestre' : 'mois'),
  );
  const D = effectifs.length > 0 ? somme(effectifs.map((e) => e.personnes)) : dossiers.size;
  const eligiblesConnus = effectifs.length > 0 && effectifs.every((e) => e.eligibles !== '');
  const E = eligiblesConnus ? somme(effectifs.map((e) => Number(e.eligibles))) : eligibles.size;
  const deposes = new Set(depots.map((d) => d.id_dossier).filter((id) => eligibles.has(id)));
  return {
    A: actifs.size,
    I: indetermines.size,
    P: [...actifs].filter((id) => avecProjet.has(id)).length,
    I1: [...indetermines].filter((id) => avecProjet.has(id)).length,
    G: [...actifs].filter((id) => avecEvenement.has(id)).length,
    D,
    E,
    M: compterMessages(finess, tables, f, messages),
    ...compterDmp(finess, tables, f, deposes.size, E),
    R,
    Rd: effectifs.length > 0 ? 0 : R,
    Re: eligiblesConnus ? 0 : R,
  };
}

/** N6, N8, N9. @param {string} finess @param {Tables} tables @param {Fenetre} f @param {readonly import('./modele.mjs').Message[]} retenus */
function compterMessages(finess, tables, f, retenus) {
  const decomptes = tables.mssDecomptes.filter((d) => d.finess_et === finess);
  if (decomptes.length > 0) {
    const deF = decomptes.filter((d) => f.moisCouverts.includes(d.mois));
    return deF.length < f.moisCouverts.length ? null : somme(deF.map((d) => d.professionnels + d.usagers));
  }
  const couvert = tables.mss.some((m) => rattacher(m.finess_et) === finess);
  return couvert ? new Set(retenus.map((m) => m.id_message)).size : null;
}

/** N7, N8, N9. @param {string} finess @param {Tables} tables @param {Fenetre} f @param {number} deposes @param {number} E */
function compterDmp(finess, tables, f, deposes, E) {
  const decomptes = tables.dmpDecomptes.filter((d) => d.finess_et === finess);
  if (decomptes.length > 0) {
    const deF = decomptes.filter((d) => f.moisCouverts.includes(d.mois)).map((d) => d.dossiers);
    if (deF.length < f.moisCouverts.length) return { B: null, Bhaut: null };
    const B = Math.max(...deF);
    return { B, Bhaut: deF.length === 1 ? B : Math.max(B, Math.min(somme(deF), E)) };
  }
  const couvert = tables.dmp.some((d) => rattacher(d.finess_et) === finess);
  return couvert ? { B: deposes, Bhaut: deposes } : { B: null, Bhaut: null };
}

/** @param {readonly number[]} nombres */
export const somme = (nombres) => nombres.reduce((a, b) => a + b, 0);
