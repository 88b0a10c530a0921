import type { DateCivile } from '../date-civile.ts';
import type { Centimes } from '../montant.ts';
import type { Avertissement } from './commun.ts';
import type { CodeLigne } from './forfaits.ts';
import type { Somme } from './plan.ts';

export type Poste = Exclude<CodeLigne, 'amorcage'>;

/** Une ligne de la table `depenses`. */
export interface Depense {
  readonly fichier: string;
  readonly ligne: number;
  readonly date: DateCivile;
  readonly fournisseur: string;
  readonly objet: string | null;
  readonly poste: Poste;
  /** TTC ; négatif pour un avoir. */
  readonly montant: Centimes;
  readonly numeroFacture: string | null;
  readonly finessEt: string | null;
  readonly finessEj: string | null;
  readonly payeLe: DateCivile | null;
}

/** Pourquoi une dépense n'entre pas dans les sommes comparées aux forfaits. */
export const MOTIFS_ECART = ['doublon', 'hors_projet', 'poste_non_eligible', 'og_inconnu'] as const;
export type MotifEcart = (typeof MOTIFS_ECART)[number];

export interface DepenseClassee extends Depense {
  /** Payée à la date de référence, ou seulement engagée. */
  readonly etat: 'payee' | 'engagee';
  /** L'OG qui la porte ; `null` : toute la grappe. */
  readonly og: string | null;
  readonly ecart: { readonly motif: MotifEcart; readonly message: string } | null;
}

/** Un forfait devant ce qui est dépensé pour lui. */
export interface Rapprochement {
  readonly code: CodeLigne | 'total';
  readonly prevu: Somme;
  readonly paye: Centimes;
  /** Commandé ou facturé, pas encore payé. */
  readonly engage: Centimes;
  /** Prévu moins payé moins engagé, au moins zéro ; `null` si le forfait est inconnu. */
  readonly reste: Centimes | null;
  /** Ce qui dépasse le forfait ; `null` s'il est inconnu. */
  readonly depassement: Centimes | null;
  readonly plafond: boolean;
}

/** Les rapprochements d'un ESSMS, d'un OG ou de la grappe. */
export interface Groupe {
  readonly niveau: 'grappe' | 'og' | 'essms';
  readonly identifiant: string;
  readonly libelle: string;
  readonly finessEj: string | null;
  readonly postes: readonly Rapprochement[];
  readonly total: Rapprochement;
  /** Du total, ce qui ne se rattache à aucun de ses ESSMS. */
  readonly nonReparti: Centimes;
}

/** L'état récapitulatif des dépenses demandé avant le solde (kit SESAN, partie 3, liste § 6). */
export interface EtatDepenses {
  readonly dateReference: DateCivile;
  readonly debut: DateCivile | null;
  readonly fin: DateCivile | null;
  readonly grappe: Groupe;
  readonly og: readonly Groupe[];
  readonly essms: readonly Groupe[];
  /** Toutes les lignes lues, dans l'ordre des fichiers. */
  readonly depenses: readonly DepenseClassee[];
  /** Lues = retenues + écartées, au centime. */
  readonly lues: Centimes;
  readonly retenues: Centimes;
  readonly ecartees: Centimes;
  readonly avertissements: readonly Avertissement[];
}
