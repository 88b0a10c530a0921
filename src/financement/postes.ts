import type { Depense, Poste } from '../domaine/financement/depenses.ts';
import type { CodeLigne } from '../domaine/financement/forfaits.ts';
import type { Plan } from '../domaine/financement/plan.ts';

const AMOA: readonly CodeLigne[] = ['amoa_marche', 'amoa_projet'];

export function estParProjet(code: CodeLigne): boolean {
  return AMOA.includes(code);
}

/** Le forfait qui paie un poste : en phase d'amorçage (2021), un seul les réunit. */
export function forfaitDuPoste(poste: Poste, { forfaits }: Pick<Plan, 'forfaits'>): CodeLigne {
  const amorcage = forfaits.some(({ code }) => code === 'amorcage');
  return amorcage && !estParProjet(poste) ? 'amorcage' : poste;
}

/** Pourquoi le plan ne prévoit pas ce poste à cet endroit ; `null` s'il le prévoit, ou si on ne le sait pas. */
export function refuserPoste(depense: Depense, og: string | null, plan: Plan): string | null {
  const { poste, finessEt } = depense;
  const code = forfaitDuPoste(poste, plan);
  const exclu = plan.exclus.find((un) => un.finessEt === finessEt);
  if (exclu) return `l'ESSMS est inéligible : ${exclu.raisons.join(' ; ')}`;
  if (estParProjet(code)) {
    if (plan.projet.some((ligne) => ligne.code === code)) return null;
    return code === 'amoa_marche' && plan.projet.length > 0
      ? "l'AMOA marché public ne vaut qu'en acquisition"
      : `aucun OG de la grappe ne compte moins de ${plan.seuilPetitOg} ESSMS : pas de forfait complémentaire`;
  }
  const membres = plan.essms.filter((un) =>
    finessEt === null ? og === null || un.finessEj === og : un.finessEt === finessEt,
  );
  // Le porteur peut n'avoir aucun ESSMS : il porte alors les dépenses de toute la grappe.
  const concernes = membres.length > 0 ? membres : plan.essms;
  const admis = concernes.some(
    ({ typeProjet, lignes }) => typeProjet === null || lignes.some((ligne) => ligne.code === code),
  );
  return admis
    ? null
    : expliquer(
        code,
        concernes.some(({ typeProjet }) => typeProjet === 'acquisition'),
        plan.seuilPetitOg,
      );
}

function expliquer(code: CodeLigne, acquisition: boolean, seuil: number | null): string {
  if (code === 'equipement') return `l'OG compte ${seuil} ESSMS ou plus : pas de forfait d'équipement`;
  if (code === 'logiciel' && !acquisition) {
    return "montée de version : le logiciel est payé à l'éditeur par le SONS, pas au porteur";
  }
  return `le plan ne prévoit pas de forfait « ${code} »`;
}
