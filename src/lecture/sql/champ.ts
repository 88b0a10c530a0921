import { MOTIF_FINESS } from '../../domaine/finess.ts';
import { cas, liste, texte } from '../../moteur/sql.ts';
import { codesDe } from '../../tables/codes.ts';
import type { Champ, DescriptionTable } from '../../tables/description.ts';
import { MOTIF_MONTANT, sqlCentimes } from '../../tables/montant.ts';
import { normaliserValeur, sqlNormaliserValeur } from '../../tables/normaliser.ts';
import type { Source } from '../depot/schema.ts';
import { DATES_NULLES, FORMATS_DATE, type FormatDate, MOTIF_HEURE } from '../format-date.ts';
import type { ContexteChamp } from './lecture-csv.ts';

/*
 * Du texte d'une cellule à sa valeur, en SQL. Chaque expression rend NULL pour une cellule vide comme pour
 * une cellule illisible ; `illisible` distingue les deux. Les cas courants passent par un chemin court :
 * une expression régulière par cellule coûterait, sur 70 millions de lignes, plus que la lecture.
 */

/** Traductions retenues pour le chemin court d'une énumération. */
const TRADUCTIONS_COURTES = 12;

/** Espaces de toute sorte (insécable, fine) retirées aux deux bouts : macro de `requetes/macros.sql`. */
function rogner(expression: string): string {
  return `rogner(${expression})`;
}

/** Vrai si la cellule est absente ou faite d'espaces. */
function estVide(expression: string): string {
  return `(${expression} IS NULL OR ${expression} = '' OR ${rogner(expression)} = '')`;
}

/** Les heures les plus courantes, lues d'un bloc ; les autres passent par le motif. */
const HEURES = ['', ' %H:%M', ' %H:%M:%S'] as const;

function patronDe(strptime: string): string {
  return strptime.replace(/%Y/g, '____').replace(/%[mdHMS]/g, '__');
}

function branchesDate(brute: string, format: FormatDate): readonly (readonly [string, string])[] {
  const { motif, strptime, longueur } = FORMATS_DATE[format];
  const lire = (expression: string, forme: string): string =>
    `try_strptime(${expression}, ${texte(forme)})::DATE`;
  // `try_strptime` admettrait une espace en tête ; l'année qu'il y perd, ou une de deux chiffres, `annee_exclue` l'écarte.
  const courtes = HEURES.map((heure) => strptime + heure).map((forme) => {
    const patron = patronDe(forme);
    const garde = `strlen(${brute}) = ${patron.length} AND ${brute} LIKE ${texte(patron)}`;
    if (format !== 'AAAA-MM-JJ') return [`${garde} AND ${brute} >= '0'`, lire(brute, forme)] as const;
    // La conversion native coûte moitié moins, mais lirait « 24:00 » au jour suivant (D3).
    const jourMeme = forme === strptime ? '' : ` AND ${brute} NOT LIKE '____-__-__ 24%'`;
    return [garde + jourMeme, `try_cast(${brute} AS TIMESTAMP)::DATE`] as const;
  });
  const longue = `regexp_full_match(${rogner(brute)}, ${texte(motif + MOTIF_HEURE)})`;
  return [
    ...courtes,
    [`${brute} = ''`, 'NULL'],
    [longue, lire(`left(${rogner(brute)}, ${longueur})`, strptime)],
  ];
}

/** Une date, hors des bornes d'années comprise : `annee_exclue` les écarte au temps suivant. */
function lireDate(brute: string, formats: readonly FormatDate[]): string {
  return cas(
    formats.flatMap((format) => branchesDate(brute, format)),
    'NULL::DATE',
  );
}

/** Vrai pour une « date » faite de zéros, qui vaut vide. */
export function estDateNulle(brute: string): string {
  return `(left(${rogner(brute)}, 10) IN ${liste(DATES_NULLES, '()')})`;
}

/** Vrai si la cellule est une date juste, mais dans une autre forme que celle de sa colonne. */
export function estAutreFormat(brute: string, formats: readonly FormatDate[]): string {
  const autres = (['AAAA-MM-JJ', 'JJ/MM/AAAA'] as const).filter((format) => !formats.includes(format));
  return autres.length === 0 ? 'false' : `NOT annee_exclue(${lireDate(brute, autres)})`;
}

/** Le dictionnaire d'un champ à codes : les usages du champ, puis ce que `depot.yaml` en dit. */
function dictionnaire(table: DescriptionTable, champ: Champ, source: Source): Map<string, string> {
  const codes = new Map(codesDe(table.nom, champ.nom));
  for (const [usuelle, code] of Object.entries(source.valeurs[champ.nom] ?? {})) {
    codes.set(normaliserValeur(usuelle), codes.get(normaliserValeur(code)) ?? code);
  }
  return codes;
}

