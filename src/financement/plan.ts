import type { DateCivile } from '../domaine/date-civile.ts';
import type { TypeProjet } from '../domaine/financement/commun.ts';
import type { Eligibilite, EligibiliteEssms } from '../domaine/financement/eligibilite.ts';
import { CODES_LIGNES, LECTURES_REDUIT, type LectureReduit } from '../domaine/financement/forfaits.ts';
import type { GrappeDeclaree } from '../domaine/financement/grappe.ts';
import type {
  LignePlan,
  Plan,
  PlanEssms,
  PlanForfait,
  PlanOg,
  PlanSons,
  Somme,
} from '../domaine/financement/plan.ts';
import { additionner } from '../domaine/montant.ts';
import { type JeuDeRegles, resoudre } from '../regles/resolution.ts';
import { avertirPlan } from './avertir-plan.ts';
import { complementsAnnee, lignesDe } from './lignes-essms.ts';
import { periodeDe } from './periode.ts';
import { type Og, rangerParOg } from './plan-og.ts';
import { planSonsDe, vagueEnVigueur } from './plan-sons.ts';
import { tarifsDesRangs } from './rangs.ts';
import { reunir, sommer } from './sommes.ts';
import { sourcesDuPlan } from './sources-plan.ts';
import { debutAnnee, lecturesDe } from './tarifs.ts';
import { verserPlan } from './versements-plan.ts';

export interface DemandePlan {
  readonly annee: number;
  readonly lecture: LectureReduit;
  readonly dateReference: DateCivile;
}

/** Ce qui est fixé avant de choisir une lecture. */
interface Donnees {
  readonly jeu: JeuDeRegles;
  readonly date: DateCivile;
  readonly finances: readonly EligibiliteEssms[];
  readonly og: readonly Og[];
  readonly raisonPetit: string | null;
}

/**
 * Le plan de financement d'une grappe : ce que chaque ESSMS, chaque OG et le projet reçoivent. Un ESSMS inéligible
 * n'en est pas ; ce qui est inconnu y reste, sans montant, et rend les sommes partielles.
 */
export function etablirPlan(
  grappe: GrappeDeclaree,
  eligibilite: Eligibilite,
  jeu: JeuDeRegles,
  { annee, lecture, dateReference }: DemandePlan,
): Plan {
  const date = debutAnnee(annee);
  const finances = eligibilite.essms.filter(({ etat }) => etat !== 'ineligible');
  const seuilPetit = resoudre<number>(jeu, 'complements.petit_og', date);
  const og = rangerParOg(grappe, finances, seuilPetit);
  const donnees = { jeu, date, finances, og, raisonPetit: seuilPetit.connue ? null : seuilPetit.raison };
  const essms = essmsSelon(lecture, donnees);
  const projet = lignesProjet(donnees);
  const vague = vagueEnVigueur(jeu, dateReference);
  const planOg = og.map((un) => planDeOg(un, essms, planSonsDe(un.finances, un.taille, vague)));
  const periode = periodeDe(grappe.convention, typesDe(finances), jeu, date);
  const totaux = totauxDe(essms, projet, planOg);
  const seuil = resoudre<number>(jeu, 'esms_numerique.seuil_national', date);
  const base: Omit<Plan, 'avertissements' | 'versements'> = {
    annee,
    lecture,
    lecturesUtiles: seuil.connue && finances.length >= seuil.valeur,
    dateReference,
    convention: grappe.convention,
    seuilPetitOg: seuilPetit.connue ? seuilPetit.valeur : null,
    fin: periode.fin,
    finRaison: periode.raison,
    forfaits: forfaitsDe(essms, projet),
    projet,
    og: planOg,
    essms,
    exclus: exclusDe(eligibilite),
    totaux,
    parLecture: LECTURES_REDUIT.map((une) => ({
      lecture: une,
      porteur: totauxDe(essmsSelon(une, donnees), projet, planOg).porteur,
    })),
    sources: sourcesDuPlan({ essms, projet, og: planOg, vague, jeu, date, lecture }),
  };
  const versements = verserPlan(base, grappe, resoudre<number>(jeu, 'versement.avance', date), finances);
  return { ...base, versements, avertissements: avertirPlan({ ...base, versements }, finances, vague) };
}

function typesDe(finances: readonly EligibiliteEssms[]): ReadonlySet<TypeProjet> {
  return new Set(finances.flatMap(({ essms: { typeProjet } }) => typeProjet ?? []));
}

