import type { CodeIndicateur, Etat } from '../domaine/resultat.ts';
import type { Outil } from './modele.ts';

interface Mots {
  /** En tête de colonne et dans les phrases. */
  readonly court: string;
  /** Libellé du kit SESAN (partie 3, § 6). */
  readonly libelle: string;
  /** Ce qu'il reste à faire : « 1 actif », « 24 projets ». */
  readonly unite: readonly [singulier: string, pluriel: string];
  /** Ce que demande la correction quand la donnée n'est pas là. */
  readonly fichier: string;
}

export const INDICATEURS: Readonly<Record<CodeIndicateur, Mots>> = {
  dossiers_actifs: {
    court: 'actifs',
    libelle: 'Taux de dossiers actifs',
    unite: ['actif', 'actifs'],
    fichier: 'dossiers',
  },
  projets: {
    court: 'projets',
    libelle: 'Taux de dossiers actifs avec un projet personnalisé',
    unite: ['projet', 'projets'],
    fichier: 'projets',
  },
  agenda: {
    court: 'agenda',
    libelle: "Taux de dossiers actifs ayant au moins un événement dans l'agenda",
    unite: ['agenda', 'agendas'],
    fichier: 'agenda',
  },
  mssante: {
    court: 'MSS',
    libelle: "Taux d'utilisation de la MSSanté",
    unite: ['message', 'messages'],
    fichier: 'mss',
  },
  dmp: { court: 'DMP', libelle: "Taux d'utilisation du DMP", unite: ['DMP', 'DMP'], fichier: 'dmp' },
};

/** Un état se lit sans couleur. */
export const SIGNES: Readonly<Record<Etat, string>> = {
  atteint: '✓',
  non_atteint: '✗',
  incertain: '?',
  non_evaluable: '–',
  dispense: '–',
  hors_periode: '–',
};

export const ETATS_EN_MOTS: Readonly<Record<Etat, string>> = {
  atteint: 'atteint',
  non_atteint: 'non atteint',
  incertain: 'incertain',
  non_evaluable: 'non évaluable',
  dispense: 'dispensé',
  hors_periode: 'hors période',
};

const DEFINITIONS_EN_MOTS: Readonly<Record<string, string>> = {
  dossier_actif: 'actif',
  population: 'population',
  evenement_agenda: 'agenda',
  activite: 'activité',
  presence: 'présence',
  fin_de_periode: 'fin de période',
  periode: 'période',
};

/** « actif=activité, population=présence, agenda=période » */
export function direDefinitions(definitions: Readonly<Record<string, string>>): string {
  return Object.entries(definitions)
    .map(([cle, valeur]) => direDefinition(cle, [valeur]))
    .join(', ');
}

/** « actif=ouvert ou statut » */
export function direDefinition(cle: string, valeurs: readonly string[]): string {
  const dire = (mot: string): string => DEFINITIONS_EN_MOTS[mot] ?? mot;
  return `${dire(cle)}=${valeurs.map(dire).join(' ou ')}`;
}

/** Ce qui suit l'empreinte quand l'usager a fourni des règles : « ; règles fournies par --regles : … » */
export function direFournies({ fournies = [] }: Pick<Outil, 'fournies'>): string {
  return fournies.length === 0 ? '' : ` ; règles fournies par --regles : ${fournies.join(', ')}`;
}
