import { glisser, mettreEnLignes, rendre } from './fichier.mjs';
import { ANTENNE, ESSMS, HORS_PERIMETRE } from './perimetre.mjs';

/** @typedef {import('./modele.mjs').Tables} Tables */
/** @typedef {import('./fichier.mjs').Fichier} Fichier */

const SIENS = [...ESSMS.filter((e) => e.og === 'og2').map((e) => e.finess), ANTENNE];

/** Les codes canoniques, écrits comme un logiciel les écrit : majuscule, accents, espaces. */
const LIBELLES = {
  actif: 'Actif',
  clos: 'Clos',
  attente: 'Attente',
  refuse: 'Refusé',
  realise: 'Réalisé',
  valide: 'Validé',
  planifie: 'Planifié',
  annule: 'Annulé',
  en_preparation: 'En préparation',
  en_pause: 'En pause',
  termine: 'Terminé',
  '': '',
};
/** @param {string} code */
const libelle = (code) => LIBELLES[/** @type {keyof typeof LIBELLES} */ (code)];

/** UTF-8 avec marque d'ordre, en-têtes reconnus sans correspondance. @param {Tables} tables @returns {Fichier[]} */
export function exporterOg2(tables) {
  return [dossiers(tables), agenda(tables), projets(tables), mss(tables), dmp(tables)];
}

/** @template T @param {string} nom @param {',' | ';'} separateur @param {import('./fichier.mjs').Colonnes<T>} colonnes @param {import('./fichier.mjs').Ligne[]} lignes */
function fichier(nom, separateur, colonnes, lignes) {
  const entete = colonnes.map(([titre]) => titre);
  const chemin = `exports/og2/${nom}.csv`;
  return rendre({ chemin, table: nom, encodage: 'utf-8-bom', separateur, fin: '\n' }, entete, lignes);
}

/** @param {Tables} tables */
function dossiers(tables) {
  /** @type {import('./fichier.mjs').Colonnes<import('./modele.mjs').Sejour>} */
  const colonnes = [
    ['FINESS ET', (s) => s.finess_et],
    ['Id dossier', (s) => s.id_dossier],
    ["Date d'entrée", (s) => s.date_entree],
    ['Date de sortie', (s) => s.date_sortie],
    ['Motif sortie', (s) => s.motif_sortie.replaceAll('’', "'")],
    ['Date dernière activité', (s) => s.date_derniere_activite],
    ['Statut', (s) => libelle(s.statut)],
    ['Éligible projet', (s) => s.eligible_projet],
  ];
  return fichier('dossiers', ',', colonnes, mettreEnLignes(siens(tables.dossiers), colonnes));
}

/** @param {Tables} tables */
function agenda(tables) {
  /** @type {import('./fichier.mjs').Colonnes<import('./modele.mjs').Evenement>} */
  const colonnes = [
    ['finess_et', (e) => e.finess_et],
    ['id_dossier', (e) => e.id_dossier],
    ['date_debut', (e) => `${e.date} ${e.heure}`],
    ['type', (e) => e.type],
    ['statut', (e) => libelle(e.statut)],
  ];
  const lignes = mettreEnLignes(siens(tables.agenda), colonnes);
  const [finess = '', ...reste] = lignes[1500]?.cellules ?? [];
  glisser(lignes, 1501, 'rejetee', 'FINESS dont le zéro de tête est perdu', [finess.slice(1), ...reste]);
  const tronquee = lignes[3020]?.cellules.slice(0, 2) ?? [];
  glisser(lignes, 3021, 'rejetee', 'ligne tronquée : trois colonnes manquent', tronquee);
  return fichier('agenda', ',', colonnes, lignes);
}

/** @param {Tables} tables */
function projets(tables) {
  /** @type {import('./fichier.mjs').Colonnes<import('./modele.mjs').Projet>} */
  const colonnes = [
    ['finess_et', (p) => p.finess_et],
    ['id_dossier', (p) => p.id_dossier],
    ['statut', (p) => libelle(p.statut)],
    ['date_creation', (p) => p.date_creation],
    ['date_debut', (p) => p.date_debut],
    ['date_fin', (p) => p.date_fin],
  ];
  return fichier('projets', ';', colonnes, mettreEnLignes(siens(tables.projets), colonnes));
}

/** @param {Tables} tables */
function mss(tables) {
  /** @type {import('./fichier.mjs').Colonnes<import('./modele.mjs').Message>} */
  const colonnes = [
    ['finess_et', (m) => m.finess_et],
    ['date_envoi', (m) => `${m.date}T08:30:00`],
    ['destinataire', (m) => m.destinataire],
    ['id_dossier', (m) => m.id_dossier],
    ['id_message', (m) => m.id_message],
    ['sens', (m) => m.sens],
    ['etat', (m) => m.etat],
  ];
  const lignes = mettreEnLignes(siens(tables.mss), colonnes);
  const cellules = [
    HORS_PERIMETRE,
    '2025-09-09T08:30:00',
    'professionnel',
    '',
    'M900090001',
    'envoye',
    'envoye',
  ];
  glisser(lignes, 640, 'ecartee', 'site qui ne fait pas partie de la grappe', cellules);
  return fichier('mss', ';', colonnes, lignes);
}

/** @param {Tables} tables */
function dmp(tables) {
  /** @type {import('./fichier.mjs').Colonnes<import('./modele.mjs').Depot>} */
  const colonnes = [
    ['finess_et', (d) => d.finess_et],
    ['id_dossier', (d) => d.id_dossier],
    ['date_depot', (d) => d.date],
    ['ins_qualifiee', (d) => d.ins],
    ['etat', (d) => d.etat],
  ];
  return fichier('dmp', ';', colonnes, mettreEnLignes(siens(tables.dmp), colonnes));
}

/** @template {{ finess_et: string }} T @param {readonly T[]} lignes */
const siens = (lignes) => lignes.filter((l) => SIENS.includes(l.finess_et));
