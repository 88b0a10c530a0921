import fc from 'fast-check';
import { jour, jourOuVide } from './jours.ts';

/** Un nombre qui désigne une chose parmi d'autres, au modulo près : la réduction reste possible. */
const rang = fc.nat({ max: 15 });
const booleen = fc.constantFrom('', '', 'oui', 'non', 'O', 'N', 'VRAI', 'faux', '1', '0', 'x');
const heure = fc.constantFrom('', '', '', ' 08:30', ' 23:59:59', 'T14:05:00');

const sejour = fc.record({
  entree: jourOuVide,
  sortie: jourOuVide,
  /** Écrit « 00/00/0000 » à la place d'une sortie vide. */
  sortieNulle: fc.constantFrom(false, false, false, true),
  derniere: jourOuVide,
  statut: fc.constantFrom('', '', 'actif', 'actif', 'clos', 'preadmission', 'attente', 'refuse'),
  eligible: booleen,
});
const personne = fc.record({
  sejours: fc.array(sejour, { minLength: 1, maxLength: 3, size: 'small' }),
  /** Une personne ordinaire a un séjour ouvert, une activité, un projet, un événement, un dépôt. */
  ordinaire: fc.constantFrom(true, true, true, true, true, false),
});

const evenement = fc.record({
  personne: rang,
  date: jour,
  heure,
  statut: fc.constantFrom('', '', 'planifie', 'valide', 'realise', 'annule'),
  type: fc.constantFrom('', 'soin', 'soin', 'absence', 'hospitalisation'),
  secondaire: fc.boolean(),
});
const projet = fc.record({
  personne: rang,
  statut: fc.constantFrom('en_preparation', 'actif', 'en_pause', 'termine', 'annule'),
  creation: jourOuVide,
  debut: jourOuVide,
  fin: jourOuVide,
  maj: jourOuVide,
});
const activite = fc.record({ personne: rang, date: jour, heure });
const message = fc.record({
  personne: fc.option(rang, { nil: null }),
  date: jour,
  heure,
  id: fc.option(fc.nat({ max: 4 }), { nil: null }),
  destinataire: fc.constantFrom('professionnel', 'usager'),
  sens: fc.constantFrom('', 'envoye', 'envoye', 'recu'),
  etat: fc.constantFrom('', 'envoye', 'envoye', 'rejete'),
  secondaire: fc.boolean(),
});
const depot = fc.record({
  personne: rang,
  date: jour,
  heure,
  etat: fc.constantFrom('', 'depose', 'depose', 'echec'),
});

const effectif = fc.record({
  ecartMois: fc.constantFrom(0, 0, 0, -1, -2),
  periode: fc.constantFrom('', 'mois', 'mois', 'trimestre', 'trimestre'),
  /** Ajouté au nombre de personnes du scénario. */
  personnes: fc.integer({ min: -3, max: 6 }),
  eligibles: fc.option(fc.integer({ min: -3, max: 3 }), { nil: null }),
  secondaire: fc.constantFrom(false, false, true),
});
const decompte = fc.record({
  ecartMois: fc.integer({ min: -3, max: 0 }),
  premier: fc.oneof(fc.nat({ max: 12 }), fc.constant(1234)),
  second: fc.nat({ max: 6 }),
  secondaire: fc.constantFrom(false, false, true),
});

/** Une table est le plus souvent là pour un ESSMS. */
const present = fc.constantFrom(true, true, true, true, true, true, true, true, false);

export const essms = fc.record({
  og: fc.nat({ max: 2 }),
  secteur: fc.constantFrom('PA', 'PH', 'DOM', 'PDS', 'PDE', 'PJM', 'AHI', 'AHI', ''),
  eligibleSons: booleen,
  ouverture: jourOuVide,
  fermeture: jourOuVide,
  horsPeriodePermis: fc.constantFrom(false, false, false, false, false, true),
  places: fc.option(fc.integer({ min: 1, max: 14 }), { freq: 4, nil: null }),
  libelle: fc.constantFrom('', 'EHPAD Les Tilleuls', 'Foyer « L’Œuvre »', 'IME Été'),
  aUnSecondaire: fc.constantFrom(false, false, true),
  styleId: fc.nat({ max: 3 }),
  personnes: fc.array(personne, { maxLength: 12, size: 'medium' }),
  /** Un ESSMS bien tenu s'approche des cibles : sans lui, presque tout serait « non atteint ». */
  bienTenu: fc.constantFrom(true, true, false),
  /** `tardif` : dernière activité après F ; les autres : ce qui a vieilli. */
  profil: fc.constantFrom('complet', 'complet', 'tardif', 'agenda_ancien', 'projet_ancien'),
  evenements: fc.array(evenement, { maxLength: 12, size: 'medium' }),
  projets: fc.array(projet, { maxLength: 10, size: 'medium' }),
  activites: fc.array(activite, { maxLength: 6, size: 'medium' }),
  messages: fc.array(message, { maxLength: 12, size: 'medium' }),
  depots: fc.array(depot, { maxLength: 10, size: 'medium' }),
  effectifs: fc.array(effectif, { maxLength: 4, size: 'medium' }),
  decomptesMss: fc.array(decompte, { maxLength: 5, size: 'medium' }),
  decomptesDmp: fc.array(decompte, { maxLength: 5, size: 'medium' }),
  mssEnDetail: fc.constantFrom(true, true, false),
  dmpEnDetail: fc.constantFrom(true, true, false),
  tables: fc.record({
    effectifs: present,
    dossiers: present,
    activites: fc.boolean(),
    projets: present,
    agenda: present,
    mss: present,
    dmp: present,
  }),
});

export type EssmsAleatoire = typeof essms extends fc.Arbitrary<infer T> ? T : never;
