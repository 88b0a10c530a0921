import { CATALOGUE, type CodeAnomalie } from './catalogue.ts';

export type Gravite = 'erreur' | 'avertissement';

/** Un constat localisé. `ligne` est la ligne physique (à partir de 1) du fichier d'origine. */
export interface Anomalie {
  readonly code: CodeAnomalie;
  readonly gravite: Gravite;
  /** Chemin relatif au dépôt, séparé par « / ». */
  readonly fichier: string | null;
  readonly ligne: number | null;
  readonly colonne: string | null;
  readonly valeur: string | null;
  readonly message: string;
  readonly aide: string;
}

/** Ce qu'il faut fournir pour noter une anomalie ; le catalogue apporte la gravité et l'aide par défaut. */
export interface Constat {
  readonly code: CodeAnomalie;
  readonly message: string;
  readonly fichier?: string | null;
  readonly ligne?: number | null;
  readonly colonne?: string | null;
  readonly valeur?: string | null;
  readonly aide?: string;
  /** La gravité du catalogue, sauf avis contraire (une clé FINESS fausse : erreur dans `essms` seulement). */
  readonly gravite?: Gravite;
}

/** Construit l'anomalie complète d'un constat. */
export function anomalie(constat: Constat): Anomalie {
  const fiche = CATALOGUE[constat.code];
  return {
    code: constat.code,
    gravite: constat.gravite ?? fiche.gravite,
    fichier: constat.fichier ?? null,
    ligne: constat.ligne ?? null,
    colonne: constat.colonne ?? null,
    valeur: constat.valeur ?? null,
    message: constat.message,
    aide: constat.aide ?? fiche.aide,
  };
}

/** Reçoit un constat. */
export type Noter = (constat: Constat) => void;

/** Totaux vrais, et détail borné, d'un recueil. */
export interface BilanAnomalies {
  readonly erreurs: number;
  readonly avertissements: number;
  readonly details: readonly Anomalie[];
  readonly parCode: ReadonlyMap<CodeAnomalie, number>;
}

/**
 * Recueil d'anomalies : les totaux sont vrais, le détail est borné (`--max-anomalies`).
 * `compter` ajoute des occurrences dont le détail n'est pas retenu.
 */
export class Recueil {
  readonly #maximum: number;
  readonly #details: Anomalie[] = [];
  #totaux: Record<Gravite, number> = { erreur: 0, avertissement: 0 };
  readonly #parCode = new Map<CodeAnomalie, number>();
  #refus = false;

  constructor(maximum: number) {
    this.#maximum = maximum;
  }

  /** Note un constat détaillé, qui compte pour un. */
  ajouter(constat: Constat): void {
    const complete = anomalie(constat);
    this.compter(complete.code, 1, complete.gravite);
    this.detailler(complete);
  }

  /** Compte `nombre` occurrences sans détail. */
  compter(code: CodeAnomalie, nombre: number, gravite: Gravite = CATALOGUE[code].gravite): void {
    if (nombre === 0) return;
    this.#totaux[gravite] += nombre;
    this.#parCode.set(code, (this.#parCode.get(code) ?? 0) + nombre);
    if (CATALOGUE[code].refus) this.#refus = true;
  }

  /** Ajoute le détail d'une occurrence déjà comptée. */
  detailler(detail: Anomalie): void {
    if (this.#details.length < this.#maximum) this.#details.push(detail);
  }

  /** Combien de détails peuvent encore être retenus. */
  get place(): number {
    return this.#maximum - this.#details.length;
  }
  /** L'état du recueil, figé. */
  bilan(): BilanAnomalies {
    return {
      erreurs: this.erreurs,
      avertissements: this.avertissements,
      details: [...this.#details],
      parCode: new Map(this.#parCode),
    };
  }

  get erreurs(): number {
    return this.#totaux.erreur;
  }
  get avertissements(): number {
    return this.#totaux.avertissement;
  }
  get details(): readonly Anomalie[] {
    return this.#details;
  }
  get parCode(): ReadonlyMap<CodeAnomalie, number> {
    return this.#parCode;
  }
  /** Vrai si un fichier, la configuration ou une règle n'a pas pu être lu : code de sortie 2. */
  get aRefus(): boolean {
    return this.#refus;
  }
}
