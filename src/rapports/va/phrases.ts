import { ecrireDate } from '../../domaine/date-civile.ts';
import type { TypeProjet } from '../../domaine/financement/commun.ts';
import type { TableauVa } from '../../domaine/releve.ts';
import type {
  Acte,
  CodeCondition,
  Condition,
  DossiersVus,
  EssmsVerifie,
  EtatCondition,
  MesureVa,
  Obligation,
  OgVerifie,
  Verification,
} from '../../domaine/va.ts';
import { estDeclare } from '../indicateurs/cellule.ts';
import { direFenetre } from '../indicateurs/notes.ts';
import { accorder, ecrireEntier } from '../nombres.ts';
import { assainir, nommer } from '../texte.ts';
import type { RapportVa } from './modele.ts';

export const ACTES_EN_MOTS: Readonly<Record<Acte, string>> = {
  va: "Vérification d'aptitude (VA)",
  vsr: 'Vérification de service régulier (VSR)',
};

export const SIGNES: Readonly<Record<EtatCondition, string>> = {
  remplie: '✓',
  non_remplie: '✗',
  inconnue: '?',
  sans_objet: '–',
};

export const ETATS_EN_MOTS: Readonly<Record<EtatCondition, string>> = {
  remplie: 'remplie',
  non_remplie: 'non remplie',
  inconnue: 'inconnue',
  sans_objet: 'sans objet',
};

export const CONDITIONS_EN_MOTS: Readonly<Record<CodeCondition, string>> = {
  V1: 'tableau de bord compté',
  V2: 'valeurs non nulles',
  V3: 'trois taux calculables',
  V4: 'déploiement et formations terminés',
  bugs: 'bugs corrigés',
};

export const ORIGINES_EN_MOTS: Readonly<Record<Condition['origine'], string>> = {
  calcule: 'calculé',
  declare: 'déclaré',
};

export function direCode(code: CodeCondition): string {
  return code === 'bugs' ? CONDITIONS_EN_MOTS.bugs : code;
}

const OBLIGATIONS_EN_MOTS: Readonly<Record<Obligation, string>> = {
  obligatoire: 'obligatoire',
  recommandee: 'recommandée',
  facultative: 'facultative',
  inconnue: 'obligation inconnue',
};

const TYPES_EN_MOTS: Readonly<Record<TypeProjet, string>> = {
  acquisition: 'acquisition',
  montee_de_version: 'mise en conformité',
};

export function direType(type: TypeProjet | null): string {
  return type === null ? 'type de projet inconnu' : TYPES_EN_MOTS[type];
}

/** « OG 630990018 », « OG 630990018 Association Limagne » */
export function nommerOg({ finessEj, nom }: OgVerifie): string {
  return nom === null ? `OG ${finessEj}` : `OG ${finessEj} ${assainir(nom)}`;
}

/** « recommandée (acquisition) » : V5. */
export function direObligation({ obligation, essms }: OgVerifie): string {
  const types = [...new Set(essms.map(({ typeProjet }) => direType(typeProjet)))].sort();
  return `${OBLIGATIONS_EN_MOTS[obligation]} (${types.join(', ')})`;
}

/** « septembre 2025 (1 mois) », ou ce que l'absence de mois laisse inconnu. */
export function direPeriode({ mesure }: RapportVa): string {
  return mesure === null ? 'aucun mois mesuré (--mois)' : direFenetre(mesure.fenetre);
}

const VERDICTS: Readonly<Record<EtatCondition, string>> = {
  remplie: 'REMPLI',
  non_remplie: 'NON REMPLI',
  inconnue: 'INCONNU',
  sans_objet: 'SANS OBJET',
};

