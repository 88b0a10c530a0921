import type { Constat } from '../domaine/anomalie.ts';
import { type DateCivile, ecrireDate } from '../domaine/date-civile.ts';
import type { Depense, DepenseClassee, EtatDepenses } from '../domaine/financement/depenses.ts';
import type { GrappeDeclaree } from '../domaine/financement/grappe.ts';
import type { Plan } from '../domaine/financement/plan.ts';
import { additionner, type Centimes, soustraire } from '../domaine/montant.ts';
import { type Repetition, repetitions } from './doublons.ts';
import { estParProjet, refuserPoste } from './postes.ts';
import { rapprocherTout } from './rapprocher.ts';

interface Contexte {
  readonly plan: Plan;
  readonly grappe: GrappeDeclaree;
  readonly dateReference: DateCivile;
  readonly repetitions: ReadonlyMap<Depense, Repetition>;
  readonly ogDe: ReadonlyMap<string, string>;
}

/** L'état, et ce que chaque ligne a de singulier, localisé. */
export interface Recapitulation {
  readonly etat: EtatDepenses;
  readonly constats: readonly Constat[];
}

/**
 * Range chaque dépense, met à part celles qui ne peuvent pas être comparées aux forfaits, et rapproche les autres
 * du plan. Une dépense mise à part reste montrée, avec son motif : lues = retenues + écartées, au centime.
 */
export function recapituler(
  depenses: readonly Depense[],
  plan: Plan,
  grappe: GrappeDeclaree,
  dateReference: DateCivile,
): Recapitulation {
  const contexte: Contexte = {
    plan,
    grappe,
    dateReference,
    repetitions: repetitions(depenses),
    ogDe: new Map(grappe.essms.map(({ finessEt, finessEj }) => [finessEt, finessEj])),
  };
  const classees = depenses.map((une) => classer(une, contexte));
  const retenues = classees.filter(({ ecart }) => ecart === null);
  const [lues, gardees] = [totalDe(classees), totalDe(retenues)];
  return {
    etat: {
      dateReference,
      debut: plan.convention,
      fin: plan.fin,
      ...rapprocherTout(plan, retenues, grappe.nom),
      depenses: classees,
      lues,
      retenues: gardees,
      ecartees: soustraire(lues, gardees),
      avertissements: [
        ...(plan.fin === null
          ? [
              {
                code: 'depense.dates_non_controlees' as const,
                message: `dates des dépenses non contrôlées ${plan.convention === null ? '' : 'après la convention '}: ${plan.finRaison}`,
              },
            ]
          : []),
        ...plan.avertissements,
      ],
    },
    constats: [...depenses].flatMap((une, i) => constater(une, classees[i] as DepenseClassee, contexte)),
  };
}

function totalDe(depenses: readonly Depense[]): Centimes {
  return additionner(depenses.map(({ montant }) => montant));
}

function classer(depense: Depense, contexte: Contexte): DepenseClassee {
  const { payeLe, finessEt, finessEj } = depense;
  const og = finessEt === null ? finessEj : (contexte.ogDe.get(finessEt) ?? null);
  return {
    ...depense,
    etat: payeLe !== null && payeLe <= contexte.dateReference ? 'payee' : 'engagee',
    og,
    ecart: ecarter(depense, og, contexte),
  };
}

function ecarter(depense: Depense, og: string | null, contexte: Contexte): DepenseClassee['ecart'] {
  const { plan, grappe } = contexte;
  const repetition = contexte.repetitions.get(depense);
  if (repetition?.identique) {
    return { motif: 'doublon', message: `répète ${situer(repetition.premiere)}` };
  }
  if (og !== null && og !== grappe.porteurFinessEj && !grappe.essms.some(({ finessEj }) => finessEj === og)) {
    return { motif: 'og_inconnu', message: `l'OG ${og} n'est pas de la grappe` };
  }
  const { convention, fin } = plan;
  if (convention !== null && depense.date < convention) {
    const message = `du ${ecrireDate(depense.date)}, avant la convention du ${ecrireDate(convention)}`;
    return { motif: 'hors_projet', message };
  }
  if (fin !== null && depense.date > fin) {
    const message = `du ${ecrireDate(depense.date)}, après la fin du projet, le ${ecrireDate(fin)}`;
    return { motif: 'hors_projet', message };
  }
  const refus = refuserPoste(depense, og, plan);
  return refus === null ? null : { motif: 'poste_non_eligible', message: refus };
}

function situer({ fichier, ligne }: Depense): string {
  return `${fichier}, ligne ${ligne}`;
}

const CODES_ECARTS = {
  doublon: ['depense.facture_en_double', 'numero_facture'],
  hors_projet: ['depense.hors_projet', 'date'],
  poste_non_eligible: ['depense.poste_non_eligible', 'poste'],
  og_inconnu: ['depense.og_inconnu', 'finess_ej'],
} as const;

/** Ce qu'une ligne a de singulier : pourquoi elle est mise à part, puis ce qui mérite un regard. */
function constater(depense: Depense, { ecart, etat }: DepenseClassee, contexte: Contexte): Constat[] {
  const { fichier, ligne, poste, finessEt, finessEj, numeroFacture, payeLe, date } = depense;
  const ou = { fichier, ligne };
  const constats: Constat[] = [];
  if (ecart) {
    const [code, colonne] = CODES_ECARTS[ecart.motif];
    const valeurs = { numero_facture: numeroFacture, date, poste, finess_ej: finessEj };
    constats.push({
      ...ou,
      code,
      colonne,
      valeur: valeurs[colonne],
      message: `mise à part : ${ecart.message}`,
    });
  }
  const repetition = contexte.repetitions.get(depense);
  if (repetition && !repetition.identique) {
    constats.push({
      ...ou,
      code: 'depense.facture_en_double',
      gravite: 'avertissement',
      colonne: 'numero_facture',
      valeur: numeroFacture,
      message: `même fournisseur et même numéro que ${situer(repetition.premiere)} : facture répartie, ou double ? Comptée`,
    });
  }
  const ogDeLEssms = finessEt === null ? null : (contexte.ogDe.get(finessEt) ?? null);
  if (finessEj !== null && ogDeLEssms !== null && finessEj !== ogDeLEssms) {
    const message = `l'ESSMS ${finessEt} relève de l'OG ${ogDeLEssms}`;
    constats.push({ ...ou, code: 'depense.og_incoherent', colonne: 'finess_ej', valeur: finessEj, message });
  }
  if (finessEt === null && finessEj === null && !estParProjet(poste)) {
    const message = `poste « ${poste} » sans ESSMS ni OG : comptée pour toute la grappe`;
    constats.push({ ...ou, code: 'depense.sans_rattachement', colonne: 'finess_et', message });
  }
  if (etat === 'payee' && numeroFacture === null) {
    constats.push({
      ...ou,
      code: 'depense.sans_facture',
      colonne: 'numero_facture',
      message: 'payée, sans numéro de facture',
    });
  }
  if (payeLe !== null && payeLe < date) {
    const message = `payée le ${ecrireDate(payeLe)}, avant sa date (${ecrireDate(date)})`;
    constats.push({ ...ou, code: 'depense.payee_avant', colonne: 'paye_le', valeur: payeLe, message });
  }
  return constats;
}
