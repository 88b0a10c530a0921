import { Recueil } from '../domaine/anomalie.ts';
import type { DateCivile } from '../domaine/date-civile.ts';
import type { Repertoire } from '../domaine/finess/verification.ts';
import { avecDepot } from '../lecture/charger.ts';
import { decrireGrappe } from '../lecture/depot/grappe.ts';
import type { Progression } from '../lecture/progression.ts';
import type { RapportVerification } from '../rapports/modele.ts';
import { chargerReglesLivrees } from '../regles/livrees.ts';
import { decrireOutil } from '../regles/outil.ts';
import type { JeuDeRegles } from '../regles/resolution.ts';
import { controler } from './coherence.ts';
import { controlerRepertoire } from './repertoire.ts';

export interface OptionsVerification {
  /** Chemin absolu du dossier de dépôt. */
  readonly depot: string;
  readonly dateReference: DateCivile;
  readonly maxAnomalies: number;
  /** Les règles en vigueur ; sans elles, celles que le programme livre. */
  readonly regles?: JeuDeRegles | undefined;
  /** Le répertoire FINESS, s'il y en a un sur le poste. */
  readonly repertoire?: Repertoire | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly progression?: Progression | undefined;
}

/**
 * Lit et contrôle un dépôt. `refus` : un fichier au moins, ou la configuration, n'a pas pu être lu ; les
 * autres sont contrôlés quand même.
 */
export async function verifierDepot(
  options: OptionsVerification,
): Promise<{ readonly refus: boolean; readonly rapport: RapportVerification }> {
  const recueil = new Recueil(options.maxAnomalies);
  const charge = await avecDepot(
    { dossier: options.depot, fenetres: [], signal: options.signal, progression: options.progression },
    recueil,
    async (depot) => {
      await controler(depot, recueil);
      if (options.repertoire) await controlerRepertoire(depot, recueil, options.repertoire);
      return { grappe: decrireGrappe(depot.depot), sources: depot.sources };
    },
  );
  return {
    refus: recueil.aRefus,
    rapport: {
      outil: decrireOutil(options.regles ?? chargerReglesLivrees()),
      dateReference: options.dateReference,
      grappe: charge?.grappe ?? { nom: null, porteurFinessEj: null, niveauPreuve: null },
      anomalies: recueil.bilan(),
      sources: charge?.sources ?? [],
      indexFiness: options.repertoire?.cite ?? null,
    },
  };
}
