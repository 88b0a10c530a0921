import { z } from 'zod';
import { SECTEURS, type Secteur } from '../../domaine/secteur.ts';
import { date, texte } from '../formes.ts';
import { schemaSource } from '../schema.ts';
import { FAITS, type Fait, PREUVES } from './modele.ts';

/** Le schéma de `regles/finess-categories.yaml`. */

const preuve = z.strictObject({
  preuve: z.enum(PREUVES, 'verifie ou propose est attendu'),
  source: texte,
});
const preuves = z.strictObject(
  Object.fromEntries(FAITS.map((fait) => [fait, preuve])) as Record<Fait, typeof preuve>,
);

const preuvePropre = preuve.exactOptional();
const preuvesPropres = z.strictObject(
  Object.fromEntries(FAITS.map((fait) => [fait, preuvePropre])) as Record<Fait, typeof preuvePropre>,
);

const secteurs = Object.keys(SECTEURS) as Secteur[];
const secteur = z
  .enum(['aucun', ...secteurs], `un secteur (${secteurs.join(', ')}) ou « aucun » est attendu`)
  .transform((valeur) => (valeur === 'aucun' ? null : valeur));

const jugement = z
  .enum(['oui', 'non', 'a_verifier'], 'oui, non ou a_verifier est attendu')
  .transform((valeur) => (valeur === 'a_verifier' ? null : valeur === 'oui'));

const agregat = z
  .string()
  .regex(/^(\d{4}|inconnu)$/, "un code d'agrégat à quatre chiffres, ou « inconnu », est attendu")
  .transform((valeur) => (valeur === 'inconnu' ? null : valeur));

const etat = z
  .enum(['active', 'fermee', 'inconnu'], 'active, fermee ou inconnu est attendu')
  .transform((valeur) => (valeur === 'inconnu' ? null : valeur === 'active'));

const categorie = z
  .strictObject({
    libelle: texte,
    agregat,
    etat,
    fin: date.optional(),
    secteur,
    essms: jugement,
    note: texte.optional(),
    preuves: preuvesPropres.optional(),
  })
  .refine(({ etat, fin }) => fin === undefined || etat === false, {
    path: ['fin'],
    error: 'seule une catégorie fermée a une fin',
  })
  .refine(({ etat, fin }) => fin !== undefined || etat !== false, {
    path: ['fin'],
    error: "la fin d'une catégorie fermée est attendue (AAAA-MM-JJ)",
  })
  .refine(({ secteur, essms }) => secteur === null || essms !== false, {
    path: ['secteur'],
    error: "ce qui n'est pas un ESSMS n'a pas de secteur",
  });

export const schemaNomenclature = z.strictObject({
  sources: z.record(z.string(), schemaSource),
  preuves,
  categories: z.record(z.string().regex(/^\d{3}$/, 'un code de catégorie a trois chiffres'), categorie),
});
