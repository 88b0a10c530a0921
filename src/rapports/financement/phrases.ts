import { ecrireDate } from '../../domaine/date-civile.ts';
import type { CodeLigne } from '../../domaine/financement/forfaits.ts';
import type { Plan, PlanEssms, PlanOg, Somme, VersementPlan } from '../../domaine/financement/plan.ts';
import { additionner } from '../../domaine/montant.ts';
import { avertirAnnee, direPartiel, direRejets, direSomme, FORFAITS_EN_MOTS } from '../dossier/phrases.ts';
import { euros } from '../euros.ts';
import { accorder } from '../nombres.ts';
import { assainir } from '../texte.ts';
import type { RapportFinancement } from './modele.ts';

export type Issue = 'bon' | 'doute' | 'mauvais';

/** La phrase qui ouvre le rapport : ce que le porteur reçoit, ce que les éditeurs reçoivent. */
export function verdictDe({ plan, eligibilite }: RapportFinancement): {
  readonly issue: Issue;
  readonly phrase: string;
} {
  const { porteur, editeurs, sonsHistorique } = plan.totaux;
  const inconnu = porteur.inconnues > 0;
  const montants = [
    `${direMontant(porteur)} au porteur${direPartiel(porteur)}`,
    ...(plan.og.some(({ sons }) => sons !== null)
      ? [`${direMontant(editeurs)} aux éditeurs (SONS)${direPartiel(editeurs)}`]
      : []),
    ...(sonsHistorique > 0 ? [`SONS d'une vague close, pour mémoire : ${euros(sonsHistorique)}`] : []),
  ].join(' ; ');
  if (eligibilite.grappe.etat === 'ineligible') {
    const raisons = eligibilite.grappe.controles.filter(({ etat }) => etat === 'ineligible');
    const phrase = `GRAPPE INÉLIGIBLE : ${raisons.map(({ message }) => assainir(message)).join(' ; ')}. Sinon : ${montants}.`;
    return { issue: 'mauvais', phrase };
  }
  if (inconnu) return { issue: 'doute', phrase: `TOTAL PARTIEL : ${montants}.` };
  return { issue: 'bon', phrase: `TOTAL : ${montants}.` };
}

function direMontant(somme: Somme): string {
  return somme.connu === 0 && somme.inconnues > 0 ? 'montant inconnu' : `${direSomme(somme)} TTC`;
}

/** « 16 ESSMS financés, 3 OG » */
export function direTaille({ essms, og }: Plan): string {
  return `${accorder(essms.length, 'ESSMS financé', 'ESSMS financés')}, ${accorder(og.length, 'OG', 'OG')}`;
}

export const TITRES_FORFAITS = ['forfait', 'nombre', 'montant TTC', ''];

/** Un forfait par rangée, puis les totaux. */
export function rangeesForfaits({ forfaits, totaux, og }: Plan): string[][] {
  const total = (libelle: string, somme: Somme): string[] => [libelle, '', direSomme(somme), ''];
  return [
    ...forfaits.map(({ code, quantite, somme, plafond }) => [
      FORFAITS_EN_MOTS[code],
      String(quantite),
      direSomme(somme),
      plafond ? 'plafond' : '',
    ]),
    total('Porteur (ESMS Numérique)', totaux.porteur),
    ...(og.some(({ sons }) => sons !== null)
      ? [total('Éditeurs (SONS)', totaux.editeurs), total('Ensemble', totaux.ensemble)]
      : []),
  ];
}

export const TITRES_OG = ['OG', 'financés', 'ESSMS OG', 'petit OG', 'porteur', 'SONS', ''];

export function rangeesOg({ og }: Plan): string[][] {
  return og.map((un) => [
    un.finessEj,
    String(un.essms),
    `${un.taille}${un.tailleSupposee ? ' ?' : ''}`,
    un.petit === null ? '?' : un.petit ? 'oui' : 'non',
    direSomme(un.somme),
    un.sons === null ? '–' : euros(un.sons.montant),
    direSons(un),
  ]);
}