function traduire(brute: string, codes: ReadonlyMap<string, string>, vues: readonly string[]): string {
  const branches = [...codes].map(([normalisee, code]) => `WHEN ${texte(normalisee)} THEN ${texte(code)}`);
  const longue =
    branches.length === 0 ? 'NULL' : `CASE ${sqlNormaliserValeur(brute)} ${branches.join(' ')} END`;
  const courtes = vues.flatMap((vue) => {
    const code = codes.get(normaliserValeur(vue));
    return code === undefined ? [] : [[`${brute} = ${texte(vue)}`, texte(code)] as const];
  });
  return cas([[`${brute} = ''`, 'NULL'], ...courtes.slice(0, TRADUCTIONS_COURTES)], longue);
}

function sansEspaces(brute: string): string {
  return `regexp_replace(${brute}, '[\\s\\x{00A0}\\x{202F}]', '', 'g')`;
}

function lireMois(brute: string): string {
  const mois = rogner(brute);
  return cas(
    [
      [`regexp_full_match(${mois}, '(19|2[01])[0-9]{2}-(0[1-9]|1[0-2])')`, mois],
      [
        `regexp_full_match(${mois}, '(0[1-9]|1[0-2])/(19|2[01])[0-9]{2}')`,
        `right(${mois}, 4) || '-' || left(${mois}, 2)`,
      ],
    ],
    'NULL',
  );
}

/** L'expression typée d'un champ de valeur, depuis l'expression de sa cellule. */
export function lireValeur(champ: Champ, brute: string, contexte: ContexteChamp): string {
  switch (champ.type) {
    case 'date':
      return lireDate(brute, contexte.formats);
    case 'mois':
      return lireMois(brute);
    case 'entier':
      return `CASE WHEN regexp_full_match(${sansEspaces(brute)}, '[0-9]{1,9}([.,]0+)?') THEN regexp_extract(${sansEspaces(brute)}, '^[0-9]+')::INTEGER END`;
    case 'nombre':
      return `CASE WHEN regexp_full_match(${sansEspaces(brute)}, '[0-9]{1,12}([.,][0-9]{1,6})?') THEN replace(${sansEspaces(brute)}, ',', '.')::DECIMAL(18, 6) END`;
    case 'montant':
      return `CASE WHEN regexp_full_match(${rogner(brute)}, ${texte(MOTIF_MONTANT)}) THEN ${sqlCentimes(rogner(brute))} END`;
    case 'booleen':
      return `(${traduire(brute, dictionnaire(contexte.table, champ, contexte.source), contexte.vues)} = 'oui')`;
    default:
      return traduire(brute, dictionnaire(contexte.table, champ, contexte.source), contexte.vues);
  }
}

/** Les types dont la lecture attend le second temps : ils servent de clés aux tables agrégées. */
const TYPES_CLES: readonly Champ['type'][] = ['finess', 'identifiant', 'texte'];

export function estCle(champ: Champ): boolean {
  return TYPES_CLES.includes(champ.type);
}

/** La valeur d'une clé, depuis sa cellule ; un FINESS de forme fausse reste tel qu'il est écrit. */
export function lireCle(champ: Champ, brute: string): string {
  return champ.type === 'finess' ? `upper(${rogner(brute)})` : `nullif(${rogner(brute)}, '')`;
}

/** Vrai si la valeur lue est un numéro FINESS de bonne forme. */
export function aFormeFinessSql(expression: string): string {
  return `regexp_full_match(${expression}, ${texte(MOTIF_FINESS)})`;
}

/** Le jumeau SQL de `aCleJuste` : un export peut porter des millions de numéros. */
export function aCleJusteSql(numero: string): string {
  const chiffres = Array.from({ length: 9 }, (_, rang) => {
    const chiffre = `(ascii(substr(translate(${numero}, 'AB', '12'), ${rang + 1}, 1)) - 48)`;
    return rang % 2 === 0 ? chiffre : `(2 * ${chiffre} // 10 + 2 * ${chiffre} % 10)`;
  });
  return `((${chiffres.join(' + ')}) % 10 = 0)`;
}

/** Vrai si la cellule ne dit rien : une liste fermée tient aussi « - » pour vide, et une date ses zéros. */
export function neDitRien(champ: Champ, brute: string): string {
  if (champ.type === 'date') return `(${estVide(brute)} OR ${estDateNulle(brute)})`;
  if (champ.type === 'booleen' || champ.type === 'enumeration') {
    return `(${brute} IS NULL OR ${brute} = '' OR ${sqlNormaliserValeur(brute)} = '')`;
  }
  return estVide(brute);
}
