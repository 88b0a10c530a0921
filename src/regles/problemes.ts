import type { z } from 'zod';
import type { Constat } from '../domaine/anomalie.ts';
import { suggerer } from '../tables/suggestion.ts';
import { FORMES } from './formes.ts';
import { champsValeur, schemaExemple, schemaFichier, schemaSource } from './schema.ts';
import type { Chemin } from './yaml.ts';

type Probleme = z.core.$ZodIssue;

const CLES_REGLE = ['titre', 'type', 'unite', 'valeurs', 'exemples'];

/** Les clés permises à un endroit d'un fichier de règles. */
function clesPermises([racine, , partie, rang, champ]: Chemin): string[] {
  if (racine === undefined) return Object.keys(schemaFichier.shape);
  if (racine === 'sources') return Object.keys(schemaSource.shape);
  if (partie === undefined) return CLES_REGLE;
  if (partie === 'exemples') return rang === undefined ? ['aucun'] : Object.keys(schemaExemple.shape);
  if (champ === undefined) return ['valeur', ...Object.keys(champsValeur)];
  const { forfait, degressivite, dispense, bareme } = FORMES;
  return [forfait, degressivite, dispense, bareme.element].flatMap(({ shape }) => Object.keys(shape));
}

function cleInconnue(chemin: Chemin, cle: string): Constat {
  const permises = clesPermises(chemin);
  const proche = suggerer(cle, permises);
  return {
    code: 'regles.cle_inconnue',
    message: `clé « ${cle} » inconnue${chemin.length > 0 ? ` sous « ${chemin.join('.')} »` : ''}`,
    aide: proche ? `vouliez-vous dire « ${proche} » ?` : `clés connues ici : ${permises.join(', ')}`,
  };
}

function valeurHorsListe(cle: string, valeur: unknown, permises: readonly unknown[]): Constat {
  const mots = permises.map(String);
  const proche = typeof valeur === 'string' ? suggerer(valeur, mots) : null;
  return {
    code: 'regles.valeur_invalide',
    message: `${cle} : « ${String(valeur)} » n'est pas permis`,
    aide: proche ? `vouliez-vous dire « ${proche} » ?` : `choisissez parmi : ${mots.join(', ')}`,
  };
}

/** D'une alternative, la branche dont la forme est la bonne dit mieux ce qui ne va pas, et où. */
function preciser(probleme: Probleme): Probleme[] {
  if (probleme.code !== 'invalid_union' || probleme.errors.length === 0) return [probleme];
  const branche = probleme.errors.find((problemes) => problemes.every(({ path }) => path.length > 0));
  if (branche === undefined) return [probleme];
  return branche.flatMap((un) => preciser({ ...un, path: [...probleme.path, ...un.path] }));
}

/** Le constat d'un écart au schéma, et le chemin qu'il désigne. */
function constater(probleme: Probleme, valeurDe: (chemin: Chemin) => unknown): [Chemin, Constat][] {
  const { path } = probleme;
  const cle = String(path.at(-1) ?? 'fichier');
  const valeur = valeurDe(path);
  if (probleme.code === 'unrecognized_keys') {
    return probleme.keys.map((inconnue) => [[...path, inconnue], cleInconnue(path, inconnue)]);
  }
  if (valeur === undefined) {
    return [[path, { code: 'regles.cle_absente', message: `il manque « ${cle} »` }]];
  }
  if (probleme.code === 'invalid_value') return [[path, valeurHorsListe(cle, valeur, probleme.values)]];
  if (probleme.code === 'invalid_union' && probleme.discriminator === 'type') {
    return [[path, valeurHorsListe('type', valeur, Object.keys(FORMES))]];
  }
  const detail = probleme.code === 'invalid_key' ? probleme.issues[0] : undefined;
  const dit = typeof valeur === 'string' ? ` (« ${valeur} »)` : '';
  const message = `${cle} : ${detail?.message ?? probleme.message}${dit}`;
  return [[path, { code: 'regles.valeur_invalide', message }]];
}

/** Les constats d'un fichier que le schéma refuse, chacun avec le chemin de ce qui ne va pas. */
export function constaterEcarts({ issues }: z.ZodError, donnees: unknown): [Chemin, Constat][] {
  const valeurDe = (chemin: Chemin): unknown =>
    chemin.reduce<unknown>(
      (courant, pas) => (courant as Record<PropertyKey, unknown> | undefined)?.[pas],
      donnees,
    );
  return issues.flatMap(preciser).flatMap((un) => constater(un, valeurDe));
}
