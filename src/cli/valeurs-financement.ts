import { type DateCivile, lireDate } from '../domaine/date-civile.ts';
import { type Centimes, lireEuros } from '../domaine/montant.ts';
import { SECTEURS, type Secteur } from '../domaine/secteur.ts';
import { ErreurUsage } from './erreurs.ts';
import { choix } from './valeurs.ts';

/** Plus d'ESSMS qu'il n'y en a en France : une faute de frappe. */
const ESSMS_MAXIMUM = 99_999;

/** Un nombre d'ESSMS, à partir de `minimum`. Ce qui ne va pas est dit : négatif, fraction, zéro. */
export function nombreEssms(option: string, minimum: 0 | 1 = 1): (valeur: string) => number {
  return (valeur) => {
    const refuser = (pourquoi: string) =>
      new ErreurUsage(
        `${option} : « ${valeur} » ${pourquoi} ; écrivez un nombre entier d'ESSMS, ${minimum} ou plus.`,
      );
    if (/^-/.test(valeur)) throw refuser('est négatif');
    if (/^\d+[.,]\d+$/.test(valeur)) throw refuser("n'est pas entier");
    if (!/^\d+$/.test(valeur)) throw refuser("n'est pas un nombre");
    const nombre = Number(valeur);
    if (nombre < minimum) throw refuser('est trop petit');
    if (nombre > ESSMS_MAXIMUM) throw refuser("dépasse le nombre d'ESSMS du pays");
    return nombre;
  };
}

/** Une date AAAA-MM-JJ. */
export function dateCivile(option: string): (valeur: string) => DateCivile {
  return (valeur) => {
    const date = lireDate(valeur);
    if (date !== null) return date;
    throw new ErreurUsage(
      `${option} : « ${valeur} » n'est pas une date ; écrivez AAAA-MM-JJ, par exemple 2022-09-30.`,
    );
  };
}

export function annee(valeur: string): number {
  if (/^20\d\d$/.test(valeur)) return Number(valeur);
  throw new ErreurUsage(`--annee : « ${valeur} » n'est pas une année ; écrivez AAAA, par exemple 2022.`);
}

export function secteur(valeur: string): Secteur {
  return choix('--secteur', Object.keys(SECTEURS) as Secteur[])(valeur.toUpperCase() as Secteur);
}

/** Des euros, centimes permis : « 989000 », « 62092,80 », « 1 123 500 ». */
export function montantEuros(option: string): (valeur: string) => Centimes {
  return (valeur) => {
    const montant = lireEuros(valeur.replace(/[\s€]/g, ''));
    if (montant !== null && montant > 0) return montant;
    throw new ErreurUsage(
      `${option} : « ${valeur} » n'est pas un montant ; écrivez des euros, deux décimales au plus, par exemple 62092,80.`,
    );
  };
}

/** Un nombre d'heures, deux décimales au plus, rendu en centièmes. */
export function heures(option: string): (valeur: string) => number {
  return (valeur) => {
    const lues = lireEuros(valeur.replace(/\s/g, ''));
    if (lues !== null && lues > 0) return lues;
    throw new ErreurUsage(
      `${option} : « ${valeur} » n'est pas un nombre d'heures ; écrivez un nombre positif, par exemple 12500 ou 12500,5.`,
    );
  };
}

export function moisCivils(option: string): (valeur: string) => number {
  return (valeur) => {
    if (/^[1-9]\d?$/.test(valeur)) return Number(valeur);
    throw new ErreurUsage(`${option} : « ${valeur} » n'est pas un nombre de mois (1 à 99).`);
  };
}

/** Une option sans laquelle il n'y a rien à calculer : on refuse, avec un exemple qui marche. */
export function exiger<T>(valeur: T | undefined, option: string, exemple: string): T {
  if (valeur !== undefined) return valeur;
  throw new ErreurUsage(`il manque ${option}. Exemple : ${exemple}`);
}
