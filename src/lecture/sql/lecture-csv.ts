import { ident, liste, texte } from '../../moteur/sql.ts';
import type { Champ, DescriptionTable } from '../../tables/description.ts';
import type { Source } from '../depot/schema.ts';
import type { FichierReconnu } from '../fichier-pret.ts';
import type { FormatDate } from '../format-date.ts';

/** Des fichiers de même table, source, dialecte, en-tête et formats : un seul `read_csv`. */
export interface Relation<F extends FichierReconnu = FichierReconnu> {
  readonly fichiers: readonly [F, ...F[]];
  /** Rang, dans le dépôt, du premier fichier ; les autres se suivent. */
  readonly premierRang: number;
}

/** Ce qu'il faut savoir d'un champ, hors de sa cellule, pour le lire. */
export interface ContexteChamp {
  readonly table: DescriptionTable;
  readonly source: Source;
  readonly formats: readonly FormatDate[];
  readonly vues: readonly string[];
}

/** Le contexte d'un champ dans une relation : les valeurs vues le sont dans tous ses fichiers. */
export function contexteDe({ fichiers }: Relation, champ: Champ): ContexteChamp {
  const [{ table, fichier, formats }] = fichiers;
  const vues = new Set(fichiers.flatMap(({ echantillon }) => echantillon.get(champ.nom) ?? []));
  return { table, source: fichier.source, formats: formats.get(champ.nom) ?? [], vues: [...vues] };
}

/** La cellule d'un champ : une constante du dépôt, une colonne du fichier, ou NULL. */
export function cellule({ fichiers: [{ positions, fichier }] }: Relation, champ: Champ): string {
  const constante = fichier.source.constantes[champ.nom];
  if (constante !== undefined) return texte(constante);
  const position = positions.get(champ.nom);
  return position === undefined ? 'NULL::VARCHAR' : `c${position}`;
}

/** Vrai si le champ a une colonne ou une constante dans ces fichiers. */
export function estFourni({ fichiers: [{ positions, fichier }] }: Relation, champ: Champ): boolean {
  return positions.has(champ.nom) || fichier.source.constantes[champ.nom] !== undefined;
}

/**
 * `read_csv`, tout en texte : sans le compte de rejets de DuckDB, qui se perd ; une colonne absente vaut NULL,
 * une cellule vide '', une colonne de trop remplit `_trop`. Une copie commence par `_ligne` et `_rejet`.
 */
function readCsv({ fichiers }: Relation): string {
  const [{ entetes, estCopie, separateur, fichier }] = fichiers;
  const colonnes = [...(estCopie ? ['_ligne', '_rejet'] : []), ...entetes.map((_, i) => `c${i}`), '_trop'];
  const guillemet = fichier.source.guillemets ? `'"'` : `''`;
  return `read_csv(${liste(fichiers.map(({ cheminLu }) => cheminLu))}, auto_detect = false, header = ${!estCopie}, delim = ${texte(separateur)}, quote = ${guillemet}, escape = ${guillemet}, ignore_errors = true, null_padding = true, nullstr = '\u0001', columns = {${colonnes.map((nom) => `${ident(nom)}: 'VARCHAR'`).join(', ')}})`;
}

/** La ligne physique : dite par la copie, ou déduite du rang de l'enregistrement dans la liste des fichiers. */
function ligne({ fichiers }: Relation): string {
  if (fichiers[0].estCopie) return '_ligne::INTEGER';
  let avant = 0;
  const debuts = fichiers.map(({ enregistrements, fichier: { nom } }) => {
    if (enregistrements === null) throw new Error(`lignes non comptées : ${nom}`);
    const debut = avant;
    avant += enregistrements;
    return debut;
  });
  return `(row_number() OVER () - [${debuts.join(', ')}][file_index::INTEGER + 1] + 1)::INTEGER`;
}

/** Le rang, dans le dépôt, du fichier d'une ligne : une constante si la relation n'en a qu'un. */
export function rangDeFichier({ fichiers, premierRang }: Relation): string {
  return `(${fichiers.length === 1 ? premierRang : `file_index::INTEGER + ${premierRang}`})::USMALLINT`;
}

/** Les cellules brutes : `fichier`, `ligne` si demandée, `c0`… et les colonnes de contrôle. */
export function lireCellules(relation: Relation, localiser: boolean): string {
  const { fichiers } = relation;
  const colonnes = [
    `${rangDeFichier(relation)} AS fichier`,
    ...(localiser ? [`${ligne(relation)} AS ligne`] : []),
    ...fichiers[0].entetes.map((_, i) => `c${i}`),
    '_trop',
    ...(fichiers[0].estCopie ? ['_rejet'] : []),
  ];
  return `SELECT ${colonnes.join(', ')} FROM ${readCsv(relation)}`;
}
