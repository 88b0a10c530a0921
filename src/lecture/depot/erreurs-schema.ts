import { z } from 'zod';
import type { Constat, Recueil } from '../../domaine/anomalie.ts';
import { suggerer } from '../../tables/suggestion.ts';
import type { Chemin, Situer } from './positions.ts';
import { schemaDepot } from './schema.ts';

type Probleme = z.core.$ZodIssue;

/** Les clés qu'un schéma permet à un endroit donné. */
function clesPermises(schema: z.ZodType, chemin: Chemin): string[] {
  let courants: z.ZodType[] = [schema];
  for (const pas of chemin) courants = courants.flatMap((un) => descendre(un, pas));
  return courants
    .flatMap((un) => deballer(un))
    .flatMap((un) => {
      if (un instanceof z.ZodObject) return Object.keys(un.shape);
      return un instanceof z.ZodRecord && un.keyType instanceof z.ZodEnum
        ? un.keyType.options.map(String)
        : [];
    });
}

function deballer(schema: z.ZodType): z.ZodType[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return deballer(schema.unwrap() as z.ZodType);
  }
  if (schema instanceof z.ZodPipe) return deballer(schema.in as z.ZodType);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => deballer(option as z.ZodType));
  return [schema];
}

function descendre(schema: z.ZodType, pas: PropertyKey): z.ZodType[] {
  return deballer(schema).flatMap((un) => {
    if (un instanceof z.ZodObject) return (un.shape[String(pas)] as z.ZodType | undefined) ?? [];
    if (un instanceof z.ZodArray) return typeof pas === 'number' ? [un.element as z.ZodType] : [];
    if (un instanceof z.ZodRecord) return [un.valueType as z.ZodType];
    return [];
  });
}

/**
 * D'une alternative (une source, ou une liste), la branche dont la forme est la bonne dit mieux que
 * l'alternative ce qui ne va pas, et où.
 */
function preciser(probleme: Probleme): Probleme[] {
  if (probleme.code !== 'invalid_union') return [probleme];
  const branche = probleme.errors.find((problemes) => problemes.every(({ path }) => path.length > 0));
  if (!branche) return [probleme];
  return branche.flatMap((un) => preciser({ ...un, path: [...probleme.path, ...un.path] }));
}

function cleInconnue(chemin: Chemin, cle: string, permises: readonly string[]): Constat {
  const proche = suggerer(cle, permises);
  const ou = chemin.length > 0 ? ` sous « ${chemin.join('.')} »` : '';
  return {
    code: 'depot.cle_inconnue',
    message: `clé « ${cle} » inconnue${ou}`,
    aide: proche ? `vouliez-vous dire « ${proche} » ?` : `clés connues ici : ${permises.join(', ')}`,
  };
}

function valeurInconnue({ path, values, message }: z.core.$ZodIssueInvalidValue, valeur: unknown): Constat {
  if (path[0] === 'version') return { code: 'depot.version', message };
  const permises = values.map((une) => (une === '\t' ? '\\t' : String(une)));
  const proche = typeof valeur === 'string' ? suggerer(valeur, permises) : null;
  return {
    code: 'depot.valeur_inconnue',
    message: `${String(path.at(-1))} : « ${String(valeur)} » n'est pas permis`,
    aide: proche ? `vouliez-vous dire « ${proche} » ?` : `choisissez parmi : ${permises.join(', ')}`,
  };
}

/** Le constat d'un problème de schéma, et le chemin qu'il désigne. */
function constats(probleme: Probleme, valeurDe: (chemin: Chemin) => unknown): [Chemin, Constat][] {
  const { path } = probleme;
  if (probleme.code === 'unrecognized_keys') {
    const permises = clesPermises(schemaDepot, path);
    return probleme.keys.map((cle) => [[...path, cle], cleInconnue(path, cle, permises)]);
  }
  if (probleme.code === 'invalid_value') return [[path, valeurInconnue(probleme, valeurDe(path))]];
  const detail = probleme.code === 'invalid_key' ? probleme.issues[0] : undefined;
  if (detail?.code === 'invalid_value') {
    return [[path, cleInconnue(path.slice(0, -1), String(path.at(-1)), detail.values.map(String))]];
  }
  return [[path, { code: 'depot.type_invalide', message: detail?.message ?? probleme.message }]];
}

/** Note chaque écart entre `depot.yaml` et son schéma, à sa ligne. */
export function noterErreurs(
  { issues }: z.ZodError,
  fichier: string,
  valeurDe: (chemin: Chemin) => unknown,
  situer: Situer,
  recueil: Recueil,
): void {
  for (const [chemin, constat] of issues.flatMap(preciser).flatMap((un) => constats(un, valeurDe))) {
    recueil.ajouter({ ...constat, fichier, ligne: situer(chemin), colonne: chemin.join('.') || null });
  }
}
