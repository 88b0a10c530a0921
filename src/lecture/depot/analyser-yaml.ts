import { type Document, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { z } from 'zod';
import type { Recueil } from '../../domaine/anomalie.ts';
import { type DepotLu, NOM_DEPOT } from './depot-lu.ts';
import { noterErreurs } from './erreurs-schema.ts';
import { type Chemin, type Lu, ligneDe, situerDans } from './positions.ts';
import { schemaDepot } from './schema.ts';
import { verifierSources } from './sources.ts';

/** Un texte nu fait de chiffres : YAML l'aurait lu comme un nombre, et mangé son zéro de tête. */
const NUMERIQUE = /^\d[\d.]*([eE]\+?\d+)?$/;

/** Les clés sous lesquelles un texte est un numéro FINESS. */
const CLES_FINESS = new Set(['alias_finess', 'porteur_finess_ej', 'finess_et', 'finess_ej', 'couvre']);

/** Les fautes de YAML les plus courantes ; les autres gardent leur code. */
const FAUTES: Readonly<Record<string, string>> = {
  BAD_INDENT: 'une ligne est mal alignée, ou une parenthèse, un crochet ou une accolade reste ouvert',
  TAB_AS_INDENT: 'une tabulation aligne une ligne : YAML veut des espaces',
  MISSING_CHAR: 'il manque un guillemet, un crochet, une accolade ou un deux-points',
  DUPLICATE_KEY: 'clé écrite deux fois',
  MULTIPLE_DOCS: 'un seul document est attendu, sans séparation « --- »',
  BAD_SCALAR_START: 'une valeur commence par un caractère réservé : mettez-la entre guillemets',
  RESOURCE_EXHAUSTION: 'trop de niveaux imbriqués',
  UNEXPECTED_TOKEN: "un caractère n'est pas à sa place",
  MULTILINE_IMPLICIT_KEY: 'une clé tient sur plusieurs lignes : il manque sans doute un deux-points',
};

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

/** Une faute de YAML en entraîne d'autres : les premières suffisent à la trouver. */
const FAUTES_MONTREES = 3;

/** L'objet que dit le YAML ; `null` s'il renvoie à une ancre inconnue, ou à trop d'ancres. */
function deplier(document: Document): { readonly objet: unknown } | null {
  try {
    return { objet: document.toJS() ?? {} };
  } catch (erreur) {
    if (erreur instanceof ReferenceError) return null;
    throw erreur;
  }
}

function analyser(contenu: string, recueil: Recueil): (Lu & { readonly objet: unknown }) | null {
  const lignes = new LineCounter();
  const document = parseDocument(contenu, { schema: 'failsafe', lineCounter: lignes, prettyErrors: false });
  const refuser = (position: number, faute: string): void =>
    recueil.ajouter({
      code: 'depot.yaml_syntaxe',
      fichier: NOM_DEPOT,
      ligne: lignes.linePos(position).line,
      message: faute,
    });
  for (const { pos, code } of document.errors.slice(0, FAUTES_MONTREES)) {
    refuser(pos[0], FAUTES[code] ?? `YAML mal formé (${code})`);
  }
  if (document.errors.length > 0) return null;
  const deplie = deplier(document);
  if (!deplie) refuser(0, 'une ancre (*nom) est inconnue, ou les ancres se répètent sans fin');
  return deplie && { document, lignes, objet: deplie.objet };
}

function valeurDans(objet: unknown): (chemin: Chemin) => unknown {
  return (chemin) =>
    chemin.reduce<unknown>((noeud, pas) => (noeud as Record<PropertyKey, unknown> | undefined)?.[pas], objet);
}

/**
 * Lit le texte de `depot.yaml`. Rend `null` quand il est refusé ; les raisons, localisées, sont dans le recueil.
 */
export function lireTexteDepot(contenu: string, recueil: Recueil): DepotLu | null {
  const lu = analyser(contenu, recueil);
  if (!lu) return null;
  refuserFinessNus(lu, recueil);
  z.config(z.locales.fr());
  const situer = situerDans(lu);
  const resultat = schemaDepot.safeParse(lu.objet);
  if (!resultat.success) {
    noterErreurs(resultat.error, NOM_DEPOT, valeurDans(lu.objet), situer, recueil);
    return null;
  }
  for (const [chemin, constat] of verifierSources(resultat.data)) {
    recueil.ajouter({
      ...constat,
      fichier: NOM_DEPOT,
      ligne: situer(chemin),
      colonne: chemin.filter((pas) => typeof pas !== 'number').join('.'),
    });
  }
  return recueil.aRefus ? null : { depot: resultat.data, situer };
}
