/** Le SQL de `reference-complete.mjs` : une table par fichier, puis les comptes par ESSMS et les lignes par sort. */

const DEBUT = "DATE '2025-09-01'";
const FIN = "DATE '2025-09-30'";

/** Le sort d'une ligne : son rang ici. Une ligne de rang 1 à 8 est rejetée. */
export const CAUSES = [
  'retenue',
  'ligne.entete_repete',
  'ligne.colonnes_en_trop',
  'ligne.colonnes_manquantes',
  'champ.vide',
  'champ.date_autre_format',
  'champ.date_invalide',
  'champ.code_inconnu',
  'finess.format',
  'perimetre.essms_inconnu',
  'dossier.inconnu',
];
const rang = (cause) => CAUSES.indexOf(cause);

/** Tout en texte : une cellule absente vaut NULL, une cellule vide '', une colonne de trop remplit `trop`. */
const csv = (chemin, colonnes) =>
  `read_csv('${chemin.replaceAll("'", "''")}', delim = ';', quote = '"', escape = '"', header = true, auto_detect = false, ignore_errors = true, null_padding = true, nullstr = '\u0001', columns = {${[...colonnes, 'trop'].map((nom) => `${nom}: 'VARCHAR'`).join(', ')}})`;

const jour = (colonne) =>
  `CASE WHEN try_cast(${colonne} AS TIMESTAMP) BETWEEN TIMESTAMP '1900-01-01' AND TIMESTAMP '2200-12-31 23:59:59' THEN try_cast(${colonne} AS TIMESTAMP)::DATE END`;
const masque = (colonne) =>
  `CASE WHEN ${colonne} BETWEEN ${DEBUT} AND ${FIN} THEN 1 << (${colonne} - ${DEBUT})::INTEGER ELSE 0 END`;
/** Au-delà des jours du mois : un événement retenu, de toute date. Un agrégat de moins. */
const EXISTE = '(1::BIGINT << 40)';

const structure = (derniere) =>
  `WHEN trop IS NOT NULL THEN ${rang('ligne.colonnes_en_trop')} WHEN ${derniere} IS NULL THEN ${rang('ligne.colonnes_manquantes')}`;
const date = (lue, cellule, siVide) =>
  `WHEN ${lue} IS NULL AND ${siVide ? 'true' : `${cellule} <> ''`} THEN CASE ${siVide ? `WHEN ${cellule} = '' THEN ${siVide}` : ''} WHEN try_strptime(left(${cellule}, 10), '%d/%m/%Y') IS NOT NULL THEN ${rang('champ.date_autre_format')} ELSE ${rang('champ.date_invalide')} END`;
const code = (cellule, codes, siVide) =>
  `WHEN ${cellule} NOT IN (${codes.map((un) => `'${un}'`).join(', ')}${siVide ? '' : ", ''"}) THEN ${siVide ? `CASE WHEN ${cellule} = '' THEN ${siVide} ELSE ${rang('champ.code_inconnu')} END` : rang('champ.code_inconnu')}`;
const VIDE = rang('champ.vide');

/** Les clés se jugent après le reste : sur les groupes, pour l'agenda. */
const cles = (
  rejet,
) => `CASE WHEN finess_et = 'finess_et' THEN ${rang('ligne.entete_repete')} WHEN ${rejet} > 0 THEN ${rejet}
  WHEN finess_et = '' THEN ${VIDE} WHEN NOT regexp_full_match(finess_et, '[0-9]{9}|2[AB][0-9]{7}') THEN ${rang('finess.format')}
  WHEN id_dossier = '' THEN ${VIDE} ELSE 0 END`;

/** E2 : le sort d'une ligne lisible, d'après le périmètre et les dossiers. */
const trier = (lignes, dossier) => `SELECT l.* EXCLUDE (rejet), CASE WHEN rejet > 0 THEN rejet
  WHEN e.finess_et IS NULL THEN ${rang('perimetre.essms_inconnu')}
  ${dossier ? `WHEN c.finess_et IS NOT NULL AND d.id_dossier IS NULL THEN ${rang('dossier.inconnu')}` : ''} ELSE 0 END::UTINYINT AS sort
  FROM (${lignes}) l LEFT JOIN essms e USING (finess_et)
  ${dossier ? 'LEFT JOIN couverts c USING (finess_et) LEFT JOIN personnes d USING (finess_et, id_dossier)' : ''}`;

