import type { DateCivile } from '../../src/domaine/date-civile.ts';
import type { EssmsDeclare, GrappeDeclaree } from '../../src/domaine/financement/grappe.ts';
import { aCleJuste } from '../../src/domaine/finess.ts';
import { evaluerEligibilite } from '../../src/financement/eligibilite.ts';
import { type DemandePlan, etablirPlan } from '../../src/financement/plan.ts';
import { chargerReglesLivrees } from '../../src/regles/livrees.ts';

export const JEU = chargerReglesLivrees();
const CONVENTION = '2022-06-15' as DateCivile;
const AU = '2022-10-01' as DateCivile;

/** Le `rang`-ième numéro FINESS de clé juste d'un préfixe de sept caractères au plus. */
export function finess(rang: number, prefixe = '63'): string {
  const debut = `${prefixe}${String(rang).padStart(8 - prefixe.length, '0')}`;
  const cle = [...'0123456789'].find((chiffre) => aCleJuste(debut + chiffre));
  return debut + cle;
}

/** Des numéros d'EJ, loin de ceux des ESSMS. */
export function ej(rang: number): string {
  return finess(900_000 + rang);
}

/** Un EHPAD en acquisition d'un DUI référencé, que rien n'écarte. */
export function essms(rang: number, champs: Partial<EssmsDeclare> = {}): EssmsDeclare {
  return {
    finessEt: finess(rang),
    finessEj: ej(1),
    libelle: `ESSMS ${rang}`,
    categorie: '500',
    secteur: 'PA',
    departement: '63',
    typeProjet: 'acquisition',
    duiReference: true,
    logiciel: 'Alvéole',
    heures: null,
    eligibleSons: true,
    financementsAnterieurs: 'aucun',
    dateOuverture: null,
    dateFermeture: null,
    ...champs,
  };
}

export function desEssms(nombre: number, champs: Partial<EssmsDeclare> = {}): EssmsDeclare[] {
  return Array.from({ length: nombre }, (_, i) => essms(i + 1, champs));
}

export function grappe(
  liste: readonly EssmsDeclare[],
  champs: Partial<GrappeDeclaree> & { readonly tailles?: Readonly<Record<string, number>> } = {},
): GrappeDeclaree {
  const { tailles = {}, ...autres } = champs;
  return {
    nom: 'Grappe',
    porteurFinessEj: ej(1),
    convention: CONVENTION,
    essms: [...liste].sort((a, b) => (a.finessEt < b.finessEt ? -1 : 1)),
    essmsParOg: new Map(Object.entries(tailles)),
    ...autres,
  };
}

export function eligibiliteDe(une: GrappeDeclaree, annee = 2022, dateReference = AU) {
  return evaluerEligibilite(une, JEU, { annee, dateReference });
}

export function planDe(une: GrappeDeclaree, demande: Partial<DemandePlan> = {}) {
  const complete: DemandePlan = { annee: 2022, lecture: 'exemple_publie', dateReference: AU, ...demande };
  const { annee, dateReference } = complete;
  return etablirPlan(une, evaluerEligibilite(une, JEU, { annee, dateReference }), JEU, complete);
}