/** « tranche D, 12 ESSMS × 1 643,00 € ; pour mémoire » */
function direSons({ sons }: PlanOg): string {
  if (sons === null) return '';
  const inconnus = sons.essmsInconnus.length > 0 ? [`${sons.essmsInconnus.length} à préciser`] : [];
  if (sons.montant === null) return [sons.raison ?? '', ...inconnus].join(' ; ');
  const calcul = `tranche ${sons.tranche}, ${sons.essmsCommande.length} × ${euros(sons.unitaire)}`;
  return [calcul, ...inconnus, ...(sons.compte ? [] : ['vague close, pour mémoire'])].join(' ; ');
}

/** Les forfaits par ESSMS que le plan connaît, dans l'ordre du contrat. */
export function codesEssms({ essms }: Plan): CodeLigne[] {
  const presents = new Set(essms.flatMap(({ lignes }) => lignes.map(({ code }) => code)));
  return (Object.keys(FORFAITS_EN_MOTS) as CodeLigne[]).filter((code) => presents.has(code));
}

export function celluleForfait({ lignes }: PlanEssms, code: CodeLigne): string {
  const siennes = lignes.filter((ligne) => ligne.code === code);
  if (siennes.length === 0) return '–';
  return siennes.some(({ montant }) => montant === null)
    ? 'inconnu'
    : euros(additionner(siennes.flatMap(({ montant }) => montant ?? [])));
}

/** « tarif réduit, au prorata des heures éligibles » ; rien pour un plein tarif. */
export function direDetails({ lignes, etat }: PlanEssms): string {
  const details = [...new Set(lignes.flatMap(({ detail }) => detail ?? []))]
    .map((detail) => detail.replace(/^plein tarif(, )?/, ''))
    .filter((detail) => detail !== '');
  return [...details, ...(etat === 'a_verifier' ? ['éligibilité à vérifier'] : [])].join(' ; ');
}

export const TITRES_VERSEMENTS = ['qui est payé', 'part', '%', 'montant TTC', 'quand', 'sur quelle preuve'];

export function rangeesVersements({ versements }: Plan): string[][] {
  return versements.map((versement) => [
    direBeneficiaire(versement),
    versement.part,
    versement.pourcent === null ? '?' : `${versement.pourcent} %`,
    `${euros(versement.montant)}${versement.partiel && versement.montant !== null ? ' + ?' : ''}`,
    versement.quand,
    versement.preuve,
  ]);
}

function direBeneficiaire({ beneficiaire, finessEj, logiciels }: VersementPlan): string {
  if (beneficiaire === 'porteur') return `porteur ${finessEj ?? '(non nommé)'}`;
  const dui = logiciels.length > 0 ? ` de ${logiciels.map(assainir).join(', ')}` : '';
  return `éditeur${dui}, pour l'OG ${finessEj}`;
}

/** « 9 mois après la convention » n'est pas dit ici : la date l'est. */
export function direProjet({ convention, fin }: Plan): string[] {
  return [
    ...(convention === null ? [] : [`convention du ${ecrireDate(convention)}`]),
    ...(fin === null ? [] : [`fin le ${ecrireDate(fin)}`]),
  ];
}

/** Toutes les réserves, avec leur code : « esms regles montrer CODE » les explique. */
export function direReserves({ entete, eligibilite, plan }: RapportFinancement): string[] {
  const reserves = [...avertirAnnee(entete), ...plan.avertissements];
  const doutes = eligibilite.grappe.controles.filter(({ etat }) => etat === 'a_verifier');
  return [
    ...direRejets(entete),
    ...doutes.map(({ message }) => `éligibilité de la grappe à vérifier : ${assainir(message)}`),
    ...reserves.map(({ code, message }) => `${code} : ${assainir(message)}`),
  ];
}

/** « EHPAD La Source (030991038) : fermé le 31/12/2021 » */
export function direExclus({ exclus }: Plan): string[] {
  return exclus.map(
    ({ libelle, finessEt, raisons }) =>
      `${assainir(libelle)} (${finessEt}) : ${raisons.map(assainir).join(' ; ')}`,
  );
}
