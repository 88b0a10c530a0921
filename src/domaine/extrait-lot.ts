import type { Mois } from './date-civile.ts';
import type { TypeProjet } from './financement/commun.ts';

/** Les comptes d'un ESSMS, un mois, que les contrôles entre soumissions comparent. */
export interface ComptesExtraits {
  readonly mois: Mois;
  /** Dénominateur et numérateur des dossiers actifs. */
  readonly personnes: number;
  readonly actifs: number;
  readonly messages: number;
  readonly dmp: number;
}

/**
 * Ce qu'il faut d'un ESSMS pour le comparer à ceux des autres soumissions, sans garder leurs relevés : quelques dizaines
 * d'octets par mois.
 */
export interface ExtraitEssms {
  readonly soumission: string;
  readonly finessEt: string;
  /** Vide si la convention seule le cite. */
  readonly libelle: string;
  readonly dans: 'releve' | 'convention';
  /** Ceux que ses relevés disent, un mois ou l'autre. */
  readonly typesProjet: readonly TypeProjet[];
  /** Les mois où les quatre comptes sont connus. */
  readonly comptes: readonly ComptesExtraits[];
}
