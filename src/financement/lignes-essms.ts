import type { DateCivile } from '../domaine/date-civile.ts';
import type { TypeProjet } from '../domaine/financement/commun.ts';
import type { EssmsDeclare } from '../domaine/financement/grappe.ts';
import type { LignePlan, TarifRang } from '../domaine/financement/plan.ts';
import { type Centimes, ZERO } from '../domaine/montant.ts';
import type { JeuDeRegles } from '../regles/resolution.ts';
import { complementsDe } from './complements.ts';
import type { TarifDuRang } from './rangs.ts';
import { auProrata, type LigneTarifee, tarifsDe } from './tarifs.ts';

const NOMS_TARIFS: Readonly<Record<TarifRang, string>> = {
  plein: 'plein tarif',
  reduit: 'tarif réduit',
  aucun: "sans financement dans la lecture de l'exemple publié",
};

/** Les forfaits d'un ESSMS financé, à son rang. */
export function lignesDe(
  essms: EssmsDeclare,
  rang: TarifDuRang,
  jeu: JeuDeRegles,
  date: DateCivile,
): LignePlan[] {
  const { typeProjet: type, secteur, duiReference } = essms;
  const muette = (raison: string): LignePlan[] => [inconnue('usages', raison)];
  if (type === null) return muette('type de projet inconnu');
  if (type === 'montee_de_version' && duiReference === null) {
    return muette('dui_reference est vide : une montée de version demande un DUI référencé Ségur');
  }
  // Un DUI référencé a le même forfait dans tous les secteurs : le secteur ne sert alors à rien.
  const lignes = tarifsDe(jeu, date, { type, secteur: secteur ?? 'PA', duiReference: duiReference ?? true });
  return lignes.map((ligne) => {
    if (ligne.code === 'logiciel' && duiReference === null) {
      return inconnue('logiciel', 'dui_reference est vide : le forfait en dépend');
    }
    if (ligne.code === 'logiciel' && !duiReference && secteur === null) {
      return inconnue('logiciel', "secteur inconnu : le forfait d'un DUI non référencé en dépend");
    }
    return chiffrer(ligne, essms, rang);
  });
}

function inconnue(code: LignePlan['code'], raison: string): LignePlan {
  return { code, montant: null, raison, detail: null, plafond: false, provenance: null };
}

function chiffrer(
  { code, tarif }: LigneTarifee,
  { secteur, heures }: EssmsDeclare,
  rang: TarifDuRang,
): LignePlan {
  const provenance = tarif.citation;
  const tue = (raison: string): LignePlan => ({ ...inconnue(code, raison), provenance });
  if (!tarif.connue) return tue(tarif.raison);
  // Un forfait qui n'a qu'un tarif (l'amorçage) ne dépend pas du rang, connu ou non.
  const unique = tarif.valeur.plein === tarif.valeur.reduit;
  const duRang: TarifDuRang = unique ? { tarif: 'plein' } : rang;
  if (duRang.tarif === null) return tue(duRang.raison);
  if (heures !== null && secteur === null) return tue('secteur inconnu : le prorata des heures en dépend');
  const auxHeures = secteur === 'DOM' ? heures : null;
  if (auxHeures === 'illisibles') return tue('heures incomplètes ou contradictoires : prorata inconnu');
  const { plein, reduit } = auProrata(tarif.valeur, auxHeures);
  const montants: Readonly<Record<TarifRang, Centimes>> = { plein, reduit, aucun: ZERO };
  const prorata = auxHeures !== null && auxHeures.eligibles !== auxHeures.totales;
  const detail = [
    ...(unique ? [] : [NOMS_TARIFS[duRang.tarif]]),
    ...(prorata ? ['au prorata des heures éligibles'] : []),
  ].join(', ');
  return {
    code,
    montant: montants[duRang.tarif],
    raison: null,
    detail: detail === '' ? null : detail,
    plafond: false,
    provenance,
  };
}

/**
 * Les compléments que l'année connaît, un exemplaire de chacun ; seul ou par projet, c'est un plafond. Si l'on ne
 * sait pas ce qu'est un petit OG (`raison`), leurs montants sont inconnus aussi.
 */
export function complementsAnnee(
  type: TypeProjet,
  raison: string | null,
  jeu: JeuDeRegles,
  date: DateCivile,
): LignePlan[] {
  return complementsDe(jeu, date, { type, essmsPetitsOg: 1 })
    .filter(({ montant, provenance }) => montant !== null || provenance !== null)
    .map(({ code, montant, raison: inconnu, provenance }) => ({
      code,
      montant: raison === null ? montant : null,
      raison: raison ?? inconnu,
      detail: null,
      plafond: true,
      provenance,
    }));
}
