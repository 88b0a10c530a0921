import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Document, isMap, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml';
import { z } from 'zod';
import type { Recueil } from '../../domaine/anomalie.ts';
import { suggerer } from '../../tables/suggestion.ts';
import { type Depot, schemaDepot } from './schema.ts';

export const NOM_DEPOT = 'depot.yaml';

/** Un texte nu fait de chiffres : YAML l'aurait lu comme un nombre, et mangé son zéro de tête. */
const NUMERIQUE = /^\d[\d.]*([eE]\+?\d+)?$/;

/** Les clés sous lesquelles un texte est un numéro FINESS. */
const CLES_FINESS = new Set(['alias_finess', 'porteur_finess_ej', 'finess_et', 'finess_ej', 'couvre']);

type Chemin = readonly PropertyKey[];
interface Position {
  readonly ligne: number;
}

/** Une valeur de `depot.yaml` et la ligne où elle est écrite. */
interface Lu {
  readonly document: Document;
  readonly lignes: LineCounter;
}

function ligneDe({ lignes }: Lu, noeud: Node | null | undefined): number | null {
  const debut = noeud?.range?.[0];
  return debut === undefined ? null : lignes.linePos(debut).line;
}

/** La ligne du nœud le plus profond du chemin ; `cle` désigne alors une clé de ce nœud. */
function positionDe(lu: Lu, chemin: Chemin, cle?: string): Position | null {
  let noeud: unknown = lu.document.contents;
  let ligne = ligneDe(lu, lu.document.contents);
  for (const pas of cle === undefined ? chemin : [...chemin, cle]) {
    if (isMap(noeud)) {
      const paire = noeud.items.find(({ key }) => isScalar(key) && String(key.value) === String(pas));
      if (!paire) break;
      ligne = ligneDe(lu, paire.key as Node) ?? ligne;
      noeud = paire.value;
    } else if (typeof pas === 'number') {
      noeud = lu.document.getIn(chemin.slice(0, chemin.indexOf(pas) + 1) as (string | number)[], true);
      ligne = ligneDe(lu, noeud as Node) ?? ligne;
    } else break;
  }
  return ligne === null ? null : { ligne };
}

/** Les clés qu'un schéma permet à un endroit donné. */
function clesPermises(schema: z.ZodType, chemin: Chemin): string[] {
  let courants: z.ZodType[] = [schema];
  for (const pas of chemin) courants = courants.flatMap((un) => descendre(un, pas));
  return courants
    .flatMap((un) => deballer(un))
    .flatMap((un) => (un instanceof z.ZodObject ? Object.keys(un.shape) : []));
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

function noterCleInconnue(lu: Lu, recueil: Recueil, chemin: Chemin, cle: string): void {
  const permises = clesPermises(schemaDepot, chemin);
  const proche = suggerer(cle, permises);
  const ou = chemin.length > 0 ? ` sous « ${chemin.join('.')} »` : '';
  recueil.ajouter({
    code: 'depot.cle_inconnue',
    fichier: NOM_DEPOT,
    ligne: positionDe(lu, chemin, cle)?.ligne ?? null,
    colonne: [...chemin, cle].join('.'),
    message: `clé « ${cle} » inconnue${ou}`,
    aide: proche ? `vouliez-vous dire « ${proche} » ?` : `clés connues ici : ${permises.join(', ')}`,
  });
}

function noterErreurs(lu: Lu, recueil: Recueil, erreurs: readonly z.core.$ZodIssue[]): void {
  for (const erreur of erreurs) {
    if (erreur.code === 'unrecognized_keys') {
      for (const cle of erreur.keys) noterCleInconnue(lu, recueil, erreur.path, cle);
      continue;
    }
    const detail =
      erreur.code === 'invalid_key' || erreur.code === 'invalid_element' ? erreur.issues[0] : undefined;
    recueil.ajouter({
      code: erreur.path[0] === 'version' ? 'depot.version' : 'depot.type_invalide',
      fichier: NOM_DEPOT,
      ligne: positionDe(lu, erreur.path)?.ligne ?? null,
      colonne: erreur.path.join('.') || null,
      message: detail?.message ?? erreur.message,
    });
  }
}

/** Un FINESS non cité est une erreur, même quand il se lirait bien : le suivant perdrait son zéro de tête. */
function refuserFinessNus(lu: Lu, recueil: Recueil): void {
  visit(lu.document, {
    Scalar(cle, noeud, ancetres) {
      if (noeud.type !== 'PLAIN' || !NUMERIQUE.test(String(noeud.value))) return;
      const parents = ancetres.flatMap((un) =>
        'key' in un && isScalar(un.key) ? [String(un.key.value)] : [],
      );
      const proche = parents.some((nom) => CLES_FINESS.has(nom));
      if (!proche || (cle === 'key' && !parents.includes('alias_finess'))) return;
      recueil.ajouter({
        code: 'depot.finess_non_cite',
        fichier: NOM_DEPOT,
        ligne: ligneDe(lu, noeud),
        colonne: parents.at(-1) ?? null,
        valeur: String(noeud.value),
        message: 'numéro FINESS sans guillemets',
        aide: `écrivez "${String(noeud.value)}" entre guillemets`,
      });
    },
  });
}

/**
 * Lit `depot.yaml`. Un fichier absent vaut une configuration vide (noms canoniques). Rend `null` quand le
 * fichier est refusé ; les raisons, localisées, sont dans le recueil.
 */
export async function lireDepotYaml(dossier: string, recueil: Recueil): Promise<Depot | null> {
  let contenu: string;
  try {
    contenu = await readFile(join(dossier, NOM_DEPOT), 'utf8');
  } catch (erreur) {
    const { code } = erreur as NodeJS.ErrnoException;
    if (code === 'ENOENT') return schemaDepot.parse({ version: '1' });
    recueil.ajouter({ code: 'fichier.illisible', fichier: NOM_DEPOT, message: `lecture refusée (${code})` });
    return null;
  }
  const lignes = new LineCounter();
  const document = parseDocument(contenu, { schema: 'failsafe', lineCounter: lignes, prettyErrors: false });
  const lu = { document, lignes };
  for (const { pos, code } of document.errors) {
    recueil.ajouter({
      code: 'depot.yaml_syntaxe',
      fichier: NOM_DEPOT,
      ligne: lignes.linePos(pos[0]).line,
      message: code === 'DUPLICATE_KEY' ? 'clé écrite deux fois' : `YAML mal formé (${code})`,
    });
  }
  if (document.errors.length > 0) return null;
  refuserFinessNus(lu, recueil);
  z.config(z.locales.fr());
  const resultat = schemaDepot.safeParse(document.toJS() ?? {});
  if (!resultat.success) noterErreurs(lu, recueil, resultat.error.issues);
  return recueil.aRefus || !resultat.success ? null : resultat.data;
}
