import type { Anomalie } from '../domaine/anomalie.ts';
import type { CodeAnomalie } from '../domaine/catalogue.ts';
import type { DateCivile } from '../domaine/date-civile.ts';
import type { Fenetre } from '../domaine/fenetre.ts';
import type { IndexCite } from '../domaine/finess/verification.ts';
import type { CodeIndicateur, Niveau, Resultat } from '../domaine/resultat.ts';
import type { Sensibilite } from '../domaine/sensibilite.ts';
import type { Provenance, SourceLue } from '../domaine/source.ts';

/** Ce qui identifie le programme et les règles dans toute sortie. */
export interface Outil {
  readonly nom: 'esms';
  readonly version: string;
  /** SHA-256 des règles (cibles, définitions, requêtes) : deux sorties de même empreinte sont comparables. */
  readonly regles: string;
  /** Les règles que l'usager a fournies (`--regles`), s'il en a fourni. */
  readonly fournies?: readonly string[];
}

export interface BilanAnomalies {
  readonly erreurs: number;
  readonly avertissements: number;
  /** Bornés par `--max-anomalies` ; les totaux sont vrais. */
  readonly details: readonly Anomalie[];
  readonly parCode: ReadonlyMap<CodeAnomalie, number>;
}

/** La cible d'un indicateur et d'où elle vient (kit SESAN, ou convention du dépôt). */
export interface CibleCitee {
  readonly indicateur: CodeIndicateur;
  /** En pour cent. */
  readonly valeur: number;
  readonly reference: string;
}

/** Bloc `grappe` de `depot.yaml`. */
export interface Grappe {
  readonly nom: string | null;
  readonly porteurFinessEj: string | null;
  /** A6 : le niveau qui fait foi, si la convention le dit. */
  readonly niveauPreuve: Niveau | null;
}

/** Tout ce que les rapports d'indicateurs montrent. */
export interface RapportIndicateurs {
  readonly outil: Outil;
  readonly dateReference: DateCivile;
  readonly fenetre: Fenetre;
  /** Définitions en vigueur : clé → valeur (`dossier_actif` → `activite`…). */
  readonly definitions: Readonly<Record<string, string>>;
  readonly grappe: Grappe;
  readonly cibles: readonly CibleCitee[];
  /** Dans l'ordre du contrat : niveau, identifiant, indicateur. */
  readonly resultats: readonly Resultat[];
  /** Avec `--sensibilite` : une entrée par résultat, dans le même ordre. */
  readonly sensibilite?: readonly Sensibilite[];
  readonly anomalies: BilanAnomalies;
  readonly sources: readonly Provenance[];
  /** L'index FINESS dont les contrôles se sont servis ; `null` ou absent : aucun. */
  readonly indexFiness?: IndexCite | null;
}

/** Tout ce que `verifier` montre. */
export interface RapportVerification {
  readonly outil: Outil;
  readonly dateReference: DateCivile;
  readonly grappe: Grappe;
  readonly anomalies: BilanAnomalies;
  readonly sources: readonly SourceLue[];
  /** L'index FINESS dont les contrôles se sont servis ; `null` ou absent : aucun. */
  readonly indexFiness?: IndexCite | null;
}
