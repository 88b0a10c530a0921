import { rmSync } from 'node:fs';
import type { DateCivile, Mois } from '../../src/domaine/date-civile.ts';
import { type CodeIndicateur, NIVEAUX, type Resultat } from '../../src/domaine/resultat.ts';
import { calculerIndicateurs } from '../../src/indicateurs/calculer.ts';
import type { Definitions } from '../../src/indicateurs/definitions.ts';
import type { RapportIndicateurs } from '../../src/rapports/modele.ts';
import { type ConstructeurDepot, EJ, ET } from './depot.ts';

export interface Demande {
  readonly mois?: string;
  readonly premiereMesure?: boolean;
  readonly dateReference?: string;
  readonly definitions?: Partial<Definitions>;
}

/** Les résultats d'un ESSMS ou d'un groupe, sous la forme qu'un test compare. */
export class Vue {
  readonly #resultats: readonly Resultat[];

  constructor(resultats: readonly Resultat[]) {
    this.#resultats = resultats;
  }

  resultat(indicateur: CodeIndicateur): Resultat {
    const trouve = this.#resultats.find((un) => un.indicateur === indicateur);
    if (!trouve) throw new Error(`pas de résultat ${indicateur}`);
    return trouve;
  }
  get indicateurs(): readonly CodeIndicateur[] {
    return this.#resultats.map(({ indicateur }) => indicateur);
  }
  /** « n / d », ou l'état s'il n'y a pas de valeur. */
  valeur(indicateur: CodeIndicateur): string {
    const { numerateur, denominateur, etat } = this.resultat(indicateur);
    return numerateur === null ? etat : `${numerateur} / ${denominateur}`;
  }
  bornes(indicateur: CodeIndicateur): readonly (number | null)[] {
    const { borneBasse, borneHaute } = this.resultat(indicateur);
    return [borneBasse, borneHaute];
  }
  /** Le nombre de chaque avertissement, par code. */
  avertissements(indicateur: CodeIndicateur): Readonly<Record<string, number>> {
    const { avertissements } = this.resultat(indicateur);
    return Object.fromEntries(avertissements.map(({ code, nombre }) => [code, nombre]));
  }
}

export class Mesure {
  readonly refus: boolean;
  readonly rapport: RapportIndicateurs;

  constructor(refus: boolean, rapport: RapportIndicateurs) {
    this.refus = refus;
    this.rapport = rapport;
  }

  essms(finess: string = ET): Vue {
    return this.#vue('essms', finess);
  }
  og(finess: string = EJ): Vue {
    return this.#vue('og', finess);
  }
  get grappe(): Vue {
    return this.#vue('grappe', 'grappe');
  }
  /** Les anomalies en « fichier:ligne:colonne code « valeur » ». */
  get anomalies(): readonly string[] {
    return this.rapport.anomalies.details.map(
      ({ fichier, ligne, colonne, code, valeur }) =>
        `${fichier}:${ligne ?? '-'}:${colonne ?? '-'} ${code}${valeur === null ? '' : ` « ${valeur} »`}`,
    );
  }
  /** Le compte d'un fichier : lues = retenues + rejetées + écartées. */
  compte(fichier: string): string {
    const source = this.rapport.sources.find((une) => une.fichier === fichier);
    if (!source) throw new Error(`fichier non lu : ${fichier}`);
    const { lignes, retenues, rejetees, ecartees } = source;
    return `${lignes} = ${retenues} + ${rejetees} + ${ecartees}`;
  }

  #vue(niveau: Resultat['niveau'], identifiant: string): Vue {
    return new Vue(
      this.rapport.resultats.filter((un) => un.niveau === niveau && un.identifiant === identifiant),
    );
  }
}

/** Écrit le dépôt, calcule ses indicateurs par la vraie chaîne, et efface tout. */
export async function mesurer(depot: ConstructeurDepot, demande: Demande = {}): Promise<Mesure> {
  const dossier = depot.ecrire();
  try {
    const { refus, rapport } = await calculerIndicateurs({
      depot: dossier,
      mois: (demande.mois ?? '2025-09') as Mois,
      premiereMesure: demande.premiereMesure ?? false,
      niveaux: NIVEAUX,
      definitions: demande.definitions ?? {},
      dateReference: (demande.dateReference ?? '2026-01-05') as DateCivile,
      maxAnomalies: 1000,
    });
    return new Mesure(refus, rapport);
  } finally {
    rmSync(dossier, { recursive: true, force: true });
  }
}
