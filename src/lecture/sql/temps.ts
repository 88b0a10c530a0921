import { cas, ident, liste, texte } from '../../moteur/sql.ts';
import type { Champ, DescriptionTable } from '../../tables/description.ts';
import { normaliser, sqlNormaliser } from '../../tables/normaliser.ts';
import { aFormeFinessSql, estCle, estDateNulle, lireCle, lireValeur } from './champ.ts';
import { cellule, contexteDe, estFourni, lireCellules, type Relation } from './lecture-csv.ts';
import { celluleEnCause, examinerCle, examinerStructure, examinerValeur, premierRejet } from './motifs.ts';
import { clesDe, estAgregee, TYPES_SQL } from './tables.ts';

/*
 * La lecture d'une ligne se fait en deux temps. Le premier, ligne à ligne, ne touche que ce qui doit l'être :
 * structure, dates, nombres, codes. Le second lit les clés (FINESS, identifiants) : une table agrégée ne le
 * paie qu'une fois par groupe de lignes de mêmes clés, pas une fois par ligne.
 */

/** Valeurs reconnues sans normalisation quand elles apparaissent en tête du fichier. */
const TYPES_COURTS = 24;

/** Les champs dont une cellule peut être une date de zéros, dans l'ordre des bits de `alertes`. */
export function champsAlertes(table: DescriptionTable): readonly Champ[] {
  return table.champs.filter(({ type, obligatoire }) => type === 'date' && !obligatoire);
}

export const SANS_ALERTE = '0';

/** Les bits des dates de zéros d'une ligne ; `SANS_ALERTE` si l'export n'a aucune de ces dates. */
export function alertes(relation: Relation): string {
  const bits = champsAlertes(relation.fichiers[0].table).flatMap((champ, rang) =>
    estFourni(relation, champ)
      ? [
          `CASE WHEN ${ident(champ.nom)} IS NULL AND ${estDateNulle(cellule(relation, champ))} THEN ${1 << rang} ELSE 0 END`,
        ]
      : [],
  );
  return bits.length === 0 ? SANS_ALERTE : bits.join(' + ');
}

/** N5 : un événement compte s'il n'est pas annulé et si `types_exclus` n'écarte pas son type. */
function estRetenu(relation: Relation): string {
  const [{ table, fichier, echantillon }] = relation.fichiers;
  if (table.nom !== 'agenda') return 'true';
  const nonAnnule = `"statut" IS DISTINCT FROM 'annule'`;
  const type = table.champs.find(({ nom }) => nom === 'type');
  if (!type || fichier.source.types_exclus.length === 0) return nonAnnule;
  const vue = cellule(relation, type);
  const exclus = fichier.source.types_exclus.map(normaliser);
  const courtes = (echantillon.get(type.nom) ?? [])
    .slice(0, TYPES_COURTS)
    .map((valeur) => [`${vue} = ${texte(valeur)}`, String(exclus.includes(normaliser(valeur)))] as const);
  const longue = `coalesce(${sqlNormaliser(vue)} IN ${liste(exclus, '()')}, false)`;
  return `${nonAnnule} AND NOT ${cas(courtes, longue)}`;
}

/** Les valeurs typées d'une relation ; une colonne que l'export n'a pas vaut NULL. */
function typer(relation: Relation, valeurs: readonly Champ[]): string[] {
  return valeurs.map((champ) => {
    const lue = estFourni(relation, champ)
      ? lireValeur(champ, cellule(relation, champ), contexteDe(relation, champ))
      : `NULL::${TYPES_SQL[champ.type]}`;
    return `${lue} AS ${ident(champ.nom)}`;
  });
}

/**
 * Premier temps, une ligne par enregistrement : `fichier`, les cellules des clés (`k_…`), les valeurs typées,
 * `retenu` (tables agrégées), `rejet` (rang de la cause, 0 si lisible), `alertes`, et si `localiser` :
 * `ligne` et `valeur`.
 */
export function premierTemps(relation: Relation, localiser: boolean): string {
  const { table } = relation.fichiers[0];
  const valeurs = table.champs.filter((champ) => !estCle(champ));
  const fournies = valeurs.filter((champ) => estFourni(relation, champ));
  const examens = [
    ...examinerStructure(relation),
    ...fournies.map((champ) => examinerValeur(relation, champ, contexteDe(relation, champ))),
  ];
  // Une table agrégée ne garde pas ses dates, et une date exclue en rejette la ligne : la borner ne servirait à rien.
  const bornees = fournies
    .filter(({ type }) => type === 'date' && !estAgregee(table))
    .map(({ nom }) => `annee_admise(${ident(nom)}) AS ${ident(nom)}`);
  const colonnes = [
    'fichier',
    ...(localiser ? ['ligne', `${celluleEnCause(examens)} AS valeur`] : []),
    ...clesDe(table).map((champ) => `${cellule(relation, champ)} AS ${ident(`k_${champ.nom}`)}`),
    ...valeurs.map(({ nom }) => ident(nom)),
    ...(estAgregee(table) ? [`${estRetenu(relation)} AS retenu`] : []),
    'rejet',
    'alertes',
  ];
  const typees = `SELECT ${['*', ...typer(relation, valeurs)].join(', ')} FROM (${lireCellules(relation, localiser)})`;
  const justes = bornees.length > 0 ? `SELECT * REPLACE (${bornees.join(', ')}) FROM (${typees})` : typees;
  return `SELECT ${colonnes.join(', ')} FROM (
    SELECT *, (${premierRejet(examens, '0')})::UTINYINT AS rejet, (${alertes(relation)})::UINTEGER AS alertes
    FROM (${justes}))`;
}

/** Le nom de la valeur d'une clé : `finess_et` n'est connu qu'après `alias_finess` (P7). */
export function nomDeCle({ nom }: Champ): string {
  return nom === 'finess_et' ? 'finess_brut' : nom;
}

/**
 * Second temps, sur les lignes du premier ou sur leurs groupes : les `k_…` deviennent des valeurs
 * (`finess_brut` pour finess_et), `rejet` et `valeur` sont complétés. Un FINESS de forme fausse vaut NULL.
 */
export function secondTemps(table: DescriptionTable, premier: string, localiser: boolean): string {
  const cles = clesDe(table);
  const examens = cles.flatMap((champ) => examinerCle(table, champ, ident(nomDeCle(champ))));
  const lues = cles.map((champ) => `${lireCle(champ, ident(`k_${champ.nom}`))} AS ${ident(nomDeCle(champ))}`);
  const remplacees = [
    ...(localiser ? [`coalesce(valeur, ${celluleEnCause(examens)}) AS valeur`] : []),
    ...cles
      .filter(({ type }) => type === 'finess')
      .map((champ) => ident(nomDeCle(champ)))
      .map((nom) => `CASE WHEN ${aFormeFinessSql(nom)} THEN ${nom} END AS ${nom}`),
  ];
  return `SELECT * EXCLUDE (${cles.map(({ nom }) => ident(`k_${nom}`)).join(', ')}) REPLACE (${remplacees.join(', ')}) FROM (
    SELECT * REPLACE ((CASE WHEN rejet > 0 THEN rejet ELSE ${premierRejet(examens, '0')} END)::UTINYINT AS rejet) FROM (
      SELECT *, ${lues.join(', ')} FROM (${premier})))`;
}
