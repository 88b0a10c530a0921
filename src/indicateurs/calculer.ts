import { controler } from '../controles/coherence.ts';
import { Recueil } from '../domaine/anomalie.ts';
import type { DateCivile, Mois } from '../domaine/date-civile.ts';
import { fenetreDe } from '../domaine/fenetre.ts';
import type { Niveau } from '../domaine/resultat.ts';
import { avecDepot, type Progression } from '../lecture/charger.ts';
import { decrireGrappe } from '../lecture/depot/grappe.ts';
import type { RapportIndicateurs } from '../rapports/modele.ts';
import { decrireOutil } from '../regles/outil.ts';
import { citerCibles, valeursCibles } from './cibles.ts';
import { DEFINITIONS_PAR_DEFAUT, type Definitions } from './definitions.ts';
import { lireLignes } from './lire-comptes.ts';
import { evaluerPerimetre } from './perimetre.ts';

export interface OptionsCalcul {
  /** Chemin absolu du dossier de dépôt. */
  readonly depot: string;
  readonly mois: Mois;
  readonly premiereMesure: boolean;
  readonly niveaux: readonly Niveau[];
  /** Ce que la ligne de commande impose, par-dessus `depot.yaml`. */
  readonly definitions: Partial<Definitions>;
  readonly dateReference: DateCivile;
  readonly maxAnomalies: number;
  readonly signal?: AbortSignal | undefined;
  readonly progression?: Progression | undefined;
}

/**
 * Calcule les cinq indicateurs d'un dépôt pour un mois. `refus` : un fichier ou la configuration n'a pas pu
 * être lu ; il n'y a alors aucun résultat, car un taux calculé sans lui serait faux.
 */
export async function calculerIndicateurs(
  options: OptionsCalcul,
): Promise<{ readonly refus: boolean; readonly rapport: RapportIndicateurs }> {
  const { dateReference, signal, progression } = options;
  const recueil = new Recueil(options.maxAnomalies);
  const fenetre = fenetreDe(options.mois, options.premiereMesure);
  const calcul = await avecDepot(
    { dossier: options.depot, fenetre, signal, progression },
    recueil,
    async (charge) => {
      if (recueil.aRefus) return null;
      const { depot, session, sources, tables } = charge;
      await controler(charge, recueil);
      const definitions = {
        ...DEFINITIONS_PAR_DEFAUT,
        ...depot.definitions,
        ...options.definitions,
      } as Definitions;
      const lignes = await lireLignes(session, { fenetre, definitions, dateReference });
      const grappe = decrireGrappe(depot);
      const contexte = { fenetre, definitions, cibles: valeursCibles(depot.cibles), tables };
      return {
        definitions,
        grappe,
        cibles: citerCibles(depot.cibles),
        resultats: evaluerPerimetre(lignes, contexte, { niveaux: options.niveaux, nomGrappe: grappe.nom }),
        sources,
      };
    },
  );
  const definitions = calcul?.definitions ?? DEFINITIONS_PAR_DEFAUT;
  const cibles = calcul?.cibles ?? citerCibles();
  return {
    refus: recueil.aRefus,
    rapport: {
      outil: decrireOutil(cibles),
      dateReference,
      fenetre,
      definitions,
      grappe: calcul?.grappe ?? { nom: null, porteurFinessEj: null, niveauPreuve: null },
      cibles,
      resultats: calcul?.resultats ?? [],
      anomalies: recueil.bilan(),
      sources: calcul?.sources ?? [],
    },
  };
}