const SANS_DMP = `SELECT ''::VARCHAR AS finess_et, ''::VARCHAR AS id_dossier, NULL::DATE AS jour, '' AS etat, 0 AS rejet WHERE false`;

export const TABLES = [
  {
    nom: 'essms',
    creer: (chemin) =>
      `CREATE TABLE essms AS SELECT finess_et FROM ${csv(chemin, ['finess_et', 'finess_ej', 'raison_sociale', 'secteur', 'places'])}`,
  },
  {
    nom: 'dossiers',
    // P1, P2 : les jours couverts ; une sortie d'avant l'entrée ne compte pas.
    creer: (chemin) => `CREATE TABLE dossiers AS ${trier(
      `SELECT * EXCLUDE (brut), ${cles('brut')} AS rejet FROM (
        SELECT finess_et, id_dossier, entree, sortie, activite,
          CASE ${structure('date_derniere_activite')} ${date('entree', 'date_entree')} ${date('sortie', 'date_sortie')} ${date('activite', 'date_derniere_activite')} ELSE 0 END AS brut
        FROM (SELECT *, ${jour('date_entree')} AS entree, ${jour('date_sortie')} AS sortie, ${jour('date_derniere_activite')} AS activite
          FROM ${csv(chemin, ['finess_et', 'id_dossier', 'date_entree', 'date_sortie', 'date_derniere_activite'])}))`,
      false,
    )};
    CREATE TABLE personnes AS SELECT finess_et, id_dossier,
      bit_or(CASE WHEN entree <= ${FIN} AND coalesce(sortie >= ${DEBUT} OR sortie < entree, true) THEN
        (1 << (CASE WHEN sortie >= entree AND sortie < ${FIN} THEN sortie - ${DEBUT} ELSE ${FIN} - ${DEBUT} END + 1)::INTEGER) - (1 << greatest(entree - ${DEBUT}, 0)::INTEGER)
        ELSE 0 END) AS couverts,
      bit_or(${masque('activite')}) AS traces,
      coalesce(bool_or(activite > ${FIN}), false) AS plus_tard
    FROM dossiers WHERE sort = 0 GROUP BY ALL;
    CREATE TABLE couverts AS SELECT DISTINCT finess_et FROM personnes`,
  },
  {
    nom: 'projets',
    creer: (chemin) =>
      `CREATE TABLE projets AS ${trier(
        `SELECT * EXCLUDE (brut), ${cles('brut')} AS rejet FROM (
        SELECT finess_et, id_dossier, statut, jour,
          CASE ${structure('date_debut')} ${code('statut', ['en_preparation', 'actif', 'en_pause', 'termine', 'annule'], VIDE)} ${date('jour', 'date_debut')} ELSE 0 END AS brut
        FROM (SELECT *, ${jour('date_debut')} AS jour FROM ${csv(chemin, ['finess_et', 'id_dossier', 'statut', 'date_debut'])}))`,
        true,
      )}`,
  },
  {
    nom: 'dmp',
    creer: (chemin) =>
      `CREATE TABLE dmp AS ${trier(
        chemin === null
          ? SANS_DMP
          : `SELECT * EXCLUDE (brut), ${cles('brut')} AS rejet FROM (
        SELECT finess_et, id_dossier, jour, etat,
          CASE ${structure('etat')} ${date('jour', 'date_depot', VIDE)} ${code('etat', ['depose', 'echec'])} ELSE 0 END AS brut
        FROM (SELECT *, ${jour('date_depot')} AS jour FROM ${csv(chemin, ['finess_et', 'id_dossier', 'date_depot', 'etat'])}))`,
        true,
      )}`,
  },
  {
    nom: 'agenda',
    creer: (chemin) =>
      `CREATE TABLE agenda AS ${trier(
        `SELECT * EXCLUDE (brut), ${cles('brut')} AS rejet FROM (
        SELECT finess_et, id_dossier, brut, count(*) AS n, bit_or(jours) AS jours
        FROM (SELECT finess_et, id_dossier, CASE WHEN statut = 'annule' THEN 0 ELSE ${EXISTE} | ${masque('jour')} END AS jours,
            (CASE ${structure('type')} ${date('jour', 'date_debut', VIDE)} ${code('statut', ['planifie', 'valide', 'realise', 'annule'])} ELSE 0 END)::UTINYINT AS brut
          FROM (SELECT *, ${jour('date_debut')} AS jour FROM ${csv(chemin, ['finess_et', 'id_dossier', 'date_debut', 'statut', 'type'])}))
        GROUP BY ALL)`,
        true,
      )}`,
  },
];

