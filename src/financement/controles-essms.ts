import { type DateCivile, ecrireDate } from '../domaine/date-civile.ts';
import type { Controle } from '../domaine/financement/eligibilite.ts';
import type { EssmsDeclare } from '../domaine/financement/grappe.ts';
import { aCleJuste } from '../domaine/finess.ts';
import { categorieFiness, secteurDeCategorie } from '../regles/categories.ts';
import type { Resolution } from '../regles/resolution.ts';
import type { SuDuRepertoire } from './controles-repertoire.ts';

/** Ce que les contrôles demandent aux règles, à la date du projet. */
export type Regles = <T>(id: string) => Resolution<T>;

export interface ContexteControles {
  readonly regles: Regles;
  readonly dateReference: DateCivile;
  /** Les numéros d'EJ de la grappe : un ESSMS a le sien. */
  readonly numerosEj: ReadonlySet<string>;
  /** Ce que le répertoire FINESS sait de la grappe ; sans lui, tout repose sur ce qui est déclaré. */
  readonly su?: SuDuRepertoire | undefined;
}

/** Un numéro FINESS géographique propre, et un rattachement, aux clés justes. */
export function controlerFiness(
  { finessEt, finessEj }: EssmsDeclare,
  { regles, numerosEj }: ContexteControles,
): Controle {
  const { citation: regle } = regles('eligibilite.essms.finess');
  const commun = { code: 'finess', regle } as const;
  const faux = [finessEt, finessEj].filter((numero) => !aCleJuste(numero));
  if (faux.length > 0) {
    return {
      ...commun,
      etat: 'ineligible',
      message: `la clé du numéro ${faux.join(' et du numéro ')} est fausse`,
      aide: 'vérifiez ce numéro dans le répertoire FINESS',
    };
  }
  if (numerosEj.has(finessEt)) {
    return {
      ...commun,
      etat: 'ineligible',
      message: `${finessEt} est un numéro d'entité juridique : l'ESSMS n'a pas de numéro géographique propre`,
      aide: "donnez le numéro FINESS de l'établissement (ET), pas celui de l'organisme (EJ)",
    };
  }
  return { ...commun, etat: 'conforme', message: 'numéro géographique propre, clés justes', aide: null };
}

/** Ouvert à la date de référence, d'après les dates déclarées. */
export function controlerOuverture(
  { dateOuverture, dateFermeture }: EssmsDeclare,
  { regles, dateReference }: ContexteControles,
): Controle {
  const { citation: regle } = regles('eligibilite.essms.finess');
  const commun = { code: 'ouverture', regle } as const;
  if (dateFermeture !== null && dateFermeture <= dateReference) {
    return {
      ...commun,
      etat: 'ineligible',
      message: `fermé le ${ecrireDate(dateFermeture)}`,
      aide: "ôtez l'ESSMS de la grappe, ou corrigez sa date de fermeture",
    };
  }
  if (dateOuverture !== null && dateOuverture > dateReference) {
    return {
      ...commun,
      etat: 'a_verifier',
      message: `n'ouvre que le ${ecrireDate(dateOuverture)}`,
      aide: "demandez à l'ARS si un ESSMS autorisé et pas encore ouvert est admis",
    };
  }
  return { ...commun, etat: 'conforme', message: "pas fermé, d'après les dates déclarées", aide: null };
}

/**
 * Une catégorie d'ESSMS (article L. 312-1 du CASF), hors des catégories exclues. Ce que la nomenclature propose sans
 * l'avoir lu n'écarte personne : c'est à vérifier.
 */
