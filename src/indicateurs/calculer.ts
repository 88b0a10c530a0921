import { controler } from '../controles/coherence.ts';
import { Recueil } from '../domaine/anomalie.ts';
import type { DateCivile, Mois } from '../domaine/date-civile.ts';
import { fenetreDe } from '../domaine/fenetre.ts';
import type { Niveau } from '../domaine/resultat.ts';
import { avecDepot, type Progression } from '../lecture/charger.ts';
import { decrireGrappe } from '../lecture/depot/grappe.ts';
import type { RapportIndicateurs } from '../rapports/modele.ts';
import { chargerReglesLivrees } from '../regles/livrees.ts';
import { decrireOutil } from '../regles/outil.ts';
import type { JeuDeRegles } from '../regles/resolution.ts';
import { resoudreCibles, resoudreDispense, valeursCibles } from './cibles.ts';
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
  /** Les règles en vigueur ; sans elles, celles que le programme livre. */
  readonly regles?: JeuDeRegles | undefined;
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
  const { dateReference, signal, progression, regles = chargerReglesLivrees() } = options;
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
      const { citees: cibles, inconnues } = resoudreCibles(regles, fenetre.fin, depot.cibles);
      for (const { indicateur, raison } of inconnues) {
        recueil.ajouter({ code: 'regles.cible_inconnue', valeur: indicateur, message: raison });
      }
      if (recueil.aRefus) return null;
      const lignes = await lireLignes(session, { fenetre, definitions, dateReference });
      const grappe = decrireGrappe(depot);
      const dispense = resoudreDispense(regles, fenetre.fin);
      const contexte = { fenetre, definitions, cibles: valeursCibles(cibles), dispense, tables };
      return {
        definitions,
        grappe,
        cibles,
        resultats: evaluerPerimetre(lignes, contexte, { niveaux: options.niveaux, nomGrappe: grappe.nom }),
        sources,
      };
    },
  );
  const definitions = calcul?.definitions ?? DEFINITIONS_PAR_DEFAUT;
  const cibles = calcul?.cibles ?? resoudreCibles(regles, fenetre.fin).citees;
  return {
    refus: recueil.aRefus,
    rapport: {
      outil: decrireOutil(regles),
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
