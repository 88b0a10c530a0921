import type { Controle } from '../domaine/financement/eligibilite.ts';
import type { EssmsDeclare } from '../domaine/financement/grappe.ts';
import { estMemeDui, type FinancementAnterieur, lireAnterieurs } from './anterieurs.ts';
import type { ContexteControles, Regles } from './controles-essms.ts';

type Conclusion = Omit<Controle, 'code' | 'regle'> & { readonly regle: string };

/** Le DUI d'une aide passée, rapporté à celui du projet. */
type Rapport = 'meme' | 'autre' | 'inconnu';

function rapporter({ dui }: FinancementAnterieur, logiciel: string | null): Rapport {
  if (dui === null || logiciel === null) return 'inconnu';
  return estMemeDui(dui, logiciel) ? 'meme' : 'autre';
}

const REFUS = "ôtez l'ESSMS de la grappe, ou corrigez financements_anterieurs";

/** Une seule fois pour le même logiciel, jamais pour deux DUI : ESMS Numérique ne se cumule pas avec lui-même. */
function apresEsmsNumerique(un: FinancementAnterieur, rapport: Rapport): Conclusion {
  const aide = un.antecedent === 'usages' ? '« usages »' : '« acquisition »';
  const deja = `a déjà reçu ESMS Numérique ${aide}`;
  const ineligible = { etat: 'ineligible', aide: REFUS } as const;
  if (rapport === 'meme') {
    return { ...ineligible, message: `${deja} pour le même DUI`, regle: 'eligibilite.essms.une_fois' };
  }
  const precision =
    rapport === 'autre'
      ? `pour un autre DUI (${un.dui})`
      : ', quel que soit le DUI : ni deux fois, ni pour deux';
  return {
    ...ineligible,
    message: `${deja} ${precision}`.replace(' ,', ','),
    regle: 'eligibilite.essms.un_dui',
  };
}

function apresSons(un: FinancementAnterieur, rapport: Rapport, essms: EssmsDeclare): Conclusion {
  if (essms.typeProjet === 'acquisition') {
    const meme = rapport === 'meme';
    return {
      etat: 'ineligible',
      message: meme
        ? 'a déjà reçu le SONS pour ce DUI : il en est équipé'
        : `a déjà reçu le SONS${rapport === 'autre' ? ` pour un autre DUI (${un.dui})` : ''} : l'acquisition est refusée`,
      aide: REFUS,
      regle: meme ? 'eligibilite.essms.une_fois' : 'eligibilite.essms.sons_puis_acquisition',
    };
  }
  const regle = 'eligibilite.essms.sons_puis_usages';
  if (essms.typeProjet === null) {
    return { etat: 'a_verifier', message: 'a déjà reçu le SONS', aide: 'dites le type de projet', regle };
  }
  if (rapport === 'meme') {
    return {
      etat: 'conforme',
      message: 'SONS reçu pour le même DUI : « usages » permis, le SONS ne se redemande pas',
      aide: null,
      regle,
    };
  }
  if (rapport === 'autre') {
    const message = `a déjà reçu le SONS pour un autre DUI (${un.dui})`;
    return { etat: 'ineligible', message, aide: REFUS, regle: 'eligibilite.essms.un_dui' };
  }
  return {
    etat: 'a_verifier',
    message:
      "a déjà reçu le SONS, pour un DUI qui n'est pas nommé : « usages » n'est permis que pour le même",
    aide: 'nommez-le (« SONS : nom du DUI ») et remplissez la colonne logiciel',
    regle,
  };
}

function conclure(un: FinancementAnterieur, essms: EssmsDeclare): Conclusion | null {
  const rapport = rapporter(un, essms.logiciel);
  switch (un.antecedent) {
    case 'sons':
      return apresSons(un, rapport, essms);
    case 'acquisition':
    case 'usages':
      return apresEsmsNumerique(un, rapport);
    case 'europeen':
      return {
        etat: 'ineligible',
        message: `a un autre financement européen (« ${un.texte} »)`,
        aide: REFUS,
        regle: 'eligibilite.essms.financement_europeen',
      };
    case 'contractualise':
      return null;
    default:
      return {
        etat: 'a_verifier',
        message: `financement antérieur inconnu : « ${un.texte} »`,
        aide: 'écrivez SONS, acquisition, usages, européen, contractualisé ou aucun, suivi au besoin de « : nom du DUI »',
        regle: 'eligibilite.essms.une_fois',
      };
  }
}

/** Une conclusion par aide déclarée ; sans aide, la règle du cumul est respectée d'après ce qui est déclaré. */
export function controlerAnterieurs(essms: EssmsDeclare, { regles }: ContexteControles): Controle[] {
  const code = 'financements_anterieurs';
  const conclusions = lireAnterieurs(essms.financementsAnterieurs).flatMap((un) => conclure(un, essms) ?? []);
  if (conclusions.length === 0) {
    const { citation: regle } = regles('eligibilite.essms.une_fois');
    if (essms.financementsAnterieurs === null) {
      const message = 'aucun financement antérieur déclaré (financements_anterieurs est vide)';
      return [{ code, etat: 'non_controle', message, aide: 'écrivez « aucun » pour le déclarer', regle }];
    }
    return [{ code, etat: 'conforme', message: 'aucun financement antérieur, déclaré', aide: null, regle }];
  }
  return conclusions.map((conclusion) => ({
    ...conclusion,
    code,
    regle: regles(conclusion.regle).citation,
  }));
}

/** Un DUI déjà contractualisé avant la mise en concurrence ne s'acquiert plus. */
export function controlerContractualise(
  essms: EssmsDeclare,
  { regles }: { readonly regles: Regles },
): Controle | null {
  const dit = lireAnterieurs(essms.financementsAnterieurs).some(
    ({ antecedent }) => antecedent === 'contractualise',
  );
  if (essms.typeProjet === 'montee_de_version') return null;
  const commun = {
    code: 'dui_contractualise',
    regle: regles('eligibilite.essms.dui_contractualise').citation,
  } as const;
  if (dit && essms.typeProjet === 'acquisition') {
    return {
      ...commun,
      etat: 'ineligible',
      message: "DUI déjà contractualisé avant la mise en concurrence : l'acquisition est refusée",
      aide: REFUS,
    };
  }
  if (dit) {
    const message = 'DUI déjà contractualisé, et type de projet inconnu';
    return { ...commun, etat: 'a_verifier', message, aide: 'dites le type de projet' };
  }
  return {
    ...commun,
    etat: 'non_controle',
    message: 'les données ne disent pas si le DUI était contractualisé avant la mise en concurrence',
    aide: "s'il l'était, écrivez « contractualisé » dans financements_anterieurs",
  };
}

/** Vrai si la Prestation Ségur est déclarée déjà reçue. */
export function aRecuLeSons(essms: EssmsDeclare): boolean {
  return lireAnterieurs(essms.financementsAnterieurs).some(({ antecedent }) => antecedent === 'sons');
}
