import { type DateCivile, ecrireDate } from '../domaine/date-civile.ts';
import type { EligibiliteEssms } from '../domaine/financement/eligibilite.ts';
import type { GrappeDeclaree } from '../domaine/financement/grappe.ts';
import type { Plan, PlanOg, VersementPlan } from '../domaine/financement/plan.ts';
import type { Resolution } from '../regles/resolution.ts';
import { valeurOu } from './resolutions.ts';
import { PREUVES_ESMS, verser } from './versements.ts';

type Chiffre = Omit<Plan, 'avertissements' | 'versements'>;

/**
 * Qui est payé, quand, sur quelle preuve. Les parts portent sur ce qui est connu : si le total est partiel, elles
 * le sont aussi. Les compléments y sont comptés à leur plafond.
 */
export function verserPlan(
  plan: Chiffre,
  { porteurFinessEj, convention }: GrappeDeclaree,
  avance: Resolution<number>,
  finances: readonly EligibiliteEssms[],
): VersementPlan[] {
  const { connu, inconnues } = plan.totaux.porteur;
  const total = connu === 0 && inconnues > 0 ? null : connu;
  const [premier, second] = verser(total, valeurOu(avance), PREUVES_ESMS);
  const commun = {
    dispositif: 'esms_numerique',
    beneficiaire: 'porteur',
    finessEj: porteurFinessEj,
    logiciels: [],
    compte: true,
    partiel: inconnues > 0,
  } as const;
  return [
    { ...premier, ...commun, date: convention, quand: quandAvance(convention) },
    { ...second, ...commun, date: plan.fin, quand: quandSolde(plan) },
    ...plan.og.flatMap((og) => verserSons(og, finances)),
  ];
}

function quandAvance(convention: DateCivile | null): string {
  if (convention === null) return 'à la signature de la convention, dont la date est inconnue';
  return `à la signature de la convention, le ${ecrireDate(convention)}`;
}

function quandSolde({ fin, finRaison }: Chiffre): string {
  if (fin === null) return `à la fin du projet, dont la date est inconnue : ${finRaison}`;
  return `preuves à réunir au plus tard le ${ecrireDate(fin)}`;
}

function verserSons({ finessEj, sons }: PlanOg, finances: readonly EligibiliteEssms[]): VersementPlan[] {
  if (sons === null || sons.montant === null) return [];
  const commandes = finances.filter(({ essms }) => sons.essmsCommande.includes(essms.finessEt));
  const logiciels = [...new Set(commandes.flatMap(({ essms: { logiciel } }) => logiciel ?? []))].sort();
  return sons.versements.map((versement) => ({
    ...versement,
    dispositif: 'sons',
    beneficiaire: 'editeur',
    finessEj,
    logiciels,
    date: null,
    quand: !sons.compte
      ? 'vague close : à titre historique'
      : versement.part === 'avance'
        ? 'à la commande'
        : "après la vérification d'aptitude",
    compte: sons.compte,
    partiel: sons.essmsInconnus.length > 0,
  }));
}
