import { jjmmaaaa, mmaaaa } from './calendrier.mjs';
import { glisser, mettreEnLignes, rendre } from './fichier.mjs';
import { ESSMS, essmsNomme } from './perimetre.mjs';

/** @typedef {import('./modele.mjs').Tables} Tables */
/** @typedef {import('./fichier.mjs').Fichier} Fichier */

const SIENS = ESSMS.filter((e) => e.og === 'og3').map((e) => e.finess);

const STATUTS = {
  actif: 'En cours',
  clos: 'Sorti',
  attente: 'En attente',
  refuse: 'Refus',
  preadmission: 'Préadmission',
};
const STATUTS_AGENDA = {
  realise: 'Effectué',
  valide: 'Confirmé',
  planifie: 'Programmé',
  annule: 'Annulé',
  '': '',
};
const STATUTS_PROJET = {
  en_preparation: 'En rédaction',
  actif: 'Contractualisé',
  en_pause: 'Suspendu',
  termine: 'Expiré',
  annule: 'Abandonné',
};

/** @template {string} C @param {Readonly<Record<C, string>>} table @param {string} code */
const traduire = (table, code) => table[/** @type {C} */ (code)];

/** UTF-8 sans marque ; sans dernière activité mais avec un journal ; MSSanté et DMP en décomptes. @param {Tables} tables @returns {Fichier[]} */
export function exporterOg3(tables) {
  return [personnes(tables), journal(tables), rendezVous(tables), projets(tables), mss(tables), dmp(tables)];
}

/** @template T @param {string} nom @param {string} table @param {import('./fichier.mjs').Colonnes<T>} colonnes @param {import('./fichier.mjs').Ligne[]} lignes */
function fichier(nom, table, colonnes, lignes) {
  const entete = colonnes.map(([titre]) => titre);
  const chemin = `exports/og3/${nom}.csv`;
  return rendre({ chemin, table, encodage: 'utf-8', separateur: ';', fin: '\n' }, entete, lignes);
}

/** @param {Tables} tables */
function personnes(tables) {
  /** @type {import('./fichier.mjs').Colonnes<import('./modele.mjs').Sejour>} */
  const colonnes = [
    ['Structure', (s) => s.finess_et],
    ['Réf. personne', (s) => s.id_dossier],
    ['Admission', (s) => jjmmaaaa(s.date_entree)],
    ['Date de départ', (s) => jjmmaaaa(s.date_sortie)],
    ['Statut', (s) => traduire(STATUTS, s.statut)],
  ];
  return fichier('personnes', 'dossiers', colonnes, mettreEnLignes(siens(tables.dossiers), colonnes));
}

/** @param {Tables} tables */
function journal(tables) {
  /** @type {import('./fichier.mjs').Colonnes<import('./modele.mjs').Activite>} */
  const colonnes = [
    ['Structure', (a) => a.finess_et],
    ['Réf. personne', (a) => a.id_dossier],
    ['Date de saisie', (a) => jjmmaaaa(a.date)],
  ];
  return fichier('journal', 'activites', colonnes, mettreEnLignes(siens(tables.activites), colonnes));
}

/** @param {Tables} tables */
function rendezVous(tables) {
  /** @type {import('./fichier.mjs').Colonnes<import('./modele.mjs').Evenement>} */
  const colonnes = [
    ['Structure', (e) => e.finess_et],
    ['Réf. personne', (e) => e.id_dossier],
    ['Date et heure', (e) => `${jjmmaaaa(e.date)} ${e.heure}`],
    ['Type de RDV', (e) => e.type],
    ['Statut du RDV', (e) => traduire(STATUTS_AGENDA, e.statut)],
  ];
  return fichier('rendez_vous', 'agenda', colonnes, mettreEnLignes(siens(tables.agenda), colonnes));
}

/** @param {Tables} tables */
function projets(tables) {
  /** @type {import('./fichier.mjs').Colonnes<import('./modele.mjs').Projet>} */
  const colonnes = [
    ['Structure', (p) => p.finess_et],
    ['Réf. personne', (p) => p.id_dossier],
    ['État du projet', (p) => traduire(STATUTS_PROJET, p.statut)],
    ['Créé le', (p) => jjmmaaaa(p.date_creation)],
    ['Signé le', (p) => jjmmaaaa(p.date_debut)],
    ["Valable jusqu'au", (p) => jjmmaaaa(p.date_fin)],
  ];
  return fichier('projets', 'projets', colonnes, mettreEnLignes(siens(tables.projets), colonnes));
}

/** @param {Tables} tables */
function mss(tables) {
  /** @type {import('./fichier.mjs').Colonnes<import('./modele.mjs').DecompteMss>} */
  const colonnes = [
    ['FINESS', (d) => d.finess_et],
    ['Mois', (d) => mmaaaa(d.mois)],
    ['Messages professionnels', (d) => String(d.professionnels)],
    ['Messages usagers', (d) => String(d.usagers)],
    ['Dossiers MSS professionnel', (d) => String(d.dossiersProfessionnel)],
    ['Dossiers MSS usager', (d) => String(d.dossiersUsager)],
    ['Dossiers trois actions', (d) => String(d.trois)],
  ];
  return fichier('mss_decomptes', 'mss', colonnes, mettreEnLignes(tables.mssDecomptes, colonnes));
}

/** @param {Tables} tables */
function dmp(tables) {
  /** @type {import('./fichier.mjs').Colonnes<import('./modele.mjs').DecompteDmp>} */
  const colonnes = [
    ['FINESS', (d) => d.finess_et],
    ['Mois', (d) => mmaaaa(d.mois)],
    ['Dossiers alimentés', (d) => String(d.dossiers)],
    ['Documents INS qualifiée', (d) => String(d.avecIns)],
    ['Documents sans INS', (d) => String(d.sansIns)],
  ];
  const lignes = mettreEnLignes(tables.dmpDecomptes, colonnes);
  const { finess } = essmsNomme('ESAT Les Ateliers du Sancy');
  const aout = lignes.findIndex(({ cellules }) => cellules[0] === finess && cellules[1] === '08/2025');
  const note = 'second décompte du même mois pour le même ESSMS : la première ligne est gardée';
  glisser(lignes, aout + 1, 'rejetee', note, [finess, '08/2025', '41', '44', '3']);
  return fichier('dmp_decomptes', 'dmp', colonnes, lignes);
}

/** @template {{ finess_et: string }} T @param {readonly T[]} lignes */
const siens = (lignes) => lignes.filter((l) => SIENS.includes(l.finess_et));