/** P3, N1 à N5, N7 ; R (section 6) : lignes de `dossiers` rejetées dont le FINESS est lisible. */
export const COMPTES = `
  WITH evenement AS (SELECT finess_et, id_dossier, jours FROM agenda WHERE sort = 0),
  projet AS (
    SELECT finess_et, id_dossier, bit_or(${masque('jour')}) AS jours,
      bool_or(statut = 'en_preparation' OR (statut = 'actif' AND coalesce(jour <= ${FIN}, true))) AS retenu
    FROM projets WHERE sort = 0 GROUP BY ALL
  ),
  depot AS (SELECT finess_et, id_dossier, bit_or(${masque('jour')}) AS jours FROM dmp WHERE sort = 0 AND etat <> 'echec' GROUP BY ALL),
  situation AS (
    SELECT p.finess_et, couverts <> 0 AS present, plus_tard,
      (p.traces | coalesce(e.jours, 0) | coalesce(j.jours, 0) | coalesce(b.jours, 0)) & couverts <> 0 AS trace,
      coalesce(e.jours & couverts, 0) <> 0 AS periode, coalesce(e.jours, 0) <> 0 AS existence,
      coalesce(j.retenu, false) AS projet, coalesce(b.jours, 0) <> 0 AS depot
    FROM personnes p LEFT JOIN evenement e USING (finess_et, id_dossier)
    LEFT JOIN projet j USING (finess_et, id_dossier) LEFT JOIN depot b USING (finess_et, id_dossier)
  ),
  compte AS (
    SELECT finess_et, count(*) AS population, count_if(trace) AS actifs, count_if(NOT trace AND plus_tard) AS indetermines,
      count_if(trace AND projet) AS actifs_projet, count_if(trace AND periode) AS actifs_evenement_periode,
      count_if(trace AND existence) AS actifs_evenement_existence, count_if(depot) AS dmp
    FROM situation WHERE present GROUP BY finess_et
  ),
  rejet AS (
    SELECT finess_et, count(*) AS rejetes FROM dossiers
    WHERE sort BETWEEN 1 AND ${rang('finess.format')} AND regexp_full_match(finess_et, '[0-9]{9}|2[AB][0-9]{7}') GROUP BY finess_et
  )
  SELECT finess_et, COLUMNS(* EXCLUDE finess_et)::INTEGER FROM essms LEFT JOIN compte USING (finess_et) LEFT JOIN rejet USING (finess_et)
  ORDER BY finess_et`;

const sorts = (nom, n) =>
  `SELECT '${nom}' AS "table", sort::INTEGER AS cause, ${n}::INTEGER AS n FROM ${nom} GROUP BY ALL`;
export const DECOMPTE = `SELECT 'essms' AS "table", 0 AS cause, count(*)::INTEGER AS n FROM essms
  UNION ALL ${sorts('dossiers', 'count(*)')} UNION ALL ${sorts('projets', 'count(*)')}
  UNION ALL ${sorts('dmp', 'count(*)')} UNION ALL ${sorts('agenda', 'sum(n)')}`;
