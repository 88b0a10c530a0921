import { hasard } from './hasard.mjs';

/** Hors du périmètre des dépôts générés ; clé juste. */
const AILLEURS = '750000010';

const remplacer = (rang, valeur) => (cellules) => cellules.with(rang, valeur);

/** Les défauts de toute ligne : chacun n'a qu'un effet, et un seul par ligne. */
const COMMUNS = [
  (cellules) => cellules.slice(0, -1),
  (cellules) => [...cellules, 'x'],
  remplacer(0, ''),
  remplacer(0, '63E7'),
  remplacer(0, AILLEURS),
  remplacer(1, ''),
];
const SANS_DOSSIER = remplacer(1, 'INCONNU');
const dates = (rang) => [remplacer(rang, '2025-02-30'), remplacer(rang, '15/09/2025')];

/** Une ligne sale est rejetée (E1) ou écartée (E2) ; une date vide n'est un rejet que là où elle est obligatoire. */
const DEFAUTS = {
  dossiers: [...COMMUNS, ...dates(2), ...dates(3), ...dates(4)],
  projets: [...COMMUNS, SANS_DOSSIER, remplacer(2, ''), remplacer(2, 'peut-être'), ...dates(3)],
  dmp: [...COMMUNS, SANS_DOSSIER, ...dates(2), remplacer(2, ''), remplacer(3, 'peut-être')],
  agenda: [...COMMUNS, SANS_DOSSIER, ...dates(2), remplacer(2, ''), remplacer(3, 'peut-être')],
};

/** Des lignes justes, que seul un calcul qui regarde les séjours compte bien (P1, P2, N1 à N4). */
const VIES = {
  dossiers: [
    remplacer(2, ''),
    remplacer(2, '2025-09-20'),
    remplacer(3, '2025-09-10'),
    remplacer(3, '2023-12-31'),
    remplacer(4, ''),
    remplacer(4, '2025-10-05'),
  ],
  projets: [remplacer(3, ''), remplacer(3, '2025-09-12'), remplacer(3, '2025-10-15')],
  dmp: [remplacer(3, 'echec'), remplacer(3, '')],
  agenda: [remplacer(3, ''), remplacer(3, 'annule')],
};
const PART_DES_VIES = 0.2;

/** L'entrée d'un second séjour. */
const REPRISES = ['2025-08-01', '2025-09-05', '2025-09-25', '2025-10-02'];

/** Le seul jour des événements d'un dossier, par le chiffre de ses centaines : en cours de séjour ou non, avant F, ou jamais. */
const JOURNEES = { 3: '2025-09-15 09:00', 5: '2025-06-15 09:00', 7: null };

/** L'événement à écrire pour cette ligne d'agenda ; `null` si le dossier n'en a aucun. */
function regrouper(cellules) {
  const jour = JOURNEES[cellules[1].at(-3)];
  return jour ? cellules.with(2, jour) : jour === null ? null : cellules;
}

/**
 * Salit les lignes d'une table, en-tête excepté : une part `taux` est rejetée ou écartée, une autre reste juste mais
 * compliquée. Un tirage à part : les lignes reçues restent celles d'un dépôt propre.
 */
export function* salir(table, lignes, { taux, graine }) {
  const { chance, parmi } = hasard(graine);
  let entete = true;
  for (const ligne of lignes) {
    const recues = ligne.split(';');
    const cellules = entete || table !== 'agenda' ? recues : regrouper(recues);
    const defaut = !entete && chance(taux);
    const vie = !entete && chance(PART_DES_VIES);
    if (cellules)
      yield (defaut || vie ? parmi((defaut ? DEFAUTS : VIES)[table])(cellules) : cellules).join(';');
    if (!entete && table === 'dossiers' && chance(PART_DES_VIES / 4))
      yield `${recues[0]};${recues[1]};${parmi(REPRISES)};;2025-08-31`;
    entete = false;
  }
}