export function controlerCategorie(
  { categorie }: EssmsDeclare,
  { regles }: ContexteControles,
  nomenclature: typeof categorieFiness = categorieFiness,
): Controle {
  const casf = regles<string>('eligibilite.essms.casf').citation;
  const exclues = regles<readonly string[]>('eligibilite.essms.categories_exclues');
  const code = categorie?.trim() ?? '';
  if (exclues.connue && exclues.valeur.includes(code)) {
    return {
      code: 'categorie',
      etat: 'ineligible',
      message: `la catégorie ${code} n'est pas éligible${code === '362' ? ' (unité de soins de longue durée)' : ''}`,
      aide: "ôtez l'ESSMS de la grappe",
      regle: exclues.citation,
    };
  }
  const commun = { code: 'categorie', regle: casf } as const;
  if (code === '') {
    return {
      ...commun,
      etat: 'a_verifier',
      message: "catégorie FINESS vide : l'article L. 312-1 ne se contrôle pas",
      aide: 'remplissez la colonne categorie (500 pour un EHPAD)',
    };
  }
  const connue = nomenclature(code);
  if (connue?.essms === false && connue.preuves.essms === 'verifie') {
    return {
      ...commun,
      etat: 'ineligible',
      message: `la catégorie ${code} (${connue.libelle}) n'est pas celle d'un ESSMS (article L. 312-1)`,
      aide: "ôtez l'établissement de la grappe",
    };
  }
  if (connue?.essms === false) {
    return {
      ...commun,
      etat: 'a_verifier',
      message: `la catégorie ${code} (${connue.libelle}) n'est sans doute pas celle d'un ESSMS (nomenclature proposée)`,
      aide: "faites confirmer par l'ARS, ou ôtez l'établissement de la grappe",
    };
  }
  if (connue?.active && connue.essms === null) {
    return {
      ...commun,
      etat: 'a_verifier',
      message: `la catégorie ${code} (${connue.libelle}) n'est pas tranchée : ESSMS ou non, l'article L. 312-1 n'a pas été lu`,
      aide: "faites confirmer par l'ARS",
    };
  }
  if (secteurDeCategorie(code) === null) {
    return {
      ...commun,
      etat: 'a_verifier',
      message: `« ${code} » n'est pas une catégorie connue d'ESSMS en activité (article L. 312-1)`,
      aide: 'vérifiez la catégorie dans le répertoire FINESS : une ancienne catégorie a pu être remplacée',
    };
  }
  return { ...commun, etat: 'conforme', message: `catégorie ${code}, d'un ESSMS en activité`, aide: null };
}

/** Le type de projet est connu. */
export function controlerTypeProjet({ typeProjet }: EssmsDeclare): Controle {
  const commun = { code: 'type_projet', regle: null } as const;
  if (typeProjet === null) {
    return {
      ...commun,
      etat: 'a_verifier',
      message: 'type de projet inconnu : ni les montants ni les cumuls ne se contrôlent',
      aide: 'écrivez acquisition ou montee_de_version dans type_projet, ou grappe.type_projet dans depot.yaml',
    };
  }
  const nom = typeProjet === 'acquisition' ? 'acquisition' : 'montée de version';
  return { ...commun, etat: 'conforme', message: nom, aide: null };
}

/** Une montée de version n'est financée que pour un DUI référencé Ségur. */
export function controlerReference(
  { typeProjet, duiReference }: EssmsDeclare,
  { regles }: ContexteControles,
): Controle | null {
  if (typeProjet !== 'montee_de_version') return null;
  const commun = {
    code: 'dui_reference',
    regle: regles('esms_numerique.montee_de_version.usages').citation,
  } as const;
  if (duiReference === true)
    return { ...commun, etat: 'conforme', message: 'DUI référencé Ségur', aide: null };
  if (duiReference === false) {
    return {
      ...commun,
      etat: 'ineligible',
      message: "montée de version d'un DUI qui n'est pas référencé Ségur",
      aide: "demandez à l'éditeur son calendrier de référencement, ou passez en acquisition",
    };
  }
  return {
    ...commun,
    etat: 'a_verifier',
    message: 'dui_reference est vide, et la montée de version demande un DUI référencé Ségur',
    aide: 'remplissez dui_reference (oui ou non)',
  };
}
