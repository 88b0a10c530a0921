import { z } from 'zod';
import { date, FORMES, texte } from './formes.ts';
import { LECTURES, TYPES, type TypeRegle } from './modele.ts';

/** Le schéma d'un fichier de règles. Ce qui lie deux champs (sources, périodes, exemples) : verifier.ts. */

const dateDeSource = z
  .string('une date, ou « inconnue », est attendue')
  .regex(/^(\d{4}(-\d{2}(-\d{2})?)?|inconnue)$/, 'AAAA, AAAA-MM, AAAA-MM-JJ ou « inconnue » est attendu')
  .transform((valeur) => (valeur === 'inconnue' ? null : valeur));

export const schemaSource = z.strictObject({
  titre: texte,
  date: dateDeSource,
  fichier: texte.optional(),
});

const dateOuNull = z.union([z.enum(['null', '~', '']).transform(() => null), date], {
  error: 'une date AAAA-MM-JJ, ou null, est attendue',
});

export const champsValeur = {
  debut: date,
  fin: dateOuNull,
  lecture: z.enum(LECTURES),
  raison: texte.optional(),
  source: texte,
  lieu: texte,
  citation: texte.optional(),
  reserve: texte.optional(),
  verifie_le: z.union([z.literal('non').transform(() => null), date], {
    error: 'une date AAAA-MM-JJ, ou « non », est attendue',
  }),
};

/** Un texte nu redevient ce qu'il dit : nombre, oui/non de YAML, vide. */
function typer(valeur: unknown): unknown {
  if (Array.isArray(valeur)) return valeur.map(typer);
  if (typeof valeur === 'object' && valeur !== null) {
    return Object.fromEntries(Object.entries(valeur).map(([cle, une]) => [cle, typer(une)]));
  }
  if (valeur === 'true' || valeur === 'false') return valeur === 'true';
  if (valeur === 'null') return null;
  return typeof valeur === 'string' && /^-?\d+(\.\d+)?$/.test(valeur) ? Number(valeur) : valeur;
}

const cas = z
  .record(z.string(), z.unknown(), 'des couples « clé: valeur » sont attendus')
  .transform((valeur) => typer(valeur) as Record<string, unknown>);

export const schemaExemple = z.strictObject({ situation: cas, attendu: cas, note: texte.optional() });

/** `exemples` peut manquer au schéma : son absence a sa propre anomalie. */
const schemaExemples = z.union([z.array(schemaExemple), z.strictObject({ aucun: texte })]).optional();

function regle<T extends TypeRegle>(type: T) {
  const valeur = z.strictObject({ ...champsValeur, valeur: FORMES[type].optional() });
  return z.strictObject({
    titre: texte,
    type: z.literal(type),
    unite: z.enum(TYPES[type]),
    valeurs: z.array(valeur, 'une liste de valeurs datées est attendue').min(1),
    exemples: schemaExemples,
  });
}

const types = Object.keys(TYPES) as TypeRegle[];
const [premier, ...autres] = types.map(regle);
if (premier === undefined) throw new Error('aucun type de règle');
const schemaRegle = z.discriminatedUnion('type', [premier, ...autres]);

const IDENTIFIANT = /^[a-z][a-z0-9_]*(\.[a-z0-9_]+)+$/;
const identifiant = z
  .string()
  .regex(IDENTIFIANT, 'un identifiant est fait de mots sans accent, séparés par des points');

export const schemaFichier = z.strictObject({
  sources: z.record(z.string(), schemaSource).default({}),
  regles: z.record(identifiant, schemaRegle).default({}),
});

export type FichierDeRegles = z.output<typeof schemaFichier>;
export type RegleLue = FichierDeRegles['regles'][string];
