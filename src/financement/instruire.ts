import { Recueil } from '../domaine/anomalie.ts';
import type { DateCivile } from '../domaine/date-civile.ts';
import type { EtatDepenses } from '../domaine/financement/depenses.ts';
import type { Eligibilite } from '../domaine/financement/eligibilite.ts';
import type { LectureReduit } from '../domaine/financement/forfaits.ts';
import type { GrappeDeclaree } from '../domaine/financement/grappe.ts';
import type { Plan } from '../domaine/financement/plan.ts';
import type { Repertoire } from '../domaine/finess/verification.ts';
import { avecDepot, type DepotCharge } from '../lecture/charger.ts';
import type { Progression } from '../lecture/progression.ts';
import type { EnteteDossier } from '../rapports/dossier/modele.ts';
import { decrireOutil } from '../regles/outil.ts';
import type { JeuDeRegles } from '../regles/resolution.ts';
import type { NomPublic } from '../tables/description.ts';
import { recapituler } from './depenses.ts';
import { evaluerEligibilite } from './eligibilite.ts';
import { lireDepenses, lireGrappe } from './perimetre.ts';
import { etablirPlan } from './plan.ts';

export interface OptionsInstruction {
  /** Chemin absolu du dossier de dépôt. */
  readonly depot: string;
  readonly regles: JeuDeRegles;
  /** L'année de l'appel à projets ; à défaut, celle de la convention. */
  readonly annee: number | undefined;
  readonly lecture: LectureReduit;
  readonly dateReference: DateCivile;
  readonly maxAnomalies: number;
  /** Le répertoire FINESS, s'il y en a un sur le poste. */
  readonly repertoire?: Repertoire | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly progression?: Progression | undefined;
}

/** L'issue d'une instruction : un refus (code 2), une année que rien ne dit (code 2), ou le dossier. */
export type Issue<T> =
  | { readonly refus: true; readonly entete: EnteteDossier }
  | { readonly refus: false; readonly anneeInconnue: true }
  | {
      readonly refus: false;
      readonly anneeInconnue: false;
      readonly entete: EnteteDossier;
      readonly dossier: T;
    };

interface Instruit {
  readonly grappe: GrappeDeclaree;
  readonly eligibilite: Eligibilite;
}

/** Lit les seules tables utiles et instruit la grappe : un agenda abîmé n'empêche pas d'établir un plan. */
async function instruire<T>(
  options: OptionsInstruction,
  tables: readonly NomPublic[],
  suite: (
    instruit: Instruit & { readonly annee: number },
    charge: DepotCharge,
    recueil: Recueil,
  ) => Promise<T>,
): Promise<Issue<T>> {
  const { depot, regles, dateReference, signal, progression } = options;
  const recueil = new Recueil(options.maxAnomalies);
  const lu = await avecDepot(
    { dossier: depot, fenetres: [], tables, signal, progression },
    recueil,
    async (charge) => {
      if (recueil.aRefus) return null;
      const grappe = await lireGrappe(charge, recueil);
      const annee = options.annee ?? (grappe.convention && Number(grappe.convention.slice(0, 4)));
      if (annee === null) return { grappe, annee, dossier: null, sources: charge.sources };
      const { repertoire } = options;
      const numeros = grappe.essms.flatMap(({ finessEt, finessEj }) => [finessEt, finessEj]);
      const su = repertoire && { cite: repertoire.cite, fiches: await repertoire.lire(numeros) };
      const eligibilite = evaluerEligibilite(grappe, regles, { annee, dateReference, su });
      const dossier = await suite({ grappe, eligibilite, annee }, charge, recueil);
      return { grappe, annee, dossier, sources: charge.sources };
    },
  );
  if (lu && lu.annee === null && !recueil.aRefus) return { refus: false, anneeInconnue: true };
  const entete: EnteteDossier = {
    outil: decrireOutil(regles),
    dateReference,
    annee: lu?.annee ?? options.annee ?? null,
    anneeSupposee: options.annee === undefined,
    nom: lu?.grappe.nom ?? null,
    porteurFinessEj: lu?.grappe.porteurFinessEj ?? null,
    anomalies: recueil.bilan(),
    sources: lu?.sources ?? [],
    indexFiness: options.repertoire?.cite ?? null,
  };
  if (recueil.aRefus || !lu || lu.dossier === null) return { refus: true, entete };
  return { refus: false, anneeInconnue: false, entete, dossier: lu.dossier as T };
}

/** `esms eligibilite` */
export function instruireEligibilite(options: OptionsInstruction): Promise<Issue<Eligibilite>> {
  return instruire(options, ['essms'], async ({ eligibilite }) => eligibilite);
}

function planDe(
  { grappe, eligibilite, annee }: Instruit & { readonly annee: number },
  options: OptionsInstruction,
): Plan {
  const { regles, lecture, dateReference } = options;
  return etablirPlan(grappe, eligibilite, regles, { annee, lecture, dateReference });
}

/** `esms financement` */
export function instruireFinancement(
  options: OptionsInstruction,
): Promise<Issue<{ readonly plan: Plan; readonly eligibilite: Eligibilite }>> {
  return instruire(options, ['essms'], async (instruit) => ({
    plan: planDe(instruit, options),
    eligibilite: instruit.eligibilite,
  }));
}

/** `esms depenses` : l'absence de la table est un refus, un état vide tromperait. */
export function instruireDepenses(options: OptionsInstruction): Promise<Issue<EtatDepenses>> {
  return instruire(options, ['essms', 'depenses'], async (instruit, charge, recueil) => {
    if (!charge.tables.has('depenses')) {
      recueil.ajouter({
        code: 'depot.table_absente',
        fichier: 'depenses.csv',
        message: "table depenses absente : il n'y a rien à récapituler",
        aide: 'ajoutez depenses.csv au dépôt (colonnes : « esms schema depenses »), ou nommez-le dans depot.yaml',
      });
    }
    const { etat, constats } = recapituler(
      await lireDepenses(charge),
      planDe(instruit, options),
      instruit.grappe,
      options.dateReference,
    );
    for (const constat of constats) recueil.ajouter(constat);
    return etat;
  });
}
