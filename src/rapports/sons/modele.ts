import type { Sons, VagueSons } from '../../domaine/financement/sons.ts';
import type { Centimes } from '../../domaine/montant.ts';
import type { SourceLue } from '../../domaine/source.ts';
import type { BilanAnomalies } from '../modele.ts';

/** Le SONS d'un organisme. */
export interface RapportSons {
  readonly vague: VagueSons;
  readonly sons: Sons;
}

/** Le SONS d'une liste d'organismes. */
export interface RapportListeSons {
  readonly vague: VagueSons;
  readonly organismes: readonly {
    readonly finessEj: string;
    /** Ligne physique du fichier. */
    readonly ligne: number;
    readonly sons: Sons;
  }[];
  readonly totaux: {
    readonly essmsCommande: number;
    readonly montant: Centimes | null;
    readonly avance: Centimes | null;
    readonly solde: Centimes | null;
  };
  readonly anomalies: BilanAnomalies;
  readonly fichier: SourceLue;
}
