import type { CodeIndicateur } from '../domaine/resultat.ts';
import type { Comptes } from './comptes.ts';
import type { CleDefinition } from './definitions.ts';

/** Un indicateur du kit SESAN (section 1 des règles) ; sa cible est une règle datée (regles/indicateurs.yaml). */
export interface Indicateur {
  readonly code: CodeIndicateur;
  readonly libelle: string;
  /** Ce que comptent le numérateur et le dénominateur, au pluriel. */
  readonly numerateur: string;
  readonly denominateur: string;
  /** Les tables de détail qu'il lit (N9) ; des décomptes remplacent `mss` et `dmp`. */
  readonly tables: readonly (keyof Comptes['couvert'])[];
  /** Les définitions qui peuvent changer son résultat. */
  readonly definitions: readonly CleDefinition[];
}

/** Les cinq indicateurs ; l'ordre d'affichage est celui de `CODES_INDICATEURS`. */
export const REGISTRE: Readonly<Record<CodeIndicateur, Indicateur>> = {
  dossiers_actifs: {
    code: 'dossiers_actifs',
    libelle: 'Taux de dossiers actifs',
    numerateur: 'dossiers actifs',
    denominateur: 'personnes accompagnées',
    tables: ['dossiers'],
    definitions: ['dossier_actif', 'population'],
  },
  projets: {
    code: 'projets',
    libelle: 'Taux de dossiers actifs avec un projet personnalisé',
    numerateur: 'dossiers actifs avec un projet personnalisé',
    denominateur: 'dossiers actifs',
    tables: ['dossiers', 'projets'],
    definitions: ['dossier_actif', 'population'],
  },
  agenda: {
    code: 'agenda',
    libelle: "Taux de dossiers actifs ayant au moins un événement dans l'agenda",
    numerateur: 'dossiers actifs avec un événement',
    denominateur: 'dossiers actifs',
    tables: ['dossiers', 'agenda'],
    definitions: ['dossier_actif', 'population', 'evenement_agenda'],
  },
  mssante: {
    code: 'mssante',
    libelle: "Taux d'utilisation de la MSSanté",
    numerateur: 'messages envoyés',
    denominateur: 'personnes éligibles à un projet',
    tables: ['mss'],
    definitions: ['population'],
  },
  dmp: {
    code: 'dmp',
    libelle: "Taux d'utilisation du DMP",
    numerateur: 'DMP alimentés',
    denominateur: 'personnes éligibles à un projet',
    tables: ['dmp'],
    definitions: ['population'],
  },
};