function essmsSelon(lecture: LectureReduit, donnees: Donnees): PlanEssms[] {
  const { jeu, date, finances, og, raisonPetit } = donnees;
  const seuil = resoudre<number>(jeu, 'esms_numerique.seuil_national', date);
  const rangs = tarifsDesRangs(finances.length, seuil, lecturesDe(jeu, date)[lecture]);
  return finances.map(({ essms, etat }, i) => {
    const duRang = rangs[i] ?? { tarif: null, raison: 'rang inconnu' };
    const sien = og.find(({ finessEj }) => finessEj === essms.finessEj);
    const equipement =
      sien?.petit === false || essms.typeProjet === null
        ? []
        : complementsAnnee(essms.typeProjet, raisonPetit, jeu, date).filter(
            ({ code }) => code === 'equipement',
          );
    const lignes = [...lignesDe(essms, duRang, jeu, date), ...equipement];
    return {
      finessEt: essms.finessEt,
      finessEj: essms.finessEj,
      libelle: essms.libelle,
      secteur: essms.secteur,
      typeProjet: essms.typeProjet,
      etat,
      rang: i + 1,
      tarif: duRang.tarif,
      lignes,
      somme: sommer(lignes.map(({ montant }) => montant)),
    };
  });
}

/** Les deux AMOA comptent une fois par grappe, dès qu'un petit OG y participe (hypothèse `grappe_mixte`). */
function lignesProjet({ jeu, date, finances, og, raisonPetit }: Donnees): LignePlan[] {
  if (!og.some(({ petit }) => petit !== false)) return [];
  const types = typesDe(finances);
  if (types.size === 0) return [];
  const type = types.has('acquisition') ? 'acquisition' : 'montee_de_version';
  return complementsAnnee(type, raisonPetit, jeu, date).filter(({ code }) => code !== 'equipement');
}

function planDeOg(
  { finessEj, taille, tailleSupposee, petit }: Og,
  essms: readonly PlanEssms[],
  sons: PlanSons | null,
): PlanOg {
  const siens = essms.filter((un) => un.finessEj === finessEj);
  return {
    finessEj,
    essms: siens.length,
    taille,
    tailleSupposee,
    petit,
    somme: reunir(siens.map(({ somme }) => somme)),
    sons,
  };
}

function forfaitsDe(essms: readonly PlanEssms[], projet: readonly LignePlan[]): PlanForfait[] {
  const toutes = [...essms.flatMap(({ lignes }) => lignes), ...projet];
  return CODES_LIGNES.flatMap((code) => {
    const lignes = toutes.filter((ligne) => ligne.code === code);
    if (lignes.length === 0) return [];
    return [
      {
        code,
        quantite: lignes.length,
        somme: sommer(lignes.map(({ montant }) => montant)),
        plafond: lignes.some(({ plafond }) => plafond),
        raisons: compterRaisons(lignes),
      },
    ];
  });
}

function compterRaisons(lignes: readonly LignePlan[]): PlanForfait['raisons'] {
  const raisons = lignes.flatMap(({ raison }) => raison ?? []);
  return [...new Set(raisons)].map((raison) => ({
    raison,
    nombre: raisons.filter((une) => une === raison).length,
  }));
}

function totauxDe(
  essms: readonly PlanEssms[],
  projet: readonly LignePlan[],
  og: readonly PlanOg[],
): Plan['totaux'] {
  const lignes = [...essms.flatMap((un) => un.lignes), ...projet];
  const partie = (plafond: boolean) =>
    sommer(lignes.filter((ligne) => ligne.plafond === plafond).map(({ montant }) => montant));
  const sons = og.flatMap((un) => un.sons ?? []);
  const editeurs = reunir(sons.map(sommeSons));
  const [forfaits, plafonds] = [partie(false), partie(true)];
  const porteur = reunir([forfaits, plafonds]);
  return {
    forfaits,
    plafonds,
    porteur,
    editeurs,
    ensemble: reunir([porteur, editeurs]),
    sonsHistorique: additionner(sons.flatMap(({ compte, montant }) => (compte ? [] : (montant ?? [])))),
  };
}

/** Un ESSMS dont le SONS est inconnu compte pour un montant inconnu ; une vague close ne compte pas du tout. */
function sommeSons({ compte, montant, essmsCommande, essmsInconnus }: PlanSons): Somme {
  if (!compte) return sommer([]);
  const inconnus = essmsInconnus.length + (montant === null ? essmsCommande.length : 0);
  return { connu: sommer([montant]).connu, inconnues: inconnus };
}

function exclusDe({ essms }: Eligibilite): Plan['exclus'] {
  return essms
    .filter(({ etat }) => etat === 'ineligible')
    .map(({ essms: { finessEt, finessEj, libelle }, controles }) => ({
      finessEt,
      finessEj,
      libelle,
      raisons: controles.filter(({ etat }) => etat === 'ineligible').map(({ message }) => message),
    }));
}
