import { sqlNormaliser } from '../../tables/normaliser.ts';

/** Version du schéma de l'index : un index d'une autre version se refait, il ne se devine pas. */
export const VERSION_INDEX = 1;

/** Les colonnes que les lecteurs remplissent, toutes en texte. */
const COLONNES_LUES = {
  lus_etablissements: [
    'source',
    'finess_et',
    'finess_ej',
    'nom',
    'nom_long',
    'categorie',
    'agregat',
    'departement',
    'acheminement',
    'siret',
    'ouvert',
    'date_ouverture',
    'date_fermeture',
  ],
  lus_entites: ['source', 'finess_ej', 'nom', 'ouverte', 'siren'],
} as const;

export function creerTablesLues(): string {
  const table = (nom: keyof typeof COLONNES_LUES): string =>
    `CREATE TEMP TABLE ${nom} (${COLONNES_LUES[nom].map((colonne) => `${colonne} VARCHAR`).join(', ')});`;
  return `${table('lus_etablissements')}
    ${table('lus_entites')}
    CREATE TABLE fichiers (rang USMALLINT, nom VARCHAR, format VARCHAR, date_extraction DATE, sha256 VARCHAR,
      octets BIGINT, enregistrements INTEGER, etablissements INTEGER, entites INTEGER, ignores INTEGER, rejets INTEGER);
    CREATE TEMP TABLE categories (code VARCHAR, agregat VARCHAR);`;
}

/** Vrai si la clé de Luhn est juste, A valant 1 et B valant 2 ; un test l'accorde avec `aCleJuste`. */
export function sqlCleJuste(numero: string): string {
  const chiffre = (i: number): string => `ascii(translate(substr(${numero}, ${i + 1}, 1), 'AB', '12')) - 48`;
  const termes = Array.from({ length: 9 }, (_, i) =>
    i % 2 === 1 ? `2 * (${chiffre(i)}) - 9 * ((${chiffre(i)}) > 4)::INTEGER` : `(${chiffre(i)})`,
  );
  return `((${termes.join(' + ')}) % 10 = 0)`;
}

const date = (colonne: string): string =>
  `CASE WHEN try_cast(${colonne} AS DATE) BETWEEN DATE '1900-01-01' AND DATE '2200-12-31' THEN ${colonne}::DATE END`;

/**
 * Les mots d'un texte, sans accents, entre espaces : « E.H.P.A.D. ST-JEAN » donne « ehpad saint jean », comme le
 * cherche un usager.
 */
export function sqlMots(expression: string): string {
  const sansPoints = `regexp_replace(${expression}, '\\b([A-Za-z])\\.', '\\1', 'g')`;
  const mots = `' ' || ${sqlNormaliser(sansPoints)} || ' '`;
  return `replace(replace(${mots}, ' st ', ' saint '), ' ste ', ' sainte ')`;
}

/** Pour un numéro lu deux fois, l'extraction la plus récente l'emporte ; à date égale, le dernier fichier. */
const PLUS_RECENT = 'ORDER BY f.date_extraction DESC NULLS LAST, f.rang DESC';

/** Les tables que l'index garde, depuis celles que les lecteurs ont remplies. */
export function consolider(): string {
  return `
    CREATE TABLE etablissements AS
      SELECT l.finess_et, l.finess_ej, l.nom, l.nom_long, l.categorie, coalesce(l.agregat, c.agregat) AS agregat,
        l.departement, l.acheminement, l.siret, l.ouvert::BOOLEAN AS ouvert,
        ${date('l.date_ouverture')} AS date_ouverture, ${date('l.date_fermeture')} AS date_fermeture,
        ${sqlMots("concat_ws(' ', l.nom, l.nom_long)")} AS mots, ${sqlMots("coalesce(l.acheminement, '')")} AS lieu
      FROM lus_etablissements l JOIN fichiers f ON f.rang = l.source::USMALLINT
        LEFT JOIN categories c ON c.code = l.categorie
      QUALIFY row_number() OVER (PARTITION BY l.finess_et ${PLUS_RECENT}) = 1
      ORDER BY l.finess_et;
    CREATE TABLE entites AS
      SELECT l.finess_ej, l.nom, l.ouverte::BOOLEAN AS ouverte, l.siren
      FROM lus_entites l JOIN fichiers f ON f.rang = l.source::USMALLINT
      QUALIFY row_number() OVER (PARTITION BY l.finess_ej ${PLUS_RECENT}) = 1
      UNION ALL
      SELECT DISTINCT finess_ej, NULL, true, NULL FROM etablissements
      WHERE finess_ej NOT IN (SELECT finess_ej FROM lus_entites)
      ORDER BY finess_ej;
    CREATE TABLE version AS SELECT ${VERSION_INDEX} AS index_finess;
    CHECKPOINT;`;
}
