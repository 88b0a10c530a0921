import { mettreEnLignes, rendre } from './fichier.mjs';
import { ESSMS, ORGANISMES } from './perimetre.mjs';

/** @typedef {import('./modele.mjs').Tables} Tables */
/** @typedef {import('./fichier.mjs').Fichier} Fichier */

/** Les deux tables que la grappe tient elle-même, aux noms canoniques. @param {Tables} tables @returns {Fichier[]} */
export function exporterGrappe(tables) {
  return [essms(), effectifs(tables)];
}

function essms() {
  /** @type {import('./fichier.mjs').Colonnes<import('./modele.mjs').Essms>} */
  const colonnes = [
    ['finess_et', (e) => e.finess],
    ['finess_ej', (e) => ORGANISMES[e.og].finess],
    ['raison_sociale', (e) => e.nom],
    ['categorie', (e) => e.categorie],
    ['secteur', (e) => (e.secteurDeduit ? '' : e.secteur)],
    ['departement', (e) => ORGANISMES[e.og].departement],
    ['type_projet', () => 'acquisition'],
    ['dui_reference', () => 'oui'],
    ['logiciel', (e) => ORGANISMES[e.og].logiciel],
    ['places', (e) => String(e.places)],
    ['eligible_sons', (e) => e.eligibleSons],
    ['date_ouverture', (e) => e.dateOuverture ?? ''],
    ['deploiement_termine', (e) => (e.objectifs ? 'oui' : 'non')],
    ['formations_terminees', (e) => (e.objectifs ? 'oui' : 'non')],
  ];
  return fichier('essms', colonnes, mettreEnLignes(ESSMS, colonnes));
}

/** @param {Tables} tables */
function effectifs(tables) {
  /** @type {import('./fichier.mjs').Colonnes<import('./modele.mjs').Effectif>} */
  const colonnes = [
    ['finess_et', (e) => e.finess_et],
    ['mois', (e) => e.mois],
    ['periode', (e) => e.periode],
    ['personnes_accompagnees', (e) => String(e.personnes)],
    ['personnes_eligibles_projet', (e) => e.eligibles],
  ];
  return fichier('effectifs', colonnes, mettreEnLignes(tables.effectifs, colonnes));
}

/** @template T @param {string} nom @param {import('./fichier.mjs').Colonnes<T>} colonnes @param {import('./fichier.mjs').Ligne[]} lignes */
function fichier(nom, colonnes, lignes) {
  const entete = colonnes.map(([titre]) => titre);
  return rendre(
    { chemin: `${nom}.csv`, table: nom, encodage: 'utf-8', separateur: ';', fin: '\n' },
    entete,
    lignes,
  );
}
