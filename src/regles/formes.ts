import { z } from 'zod';
import { type DateCivile, lireDate } from '../domaine/date-civile.ts';
import { lireEuros } from '../domaine/montant.ts';
import { CODES_INDICATEURS } from '../domaine/resultat.ts';
import { SECTEURS, type Secteur } from '../domaine/secteur.ts';
import { LECTURES, type TypeRegle } from './modele.ts';

/*
 * La forme de la valeur de chaque type de règle. Le YAML est lu sans typage (tout est texte, comme écrit) : ce
 * fichier seul décide de ce qu'est un nombre, et un montant n'y passe jamais par un flottant.
 */

export const texte = z
  .string('un texte est attendu')
  .refine((valeur) => valeur.trim() !== '', 'un texte est attendu');

export const date = lu<DateCivile>(lireDate, 'une date AAAA-MM-JJ est attendue');

const euros = lu(
  (valeur) => (valeur.startsWith('-') ? null : lireEuros(valeur)),
  'un montant en euros est attendu : un nombre, deux décimales au plus (1232 ou 26611.20)',
);
const pourcent = lu(
  (valeur) => (/^\d{1,3}([.,]\d{1,2})?$/.test(valeur) ? Number(valeur.replace(',', '.')) : null),
  'un pourcentage est attendu, deux décimales au plus (70 ou 72,5)',
);
const nombre = lu(
  (valeur) => (/^\d{1,6}$/.test(valeur) ? Number(valeur) : null),
  'un nombre entier, zéro ou plus, est attendu',
);
const ouiNon = z.enum(['oui', 'non'], 'oui ou non est attendu').transform((valeur) => valeur === 'oui');

/** Lit un texte, ou dit ce qui était attendu. */
function lu<T>(lire: (valeur: string) => T | null, attendu: string) {
  return z.string(attendu).transform((valeur, contexte) => {
    const resultat = lire(valeur.trim());
    if (resultat !== null) return resultat;
    contexte.addIssue({ code: 'custom', message: attendu });
    return z.NEVER;
  });
}

/** Une tranche d'un barème : le montant par unité, de `de` à `a` compris (`null` : sans borne). */
const tranche = z.strictObject({
  code: texte,
  de: nombre,
  a: z.union([z.literal('sans borne').transform(() => null), nombre]),
  montant: euros,
  lecture: z.enum(LECTURES).exclude(['inconnue']),
});

export const FORMES = {
  montant: euros,
  /** Plein tarif, et tarif réduit au-delà du seuil. */
  forfait: z.strictObject({ plein: euros, reduit: euros }),
  bareme: z.array(tranche, 'une liste de tranches est attendue').min(1),
  taux: pourcent,
  duree: nombre,
  seuil: nombre,
  /** Les premiers au plein tarif, et le rang après lequel on compte les tarifs réduits. */
  degressivite: z.strictObject({ pleins: nombre, reduits_apres: nombre }),
  date,
  liste: z.array(texte, 'une liste est attendue').min(1),
  condition: texte,
  dispense: z.strictObject({
    secteurs: z.array(z.enum(Object.keys(SECTEURS) as Secteur[])).min(1),
    indicateurs: z.array(z.enum(CODES_INDICATEURS)).min(1),
    eligible_sons: ouiNon,
  }),
} satisfies Record<TypeRegle, z.ZodType>;

export type Tranche = z.output<typeof tranche>;
export type Dispense = z.output<typeof FORMES.dispense>;