/** « NON REMPLI : 2 ESSMS sur 16 remplissent tout ; 3 non, 11 ne se savent pas. » */
export function direVerdict({ etat, og }: Pick<Verification, 'etat' | 'og'>): string {
  const essms = og.flatMap((un) => un.essms);
  const nombre = (voulu: EtatCondition): number => essms.filter((un) => un.etat === voulu).length;
  const [remplis, non, inconnus] = [nombre('remplie'), nombre('non_remplie'), nombre('inconnue')];
  const details = [
    `${accorder(remplis, 'ESSMS', 'ESSMS')} sur ${essms.length} ${remplis < 2 ? 'remplit' : 'remplissent'} toutes les conditions`,
    ...(non > 0 ? [`${non} non`] : []),
    ...(inconnus > 0 ? [`${accorder(inconnus, 'inconnu')}`] : []),
  ];
  return `${VERDICTS[etat]} : ${details.join(', ')}.`;
}

/** VSR : le moment, et ce dont il se déduit. */
export function direMoment({ acte, dateIndicative }: Verification): string[] {
  if (acte === 'va') return [];
  if (dateIndicative === null) {
    return [
      "Moment : environ 18 mois après le contrat avec l'éditeur, dont la date n'est pas dans le dépôt ; grappe.convention, qui le précède, non plus.",
    ];
  }
  const { date, convention } = dateIndicative;
  return [
    `Moment : environ 18 mois après le contrat avec l'éditeur. Déduit de la convention du ${ecrireDate(convention)}, qui le précède : pas avant environ le ${ecrireDate(date)}.`,
  ];
}

/** Combien d'ESSMS une phrase nomme, sauf avis contraire. */
export const NOMS_MONTRES = 4;

/** Ce qu'il faut savoir de cette lecture avant de signer. */
export function direReserves({ verification }: RapportVa, maximum = NOMS_MONTRES): string[] {
  const essms = verification.og.flatMap((un) => un.essms);
  const nommerCeux = (garder: (un: EssmsVerifie) => boolean): string | null => {
    const noms = essms.filter(garder).map(({ libelle }) => assainir(libelle));
    return noms.length > 0 ? nommer(noms, maximum) : null;
  };
  const a =
    (garder: (resultat: NonNullable<EssmsVerifie['mesure']>['resultats'][number]) => boolean) =>
    ({ mesure }: EssmsVerifie): boolean =>
      mesure?.resultats.some(garder) ?? false;
  const reserves: readonly (readonly [string | null, string])[] = [
    [
      nommerCeux(a(({ etat }) => etat === 'hors_periode')),
      "hors période, rien à mesurer ; si la commande ne le vise pas, ôtez-le de la table essms, sinon la VA l'attend",
    ],
    [nommerCeux(a(({ provisoire }) => provisoire)), 'provisoire : exports antérieurs à la fin de la période'],
    [nommerCeux(a(estDeclare)), "un taux au moins est déclaré (tableau de bord de l'éditeur), non calculé"],
    [
      nommerCeux(a(({ etat }) => etat === 'dispense')),
      "dispensé des cibles MSSanté et DMP (T6) ; aucune source lue ne dit que la VA l'est",
    ],
    [
      nommerCeux(({ typeProjet }) => typeProjet === null),
      'type de projet inconnu : écrivez type_projet dans la table essms, ou grappe.type_projet dans depot.yaml (V5)',
    ],
  ];
  return reserves.flatMap(([noms, quoi]) => (noms === null ? [] : [`${noms} : ${quoi}`]));
}

export type CompteVa = Exclude<keyof TableauVa, 'finessEt'>;

/** « 12 », « ≥ 12 » si l'on n'a prouvé qu'un minimum, « ? » si rien ne se compte. */
export function direCompte({ tableau, vus }: MesureVa, compte: CompteVa): string {
  const exact = tableau[compte];
  if (exact !== null) return ecrireEntier(exact);
  const minimum = compte in vus ? vus[compte as keyof DossiersVus] : 0;
  return minimum > 0 ? `≥ ${ecrireEntier(minimum)}` : '?';
}
