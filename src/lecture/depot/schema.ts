import { z } from 'zod';
import { lireDate } from '../../domaine/date-civile.ts';
import { aFormeFiness } from '../../domaine/finess.ts';
import { CODES_INDICATEURS, NIVEAUX } from '../../domaine/resultat.ts';
import { ENCODAGES } from '../encodage.ts';
import { FORMATS_DATE } from '../format-date.ts';

/*
 * Schéma de `depot.yaml`. Le YAML est lu sans typage (tout est texte, comme écrit) : un FINESS n'y perd
 * jamais son zéro de tête, et ce schéma seul décide de ce qu'est un nombre.
 */

const finess = z
  .string()
  .refine(aFormeFiness, 'un numéro FINESS est attendu : neuf chiffres, ou 2A/2B suivi de sept chiffres');

const dateCivile = z.string().transform((texte, contexte) => {
  const date = lireDate(texte);
  if (date === null) {
    contexte.addIssue({ code: 'custom', message: 'une date AAAA-MM-JJ est attendue' });
    return z.NEVER;
  }
  return date;
});

const entier = z
  .string()
  .regex(/^\d{1,6}$/, 'un nombre entier, zéro ou plus, est attendu')
  .transform(Number);

const pourcent = z
  .string()
  .regex(/^\d{1,3}([.,]\d{1,2})?$/, 'un pourcentage est attendu, avec deux décimales au plus (70 ou 72,5)')
  .transform((texte) => Number(texte.replace(',', '.')));

const listeDe = <T extends z.ZodType>(element: T) =>
  z.union([element.transform((seul) => [seul]), z.array(element)], {
    error: 'une valeur, ou une liste de valeurs, est attendue',
  });

const texte = z.string().refine((valeur) => !valeur.includes('\0'), 'un texte sans octet nul est attendu');

const chemin = texte.min(1, 'un chemin est attendu');

const ouiNon = z.enum(['oui', 'non'], { error: 'oui ou non est attendu' }).transform((v) => v === 'oui');

const SEPARATEURS = { auto: null, tabulation: '\t', '\\t': '\t', '\t': '\t', ';': ';', ',': ',', '|': '|' };

export const schemaSource = z.strictObject({
  logiciel: texte.optional(),
  fichiers: listeDe(chemin)
    .refine((chemins) => chemins.length > 0, 'un chemin au moins est attendu')
    .optional(),
  date_extraction: dateCivile.optional(),
  encodage: z.enum(['auto', ...ENCODAGES]).default('auto'),
  separateur: z
    .enum(Object.keys(SEPARATEURS) as (keyof typeof SEPARATEURS)[])
    .default('auto')
    .transform((nom) => SEPARATEURS[nom]),
  format_date: z
    .enum(['auto', ...(Object.keys(FORMATS_DATE) as (keyof typeof FORMATS_DATE)[])])
    .default('auto'),
  guillemets: ouiNon.default(true),
  colonnes: z.record(texte, texte).default({}),
  valeurs: z.record(texte, z.record(texte, texte)).default({}),
  constantes: z.record(texte, texte).default({}),
  lignes_ignorees: z
    .strictObject({ debut: entier.default(0), fin: entier.default(0) })
    .default({ debut: 0, fin: 0 }),
  types_exclus: listeDe(texte).default([]),
  couvre: listeDe(finess).default([]),
});

const source = z.union([schemaSource.transform((seule) => [seule]), z.array(schemaSource)], {
  error: 'une source (fichiers, colonnes…), ou une liste de sources, est attendue',
});

export const schemaDepot = z.strictObject({
  version: z.literal('1', { error: 'seule la version 1 de depot.yaml est connue' }),
  grappe: z
    .strictObject({
      nom: texte.optional(),
      porteur_finess_ej: finess.optional(),
      type_projet: texte.optional(),
      convention: dateCivile.optional(),
      essms_par_og: z.record(finess, entier).optional(),
      niveau_preuve: z.enum(NIVEAUX).optional(),
    })
    .default({}),
  convention: z
    .strictObject({
      date: dateCivile.optional(),
      niveau_preuve: z.enum(NIVEAUX).optional(),
      echeance: dateCivile.optional(),
      finess_et: listeDe(finess).optional(),
      cibles: z.partialRecord(z.enum(CODES_INDICATEURS), pourcent).optional(),
      pv_vsr: chemin.optional(),
      depenses: chemin.optional(),
    })
    .optional(),
  definitions: z
    .strictObject({
      dossier_actif: z.enum(['activite', 'ouvert', 'statut']).optional(),
      population: z.enum(['presence', 'fin_de_periode']).optional(),
      evenement_agenda: z.enum(['periode', 'existence']).optional(),
    })
    .default({}),
  cibles: z
    .partialRecord(z.enum(CODES_INDICATEURS), z.strictObject({ valeur: pourcent, reference: texte.min(1) }))
    .default({}),
  alias_finess: z.record(finess, finess).default({}),
  tables: z
    .strictObject({
      essms: source.optional(),
      effectifs: source.optional(),
      dossiers: source.optional(),
      activites: source.optional(),
      projets: source.optional(),
      agenda: source.optional(),
      mss: source.optional(),
      dmp: source.optional(),
      declares: source.optional(),
      depenses: source.optional(),
    })
    .default({}),
});

export type Depot = z.output<typeof schemaDepot>;
export type Source = z.output<typeof schemaSource>;
