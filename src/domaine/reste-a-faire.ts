import type { Resultat } from './resultat.ts';
import type { Secteur } from './secteur.ts';

/** Les indicateurs dont les dossiers se nomment ; la MSSanté est un volume de messages, sans dossier (N6). */
export const INDICATEURS_NOMMABLES = ['dossiers_actifs', 'projets', 'agenda', 'dmp'] as const;
export type IndicateurNommable = (typeof INDICATEURS_NOMMABLES)[number];

/** N2, N3 : ce que le calcul sait de l'activité d'un dossier dans F. */
export const SITUATIONS = ['actif', 'inactif', 'indetermine'] as const;
export type Situation = (typeof SITUATIONS)[number];

/**
 * Le premier geste d'un dossier. `trace` : n'importe laquelle (N1) ; `reexporter` : la donnée manque, pas l'usage ;
 * `statut` : sous la définition `dossier_actif=statut`.
 */
export const GESTES = ['evenement', 'projet', 'dmp', 'trace', 'reexporter', 'statut'] as const;
export type GesteDossier = (typeof GESTES)[number];

/** Un dossier de la population, présent à la date de référence, à qui il manque quelque chose. */
export interface DossierAFaire {
  readonly finessEt: string;
  readonly idDossier: string;
  readonly situation: Situation;
  /** Jamais vide ; `dossiers_actifs` : inactif ou indéterminé. */
  readonly manques: readonly IndicateurNommable[];
  readonly geste: GesteDossier;
  /** Ce que ce seul geste règle, s'il est daté de F. */
  readonly regle: readonly IndicateurNommable[];
  /** Clos sans date de sortie : la dater vient d'abord. */
  readonly closSansSortie: boolean;
}

export type ParSituation = Readonly<Record<Situation, number>>;

/** Un indicateur d'un ESSMS : où il en est, et combien de dossiers en manquent. */
export interface ManqueEssms {
  readonly resultat: Resultat;
  /** Faux : un volume, des décomptes, un export absent, une dispense : aucun dossier ne peut être nommé. */
  readonly nommable: boolean;
  /** Dossiers nommés, que la liste soit ou non restreinte à un indicateur. */
  readonly listes: ParSituation;
  /** Dossiers de la population à qui il manque la même chose, et qu'on ne nomme pas : sortis depuis. */
  readonly sortis: ParSituation;
}

export interface EssmsAFaire {
  readonly finessEt: string;
  readonly finessEj: string;
  readonly libelle: string;
  readonly secteur: Secteur | null;
  /** P3. */
  readonly population: number;
  /** Dossiers de la liste. */
  readonly dossiers: number;
  /** Parmi eux, ceux dont le premier geste sert une cible que l'ESSMS n'atteint pas. */
  readonly prioritaires: number;
  /** Dossiers de la population à qui il manque quelque chose, et qui sont sortis. */
  readonly sortis: number;
  /** Un par indicateur, dans l'ordre des indicateurs. */
  readonly manques: readonly ManqueEssms[];
}
