import { lireDate, lireMois } from '../../src/domaine/date-civile.ts';
import type { TypeReference } from './champs.ts';

/** Rendu par une lecture impossible : la ligne est rejetée (E1). */
export const ILLISIBLE = Symbol('illisible');
export type Lu = string | null | typeof ILLISIBLE;

const HEURE = '(?:[ T]\\d{2}:\\d{2}(?::\\d{2})?Z?)?';
const ISO = new RegExp(`^(\\d{4}-\\d{2}-\\d{2})${HEURE}$`);
const FRANCAISE = new RegExp(`^(\\d{2})/(\\d{2})/(\\d{4})${HEURE}$`);

/** D3 : la date écrite, sans son heure ; 00/00/0000 vaut vide. */
function date(brut: string): Lu {
  if (brut === '00/00/0000') return null;
  const iso = ISO.exec(brut)?.[1];
  if (iso !== undefined) return lireDate(iso) ?? ILLISIBLE;
  const [, jour, mois, annee] = FRANCAISE.exec(brut) ?? [];
  return lireDate(`${annee}-${mois}-${jour}`) ?? ILLISIBLE;
}

function sansAccents(texte: string): string {
  return texte
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_');
}

function code(brut: string, liste: readonly string[]): Lu {
  return liste.find((admis) => sansAccents(admis) === sansAccents(brut)) ?? ILLISIBLE;
}

const OUI = ['oui', 'o', 'vrai', '1', 'x'];
const NON = ['non', 'n', 'faux', '0'];

function booleen(brut: string): Lu {
  if (OUI.includes(brut.toLowerCase())) return 'oui';
  return NON.includes(brut.toLowerCase()) ? 'non' : ILLISIBLE;
}

function entier(brut: string): Lu {
  const chiffres = brut.replace(/[\s\u00a0\u202f]/g, '');
  return /^\d+$/.test(chiffres) ? chiffres : ILLISIBLE;
}

/** E1 : le FINESS a neuf caractères, chiffres sauf 2A ou 2B en tête. */
export function aFormeDeFiness(brut: string): boolean {
  return /^([0-9]{2}|2A|2B)[0-9]{7}$/.test(brut);
}

/** Une cellule brute, lue selon son type ; `null` si elle vaut vide. */
export function lireValeur(brut: string, type: TypeReference): Lu {
  if (brut.trim() === '') return null;
  if (typeof type !== 'string') return code(brut, type);
  switch (type) {
    case 'finess':
      return aFormeDeFiness(brut) ? brut : ILLISIBLE;
    case 'date':
      return date(brut);
    case 'mois':
      return lireMois(brut) ?? ILLISIBLE;
    case 'entier':
      return entier(brut);
    case 'booleen':
      return booleen(brut);
    case 'texte':
      return brut;
  }
}
