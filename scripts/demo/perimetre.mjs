import { avecCle } from './finess.mjs';

/** @typedef {import('./modele.mjs').Essms} Essms */

export const ORGANISMES = {
  og1: { finess: avecCle('63099001'), nom: 'Limagne Solidarités', logiciel: 'Alvéole', departement: '63' },
  og2: {
    finess: avecCle('03099001'),
    nom: "Val d'Allier Services",
    logiciel: 'Passerelle',
    departement: '03',
  },
  og3: { finess: avecCle('63099002'), nom: 'Entraide du Sancy', logiciel: 'Refuge', departement: '63' },
};

/** P7 : l'antenne du SAD, que le logiciel de l'OG 2 exporte sous son propre numéro. */
export const ANTENNE = avecCle('03099120');
/** Un site hors de la grappe, que l'export de messagerie de l'OG 2 contient aussi (E2). */
export const HORS_PERIMETRE = avecCle('03099180');

/** @type {readonly Essms[]} */
export const ESSMS = [
  {
    finess: avecCle('63099101'),
    og: 'og1',
    nom: 'EHPAD Les Tilleuls',
    fichier: 'ehpad_tilleuls',
    categorie: '500',
    secteur: 'PA',
    places: 84,
    eligibleSons: 'oui',
    intensite: [3, 9],
    objectifs: { population: 82, A: 77, P: 71, G: 75, M: 92, B: 57 },
    montre:
      'DMP manqué à un dossier près (57 pour 58) ; MSSanté au-delà de 100 % ; colonne nominative ignorée',
  },
  {
    finess: avecCle('63099102'),
    og: 'og1',
    nom: 'EHPAD Résidence du Parc',
    fichier: 'ehpad_parc',
    categorie: '500',
    secteur: 'PA',
    places: 64,
    eligibleSons: 'oui',
    intensite: [3, 9],
    objectifs: { population: 63, sansDossier: 1, A: 60, P: 54, G: 58, M: 61, B: 46 },
    montre: 'projets atteints tout juste (54 / 60 = 90,00 %) ; une personne accompagnée sans dossier',
  },
  {
    finess: avecCle('63099103'),
    og: 'og1',
    nom: 'IME Les Alizés',
    fichier: 'ime_alizes',
    categorie: '183',
    secteur: 'PH',
    places: 60,
    eligibleSons: 'oui',
    intensite: [4, 9],
    objectifs: { population: 60, A: 44, I: 13, I1: 10, P: 40, G: 42, M: 45, B: 42 },
    montre:
      'usagers exportés le 14/10 : 13 dossiers indéterminés (N3), trois indicateurs incertains ; DMP à 70,00 %',
  },
  {
    finess: avecCle('63099104'),
    og: 'og1',
    nom: 'SAVS Horizon',
    fichier: 'savs_horizon',
    categorie: '446',
    secteur: 'PH',
    places: 45,
    eligibleSons: 'oui',
    intensite: [3, 7],
    objectifs: { population: 45, A: 43, P: 40, G: 39, M: null, B: null },
    montre: 'absent des exports de messagerie et de DMP : non évaluable (N9), ce qui pèse sur la grappe (A3)',
  },
  {
    finess: avecCle('63099105'),
    og: 'og1',
    nom: 'EAM Les Genêts',
    fichier: 'eam_genets',
    categorie: '448',
    secteur: 'PH',
    places: 40,
    eligibleSons: 'oui',
    intensite: [4, 9],
    objectifs: { population: 38, A: 36, P: 33, G: 34, M: 31, B: 28 },
    montre:
      'effectifs de septembre absents : D déduit (P4) ; une ligne rejetée (R = 1) rend les projets incertains',
  },
  {
    finess: avecCle('63099106'),
    og: 'og1',
    nom: 'SSIAD de la Plaine',
    fichier: 'ssiad_plaine',
    categorie: '354',
    secteur: 'DOM',
    places: 72,
    eligibleSons: 'oui',
    intensite: [6, 11],
    objectifs: { population: 72, A: 64, P: 58, G: 61, M: 55, B: 51 },
    montre: 'dossiers actifs manqués à un dossier près (64 pour 65) ; sorties notées 00/00/0000',
  },
  {
    finess: avecCle('03099101'),
    og: 'og2',
    nom: "SAD Val d'Allier",
    fichier: 'sad_val_allier',
    categorie: '460',
    secteur: 'DOM',
    places: 150,
    eligibleSons: 'oui',
    intensite: [6, 12],
    objectifs: { population: 150, A: 120, P: 100, G: 119, M: 106, B: 72 },
    montre:
      "trois cibles manquées ; une antenne rattachée par alias_finess, dont les effectifs s'additionnent (P7)",
  },
  {
    finess: avecCle('03099102'),
    og: 'og2',
    nom: 'SSIAD du Bocage',
    fichier: 'ssiad_bocage',
    categorie: '354',
    secteur: 'DOM',
    places: 60,
    eligibleSons: 'oui',
    intensite: [6, 11],
    objectifs: { population: 58, A: 55, P: 51, G: 54, M: 63, B: 42 },
    montre:
      "cinq cibles atteintes ; une entrée absente d'un dossier actif (P1) ; récurrences jusqu'en décembre",
  },
  {
    finess: avecCle('03099103'),
    og: 'og2',
    nom: 'EHPAD La Source',
    fichier: 'ehpad_source',
    categorie: '500',
    secteur: 'PA',
    places: 78,
    eligibleSons: 'oui',
    intensite: [3, 9],
    objectifs: { population: 76, A: 74, P: 67, G: 71, M: 130, B: 54 },
    montre: "cinq cibles atteintes ; une sortie avant l'entrée (P2)",
  },
  {
    finess: avecCle('03099104'),
    og: 'og2',
    nom: 'Résidence autonomie Les Glycines',
    fichier: 'residence_glycines',
    categorie: '202',
    secteur: 'PA',
    places: 42,
    eligibleSons: 'oui',
    intensite: [2, 5],
    objectifs: { population: 39, sansDossier: 1, A: 37, P: 34, G: 33, M: 29, B: 27 },
    montre:
      "agenda (33 pour 34) et DMP (27 pour 28) manqués à un dossier près ; l'agenda serait atteint en lecture « existence »",
  },
  {
    finess: avecCle('03099105'),
    og: 'og2',
    nom: 'SAMSAH Passerelles',
    fichier: 'samsah_passerelles',
    categorie: '445',
    secteur: 'PH',
    secteurDeduit: true,
    places: 35,
    eligibleSons: 'oui',
    intensite: [4, 9],
    objectifs: { population: 34, A: 32, P: 29, G: 30, M: 26, B: 24, ineligibles: 4 },
    montre:
      'cinq cibles atteintes ; quatre personnes exclues de E par eligible_projet = non (P5, N7) ; secteur déduit',
  },
  {
    finess: avecCle('63099201'),
    og: 'og3',
    nom: "CHRS L'Escale",
    fichier: 'chrs_escale',
    categorie: '214',
    secteur: 'AHI',
    places: 36,
    eligibleSons: 'non',
    intensite: [3, 7],
    objectifs: { population: 36, A: 34, P: 31, G: 31, M: null, B: null },
    montre: 'AHI non éligible au SONS : MSSanté et DMP dispensés (T6), hors des sommes (A2)',
  },
  {
    finess: avecCle('63099202'),
    og: 'og3',
    nom: 'CHRS La Halte',
    fichier: 'chrs_halte',
    categorie: '214',
    secteur: 'AHI',
    places: 30,
    eligibleSons: '',
    intensite: [3, 7],
    objectifs: { population: 28, A: 26, P: 24, G: 24, M: 12, B: 9 },
    montre: 'AHI dont eligible_sons est vide : pas de dispense, à vérifier (T6) ; MSSanté et DMP manqués',
  },
  {
    finess: avecCle('63099203'),
    og: 'og3',
    nom: 'ESAT Les Ateliers du Sancy',
    fichier: 'esat_sancy',
    categorie: '246',
    secteur: 'PH',
    places: 72,
    eligibleSons: 'oui',
    intensite: [4, 8],
    objectifs: { population: 69, sansDossier: 1, A: 66, P: 60, G: 62, M: 58, B: 50 },
    montre: 'cinq cibles atteintes, MSSanté et DMP en décomptes (N8) ; un décompte de DMP en double (E3)',
  },
  {
    finess: avecCle('63099204'),
    og: 'og3',
    nom: 'ITEP La Clairière',
    fichier: 'itep_clairiere',
    categorie: '186',
    secteur: 'PH',
    places: 48,
    eligibleSons: 'oui',
    intensite: [4, 9],
    objectifs: { population: 48, A: 45, P: 41, G: 43, M: 39, B: null },
    montre: 'décompte de DMP de septembre absent : non évaluable (N8)',
  },
  {
    finess: avecCle('63099205'),
    og: 'og3',
    nom: 'EHPAD Les Jonquilles',
    fichier: 'ehpad_jonquilles',
    categorie: '500',
    secteur: 'PA',
    places: 60,
    eligibleSons: 'oui',
    dateOuverture: '2025-11-03',
    intensite: [3, 9],
    objectifs: null,
    montre: 'ouvre le 03/11/2025 : hors période (P6) ; cinq préadmissions déjà saisies',
  },
];

/** P7 : le FINESS de l'ESSMS du périmètre, quand l'export porte celui d'un site secondaire. @param {string} finess */
export function rattacher(finess) {
  return finess === ANTENNE ? essmsNomme("SAD Val d'Allier").finess : finess;
}

/** @param {string} nom @returns {Essms} */
export function essmsNomme(nom) {
  const trouve = ESSMS.find((e) => e.nom === nom);
  if (!trouve) throw new Error(`ESSMS inconnu : ${nom}`);
  return trouve;
}
