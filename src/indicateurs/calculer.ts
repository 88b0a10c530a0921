import { controler } from '../controles/coherence.ts';
import { controlerRepertoire } from '../controles/repertoire.ts';
import { Recueil } from '../domaine/anomalie.ts';
import type { DateCivile, Mois } from '../domaine/date-civile.ts';
import { type Fenetre, fenetreDe } from '../domaine/fenetre.ts';
import type { Fiche, Repertoire } from '../domaine/finess/verification.ts';
import type { CodeIndicateur, Niveau, Resultat } from '../domaine/resultat.ts';
import { avecDepot, type DepotCharge } from '../lecture/charger.ts';
import { decrireGrappe } from '../lecture/depot/grappe.ts';
import type { Progression } from '../lecture/progression.ts';
import type { CibleCitee, Grappe, RapportIndicateurs } from '../rapports/modele.ts';
import { chargerReglesLivrees } from '../regles/livrees.ts';
import { decrireOutil } from '../regles/outil.ts';
import type { JeuDeRegles } from '../regles/resolution.ts';
import { declaresDe } from './bilan.ts';
import { resoudreCibles, resoudreDispense, valeursCibles } from './cibles.ts';
import type { Contexte } from './contexte.ts';
import { DEFINITIONS_PAR_DEFAUT, type Definitions } from './definitions.ts';
import { lireLignes } from './lire-comptes.ts';
import { nommerEssms } from './nommer.ts';
import { dresserBilans, evaluerBilans, type Ligne } from './perimetre.ts';
import { eprouverDefinitions } from './variantes.ts';

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
  /** Dire aussi si chaque verdict tient sous les autres définitions. */
  readonly sensibilite?: boolean | undefined;
  /** Les règles en vigueur ; sans elles, celles que le programme livre. */
  readonly regles?: JeuDeRegles | undefined;
  /** Le répertoire FINESS, s'il y en a un sur le poste : il nomme et contrôle, aucun compte n'en dépend. */
  readonly repertoire?: Repertoire | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly progression?: Progression | undefined;
}

/** Ce qu'un calcul tire d'un dépôt chargé : la suite ne demande plus la session. */
export interface Matiere {
  readonly definitions: Definitions;
  readonly grappe: Grappe;
  readonly cibles: readonly CibleCitee[];
  readonly contexte: Contexte;
  /** Une par ESSMS du périmètre. */
  readonly lignes: readonly Ligne[];
}

/** Un dépôt calculé : les résultats, et la matière d'où ils viennent. */
export interface Calcul extends Matiere {
  readonly resultats: readonly Resultat[];
  /**
   * Par finess_et, les indicateurs que rien ne calcule et qui viennent de la table `declares` : de quoi remplir
   * `preuve` et `declares` d'un relevé (`EssmsReleve`). Un ESSMS dont tout est calculé n'y est pas.
   */
  readonly declares: ReadonlyMap<string, readonly CodeIndicateur[]>;
}

interface OptionsDepot extends Pick<OptionsCalcul, 'definitions' | 'dateReference' | 'niveaux'> {
  readonly regles: JeuDeRegles;
  /** Ce que le répertoire sait du périmètre. */
  readonly fiches?: ReadonlyMap<string, Fiche> | undefined;
}

/**
 * Calcule les indicateurs d'un dépôt chargé sur la fenêtre donnée ; `null` si une cible est inconnue (le recueil le
 * dit). Les tables intermédiaires (`situations`, et les vues qui en partent) restent dans la session.
 */
export async function calculerDepot(
  charge: DepotCharge,
  recueil: Recueil,
  fenetre: Fenetre,
  options: OptionsDepot,
): Promise<Calcul | null> {
  const matiere = await reunirMatiere(charge, recueil, fenetre, options);
  return matiere && conclureMatiere(matiere, options);
}

/**
 * Ce qu'un calcul tire d'un dépôt chargé, sur une de ses fenêtres ; `null` si une cible est inconnue (le recueil le dit).
 * Les tables intermédiaires restent dans la session, jusqu'à la fenêtre suivante.
 */
export async function reunirMatiere(
  { depot, session, tables, placer }: DepotCharge,
  recueil: Recueil,
  fenetre: Fenetre,
  { regles, dateReference, ...options }: Omit<OptionsDepot, 'niveaux'>,
): Promise<Matiere | null> {
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
  await placer(fenetre);
  const lues = await lireLignes(session, { definitions, dateReference });
  const dispense = resoudreDispense(regles, fenetre.fin);
  return {
    definitions,
    grappe: decrireGrappe(depot),
    cibles,
    contexte: { fenetre, definitions, cibles: valeursCibles(cibles), dispense, tables },
    lignes: nommerEssms(lues, options.fiches),
  };
}

/** Le calcul lui-même, sans session. */
export function conclureMatiere(
  matiere: Matiere,
  { niveaux, fiches }: Pick<OptionsDepot, 'niveaux' | 'fiches'>,
): Calcul {
  const { lignes, contexte, grappe } = matiere;
  const bilans = dresserBilans(lignes, contexte);
  const resultats = evaluerBilans(bilans, contexte, { niveaux, nomGrappe: grappe.nom, fiches });
  const declares = new Map(
    bilans.flatMap((bilan) => {
      const codes = declaresDe(bilan);
      return codes.length > 0 ? [[bilan.essms.finessEt, codes] as const] : [];
    }),
  );
  return { ...matiere, resultats, declares };
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
  const lu = await avecDepot(
    { dossier: options.depot, fenetres: [fenetre], signal, progression },
    recueil,
    async (charge) => {
      if (recueil.aRefus) return null;
      await controler(charge, recueil);
      const { repertoire } = options;
      const fiches = repertoire && (await controlerRepertoire(charge, recueil, repertoire));
      const matiere = await reunirMatiere(charge, recueil, fenetre, { ...options, regles, fiches });
      if (matiere === null) return null;
      const conclure = (): Calcul => conclureMatiere(matiere, { ...options, fiches });
      if (!options.sensibilite) return { conclure, sources: charge.sources };
      const calcul = conclure();
      const sensibilite = await eprouverDefinitions(charge.session, calcul, options.niveaux);
      return { conclure: () => calcul, sensibilite, sources: charge.sources };
    },
  );
  // La session est fermée : la mémoire de DuckDB est rendue avant que le calcul, de dizaines de milliers d'ESSMS, ne
  // prenne la sienne.
  const calcul = lu?.conclure();
  return {
    refus: recueil.aRefus,
    rapport: {
      outil: decrireOutil(regles),
      dateReference,
      fenetre,
      definitions: calcul?.definitions ?? DEFINITIONS_PAR_DEFAUT,
      grappe: calcul?.grappe ?? { nom: null, porteurFinessEj: null, niveauPreuve: null },
      cibles: calcul?.cibles ?? resoudreCibles(regles, fenetre.fin).citees,
      resultats: calcul?.resultats ?? [],
      ...(lu?.sensibilite && { sensibilite: lu.sensibilite }),
      anomalies: recueil.bilan(),
      sources: lu?.sources ?? [],
      indexFiness: options.repertoire?.cite ?? null,
    },
  };
}
