import type { Provenance } from '../../domaine/financement/commun.ts';
import type {
  CodeControle,
  Controle,
  Eligibilite,
  EligibiliteEssms,
  EtatControle,
  EtatEligibilite,
} from '../../domaine/financement/eligibilite.ts';
import { accorder } from '../nombres.ts';
import { assainir } from '../texte.ts';

export const ETATS_EN_MOTS: Readonly<Record<EtatEligibilite | EtatControle, string>> = {
  eligible: 'éligible',
  conforme: 'conforme',
  a_verifier: 'à vérifier',
  ineligible: 'inéligible',
  non_controle: 'non contrôlé',
};

/** Un état se lit sans couleur. */
export const SIGNES: Readonly<Record<EtatEligibilite | EtatControle, string>> = {
  eligible: '✓',
  conforme: '✓',
  a_verifier: '?',
  ineligible: '✗',
  non_controle: '–',
};

export const CONTROLES_EN_MOTS: Readonly<Record<CodeControle, string>> = {
  finess: 'numéro FINESS',
  ouverture: 'ouverture',
  inscription: 'répertoire FINESS',
  categorie: 'catégorie',
  type_projet: 'type de projet',
  dui_reference: 'DUI référencé',
  financements_anterieurs: 'cumul',
  dui_contractualise: 'mise en concurrence',
  taille: 'taille',
  appel_national: 'appel à projets',
  une_solution: 'solution DUI',
  rattachement: 'ouvert, rattaché',
  deux_grappes: 'une seule grappe',
};

/** Le pire de la grappe et de ses ESSMS : ce qui fait le verdict, et le code de sortie. */
export function pireEtat({ grappe, essms }: Eligibilite): EtatEligibilite {
  const etats = [grappe.etat, ...essms.map(({ etat }) => etat)];
  return (['ineligible', 'a_verifier'] as const).find((etat) => etats.includes(etat)) ?? 'eligible';
}

const VERDICTS: Readonly<Record<EtatEligibilite, string>> = {
  eligible: 'ÉLIGIBLE',
  a_verifier: 'À VÉRIFIER',
  ineligible: 'INÉLIGIBLE',
};

/** La phrase qui ouvre le rapport : la grappe, puis ses ESSMS. */
export function direVerdict(eligibilite: Eligibilite): string {
  const { grappe } = eligibilite;
  const { eligible, a_verifier: aVerifier, ineligible } = grappe.essms;
  const pire = pireEtat(eligibilite);
  if (pire === 'eligible') {
    return `${VERDICTS[pire]} : la grappe et ses ${accorder(eligible, 'ESSMS', 'ESSMS')}, sous réserve de ce qui n'est pas contrôlé.`;
  }
  const raisons = grappe.controles.filter(({ etat }) => etat === grappe.etat).map(({ message }) => message);
  const deLaGrappe =
    grappe.etat === 'eligible'
      ? 'la grappe est éligible'
      : `grappe ${ETATS_EN_MOTS[grappe.etat]} (${raisons.map(assainir).join(' ; ')})`;
  const essms = [
    ...(ineligible > 0 ? [accorder(ineligible, 'ESSMS inéligible', 'ESSMS inéligibles')] : []),
    ...(aVerifier > 0 ? [`${aVerifier} à vérifier`] : []),
    accorder(eligible, 'éligible'),
  ].join(', ');
  return `${VERDICTS[pire]} : ${deLaGrappe} ; ${essms}.`;
}

const GRAVITES: readonly EtatEligibilite[] = ['ineligible', 'a_verifier', 'eligible'];

/** Du pire au meilleur, puis par numéro. */
export function duPireAuMeilleur(essms: readonly EligibiliteEssms[]): EligibiliteEssms[] {
  return [...essms].sort((a, b) => GRAVITES.indexOf(a.etat) - GRAVITES.indexOf(b.etat));
}

/** Ce qui empêche, ou fait douter. */
export function aMontrer(controles: readonly Controle[]): Controle[] {
  return controles.filter(({ etat }) => etat === 'ineligible' || etat === 'a_verifier');
}

/** « règle eligibilite.essms.un_dui (Un seul DUI financé par ESSMS) » */
export function direRegle({ regle }: Controle): string | null {
  return regle === null ? null : `règle ${regle.regle} (${regle.titre})`;
}

/** Ce qu'aucune donnée ne permet de contrôler, une phrase par contrôle. */
export function direNonControles({ grappe, essms }: Eligibilite): string[] {
  const parMessage = new Map<string, { readonly controle: Controle; nombre: number }>();
  for (const controle of [...grappe.controles, ...essms.flatMap(({ controles }) => controles)]) {
    if (controle.etat !== 'non_controle') continue;
    const vu = parMessage.get(controle.message);
    if (vu) vu.nombre += 1;
    else parMessage.set(controle.message, { controle, nombre: 1 });
  }
  return [...parMessage.values()].map(({ controle: { message, aide }, nombre }) => {
    const combien = nombre > 1 ? `${nombre} ESSMS : ` : '';
    return `${combien}${message}${aide === null ? '' : ` ; ${aide}`}`;
  });
}

/** Les règles citées, chacune une fois, dans l'ordre des contrôles. */
export function sourcesDe({ grappe, essms }: Eligibilite): Provenance[] {
  const controles = [...grappe.controles, ...essms.flatMap((un) => un.controles)];
  const regles = controles.flatMap(({ regle }) => regle ?? []);
  return [...new Map(regles.map((regle) => [regle.regle, regle])).values()];
}
