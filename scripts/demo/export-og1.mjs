import { jjmmaaaa } from './calendrier.mjs';
import { glisser, mettreEnLignes, rendre } from './fichier.mjs';
import { hasardDe } from './hasard.mjs';
import { ESSMS, essmsNomme } from './perimetre.mjs';

/** @typedef {import('./modele.mjs').Tables} Tables */
/** @typedef {import('./fichier.mjs').Forme} Forme */
/** @typedef {import('./fichier.mjs').Fichier} Fichier */

const DOSSIER = 'exports/og1';
const SIENS = ESSMS.filter((e) => e.og === 'og1');

/** Les établissements dont l'export d'usagers ne porte pas le FINESS (`constantes.finess_et`). */
export const SANS_FINESS = SIENS.filter((e) => ['500', '183', '448'].includes(e.categorie));

/** « Non honoré » et « Archivé » n'ont pas de sens sûr : `valeurs` de depot.yaml le leur donne. */
const STATUTS = { actif: 'Présent', clos: 'Sorti', attente: 'Liste d’attente', refuse: 'Refusé' };
const STATUTS_AGENDA = {
  realise: 'Fait',
  valide: 'Confirmé',
  planifie: 'Prévu',
  annule: 'Non honoré',
  '': '',
};
const STATUTS_PROJET = {
  en_preparation: ['En cours d’élaboration', 'Rédigé', 'À signer'],
  actif: ['Signé', 'Signé', 'Validé le 12/03', 'À réévaluer'],
  en_pause: ['Suspendu'],
  termine: ['Échu'],
  annule: ['Archivé'],
};
const PRENOMS = [
  'Alix',
  'Camille',
  'Claude',
  'Dominique',
  'Eden',
  'Lou',
  'Maxence',
  'Morgan',
  'Noa',
  'Sacha',
];

/** @param {string} chemin @param {string} table @returns {Forme} */
const forme = (chemin, table) => ({
  chemin: `${DOSSIER}/${chemin}`,
  table,
  encodage: 'windows-1252',
  separateur: ';',
  fin: '\r\n',
});

/** @template {string} C @template V @param {Readonly<Record<C, V>>} table @param {string} code */
const traduire = (table, code) => table[/** @type {C} */ (code)];

/** Windows-1252, « ; », JJ/MM/AAAA, CRLF, colonnes du logiciel. @param {Tables} tables @returns {Fichier[]} */
export function exporterOg1(tables) {
  return [...usagers(tables), ...agendas(tables), projets(tables), messagerie(tables), dmp(tables)];
}

/** @type {import('./fichier.mjs').Colonnes<import('./modele.mjs').Sejour>} */
const COLONNES_USAGERS = [
  ['N° dossier', (s) => s.id_dossier],
  ['Entré le', (s) => jjmmaaaa(s.date_entree)],
  ['Sorti le', (s) => jjmmaaaa(s.date_sortie)],
  ['Motif', (s) => s.motif_sortie],
  ['Dernière saisie', (s) => jjmmaaaa(s.date_derniere_activite)],
  ['Situation', (s) => traduire(STATUTS, s.statut)],
  ['Projet d’accueil', (s) => s.eligible_projet],
];

/** @param {Tables} tables */
function usagers(tables) {
  const propres = SANS_FINESS.map((essms) => {
    const sejours = tables.dossiers.filter((s) => s.finess_et === essms.finess);
    const colonnes = essms.nom === 'EHPAD Les Tilleuls' ? avecNom() : COLONNES_USAGERS;
    const lignes = mettreEnLignes(sejours, colonnes);
    if (essms.nom === 'EAM Les Genêts') {
      const note =
        "date impossible : la ligne rejetée est peut-être une personne de plus (R), d'où l'incertitude";
      glisser(lignes, 17, 'rejetee', note, ['00999', '31/02/2025', '', '', '18/09/2025', 'Présent', 'oui']);
    }
    const vides = ';'.repeat(colonnes.length - 1);
    const edite = essms.nom === 'IME Les Alizés' ? '14/10/2025 à 09:12' : '30/09/2025 à 19:05';
    const habillage = {
      preambule: [`Liste des usagers - ${essms.nom}${vides}`, `Édité le ${edite}${vides}`],
      pied: (/** @type {number} */ total) => `Total : ${total}${vides}`,
    };
    const entete = colonnes.map(([titre]) => titre);
    return rendre({ ...forme(`${essms.fichier}_usagers.csv`, 'dossiers'), ...habillage }, entete, lignes);
  });
  return [...propres, services(tables)];
}

/** Une colonne nominative inutile, que l'outil ignore ; les noms sont fictifs. @returns {typeof COLONNES_USAGERS} */
function avecNom() {
  const hasard = hasardDe('prénoms');
  return [['Usager', (s) => `FICTIF ${hasard.choisir(PRENOMS)} (n° ${s.id_dossier})`], ...COLONNES_USAGERS];
}

/** SAVS et SSIAD ensemble, avec le FINESS ; le SSIAD note « 00/00/0000 » pour « pas sorti » sur ses plus anciens dossiers. @param {Tables} tables */
function services(tables) {
  const finess = SIENS.filter((e) => !SANS_FINESS.includes(e)).map((e) => e.finess);
  const ssiad = essmsNomme('SSIAD de la Plaine').finess;
  let zeros = 4;
  /** @type {typeof COLONNES_USAGERS} */
  const colonnes = [
    ['N° FINESS', (s) => s.finess_et],
    ...COLONNES_USAGERS.map(([titre, lire]) => {
      if (titre !== 'Sorti le') return /** @type {const} */ ([titre, lire]);
      const avecZeros = (/** @type {import('./modele.mjs').Sejour} */ s) =>
        s.finess_et === ssiad && s.statut === 'actif' && zeros-- > 0 ? '00/00/0000' : lire(s);
      return /** @type {const} */ ([titre, avecZeros]);
    }),
  ];
  const lignes = mettreEnLignes(
    tables.dossiers.filter((s) => finess.includes(s.finess_et)),
    colonnes,
  );
  return rendre(
    forme('services_usagers.csv', 'dossiers'),
    colonnes.map(([titre]) => titre),
    lignes,
  );
}

