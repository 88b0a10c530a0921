import { controler } from '../controles/coherence.ts';
import { controlerRepertoire } from '../controles/repertoire.ts';
import { type BilanAnomalies, Recueil } from '../domaine/anomalie.ts';
import type { DateCivile } from '../domaine/date-civile.ts';
import type { Fenetre } from '../domaine/fenetre.ts';
import type { Fiche, Repertoire } from '../domaine/finess/verification.ts';
import { NIVEAUX } from '../domaine/resultat.ts';
import type { SourceLue } from '../domaine/source.ts';
import { type Calcul, calculerDepot } from '../indicateurs/calculer.ts';
import type { Definitions } from '../indicateurs/definitions.ts';
import { avecDepot, type DepotCharge } from '../lecture/charger.ts';
import type { Progression } from '../lecture/progression.ts';
import type { JeuDeRegles } from '../regles/resolution.ts';

/** Ce que demandent les commandes qui calculent un dépôt pour en tirer autre chose que ses taux. */
export interface OptionsLecture {
  /** Chemin absolu du dossier de dépôt. */
  readonly depot: string;
  readonly definitions: Partial<Definitions>;
  readonly dateReference: DateCivile;
  readonly maxAnomalies: number;
  readonly regles: JeuDeRegles;
  readonly repertoire?: Repertoire | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly progression?: Progression | undefined;
}

/** Un dépôt lu et contrôlé. */
export interface DepotCalcule {
  readonly charge: DepotCharge;
  /** `null` sans fenêtre : seul le périmètre est lu. */
  readonly calcul: Calcul | null;
  readonly fiches: ReadonlyMap<string, Fiche> | undefined;
}

export type Issue<T> = {
  readonly anomalies: BilanAnomalies;
  readonly sources: readonly SourceLue[];
} & ({ readonly refus: true } | { readonly refus: false; readonly rendu: T });

/** Lit, contrôle et calcule un dépôt sur une fenêtre, puis donne la main à `suite`, session ouverte. */
export async function avecCalcul<T>(
  options: OptionsLecture,
  fenetre: Fenetre | null,
  suite: (calcule: DepotCalcule) => Promise<T>,
): Promise<Issue<T>> {
  const { repertoire, signal, progression } = options;
  const recueil = new Recueil(options.maxAnomalies);
  const fenetres = fenetre === null ? [] : [fenetre];
  const chargement = { dossier: options.depot, fenetres, signal, progression };
  const lu = await avecDepot(
    fenetre === null ? { ...chargement, tables: ['essms'] } : chargement,
    recueil,
    async (charge) => {
      if (recueil.aRefus) return null;
      if (fenetre !== null) await controler(charge, recueil);
      const fiches = repertoire && (await controlerRepertoire(charge, recueil, repertoire));
      const calcul =
        fenetre && (await calculerDepot(charge, recueil, fenetre, { ...options, niveaux: NIVEAUX, fiches }));
      if (recueil.aRefus) return null;
      return { rendu: await suite({ charge, calcul, fiches }), sources: charge.sources };
    },
  );
  const anomalies = recueil.bilan();
  if (recueil.aRefus || !lu) return { refus: true, anomalies, sources: [] };
  return { refus: false, anomalies, ...lu };
}