/** Un agenda par établissement, qui porte le FINESS : un motif, une correspondance. @param {Tables} tables */
function agendas(tables) {
  const hasard = hasardDe('commentaires');
  return SIENS.map((essms) => {
    const commente = essms.nom === 'EHPAD Les Tilleuls';
    /** @type {import('./fichier.mjs').Colonnes<import('./modele.mjs').Evenement>} */
    const colonnes = [
      ['N° FINESS', (e) => e.finess_et],
      ['N° dossier', (e) => e.id_dossier],
      ['Rendez-vous le', (e) => `${jjmmaaaa(e.date)} ${e.heure}`],
      ['Nature', (e) => e.type],
      ['Suite donnée', (e) => traduire(STATUTS_AGENDA, e.statut)],
      ['Commentaire', () => (commente && hasard.chance(1) ? 'Prévoir le fauteuil\n(salle 2)' : '')],
    ];
    const entete = colonnes.map(([titre]) => titre);
    const lignes = mettreEnLignes(
      tables.agenda.filter((e) => e.finess_et === essms.finess),
      colonnes,
    );
    const dossier = lignes[40]?.cellules[1] ?? '';
    if (essms.nom === 'SAVS Horizon') {
      const cellules = ['6,3E+08', dossier, '18/07/2025 10:00', 'Bilan', 'Fait', ''];
      glisser(lignes, 212, 'rejetee', 'FINESS mis en notation scientifique par un tableur', cellules);
    }
    if (essms.nom === 'SSIAD de la Plaine') {
      glisser(lignes, 600, 'rejetee', 'en-tête répété : deux exports collés bout à bout', entete);
    }
    if (commente) {
      const cellules = [essms.finess, '09999', '11/09/2025 14:30', 'Animation', 'Fait', ''];
      glisser(lignes, 705, 'ecartee', "dossier absent de l'export des usagers", cellules);
    }
    return rendre(forme(`${essms.fichier}_agenda.csv`, 'agenda'), entete, lignes);
  });
}

/** @param {Tables} tables */
function projets(tables) {
  const hasard = hasardDe('étapes');
  /** @type {import('./fichier.mjs').Colonnes<import('./modele.mjs').Projet>} */
  const colonnes = [
    ['N° FINESS', (p) => p.finess_et],
    ['N° dossier', (p) => p.id_dossier],
    ['Étape', (p) => hasard.choisir(traduire(STATUTS_PROJET, p.statut))],
    ['Ouvert le', (p) => jjmmaaaa(p.date_creation)],
    ['Début du projet', (p) => jjmmaaaa(p.date_debut)],
    ['Échéance', (p) => jjmmaaaa(p.date_fin)],
  ];
  const lignes = mettreEnLignes(siens(tables.projets), colonnes);
  const [finess = '', dossier = ''] = lignes[120]?.cellules ?? [];
  const cellules = [finess, dossier, 'Bloqué', '03/06/2025', '', ''];
  glisser(lignes, 121, 'rejetee', 'statut de projet inconnu', cellules);
  return rendre(
    forme('projets_personnalises.csv', 'projets'),
    colonnes.map(([titre]) => titre),
    lignes,
  );
}

/** @param {Tables} tables */
function messagerie(tables) {
  /** @type {import('./fichier.mjs').Colonnes<import('./modele.mjs').Message>} */
  const colonnes = [
    ['N° FINESS', (m) => m.finess_et],
    ['Envoyé le', (m) => jjmmaaaa(m.date)],
    ['Correspondant', (m) => (m.destinataire === 'usager' ? 'Usager' : 'Professionnel de santé')],
    ['N° dossier', (m) => m.id_dossier],
    ['N° message', (m) => m.id_message],
    ['Sens', (m) => (m.sens === 'recu' ? 'Reçu' : 'Émis')],
    ['Acheminement', (m) => (m.etat === 'rejete' ? 'Rejeté' : 'Remis')],
  ];
  const lignes = mettreEnLignes(siens(tables.mss), colonnes);
  return rendre(
    forme('messagerie.csv', 'mss'),
    colonnes.map(([titre]) => titre),
    lignes,
  );
}

/** @param {Tables} tables */
function dmp(tables) {
  /** @type {import('./fichier.mjs').Colonnes<import('./modele.mjs').Depot>} */
  const colonnes = [
    ['N° FINESS', (d) => d.finess_et],
    ['N° dossier', (d) => d.id_dossier],
    ['Déposé le', (d) => jjmmaaaa(d.date)],
    ['INS qualifiée', (d) => d.ins],
    ['Résultat', (d) => (d.etat === 'echec' ? 'Échec' : 'Déposé')],
  ];
  const lignes = mettreEnLignes(siens(tables.dmp), colonnes);
  return rendre(
    forme('dmp.csv', 'dmp'),
    colonnes.map(([titre]) => titre),
    lignes,
  );
}

/** @template {{ finess_et: string }} T @param {readonly T[]} lignes */
const siens = (lignes) => lignes.filter((l) => SIENS.some((e) => e.finess === l.finess_et));
