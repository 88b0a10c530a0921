-- ecarts : ce qu'une autre lecture des exports compterait, par ESSMS, indicateur et cause ; des comptes, jamais un
-- identifiant, qui peuvent se recouper. Pour expliquer l'écart entre un chiffre déclaré et le calcul.
-- Règles : P1, P3, P5, N2 à N7, E1, E2. Utilisée par : src/indicateurs/lire-declares.ts.
WITH
  suivi AS (SELECT DISTINCT finess_et, id_dossier FROM projets),
  inscrit AS (SELECT DISTINCT finess_et, id_dossier FROM agenda WHERE n > 0),
  echec AS (
    SELECT DISTINCT finess_et, id_dossier
    FROM dmp_detail
    WHERE etat = 'echec' AND date_depot BETWEEN getvariable('debut') AND getvariable('fin')
  ),
  personne AS (
    SELECT
      p.*,
      dans_population AND NOT actif AND NOT indetermine AS inactif,
      traces <> 0 AND NOT a_trace AS hors_sejour,
      s.finess_et IS NOT NULL AS est_suivi,
      i.finess_et IS NOT NULL AS est_inscrit,
      x.finess_et IS NOT NULL AS a_echec
    FROM personnes p
    LEFT JOIN suivi s USING (finess_et, id_dossier)
    LEFT JOIN inscrit i USING (finess_et, id_dossier)
    LEFT JOIN echec x USING (finess_et, id_dossier)
  ),
  dossiers_comptes AS (
    SELECT
      finess_et,
      count_if(inactif) AS inactifs,
      count_if(indetermine) AS indetermines,
      count_if(hors_sejour) AS hors_sejour,
      count_if(NOT dans_population) AS hors_population,
      count_if(NOT dans_population AND a_projet) AS hors_population_projet,
      count_if(NOT dans_population AND a_depot) AS hors_population_depot,
      count_if(actif AND NOT a_projet AND est_suivi) AS projets_non_retenus,
      count_if(actif AND NOT a_evenement_periode AND a_evenement_existence) AS evenements_hors_periode,
      count_if(actif AND NOT a_evenement_existence AND est_inscrit) AS evenements_non_retenus,
      count_if(dans_population AND non_eligible) AS non_eligibles,
      count_if(dans_population AND a_depot AND non_eligible) AS depots_non_eligibles,
      count_if(dans_population AND NOT a_depot AND a_echec) AS depots_en_echec
    FROM personne
    GROUP BY finess_et
  ),
  messages_comptes AS (
    SELECT
      finess_et,
      count_if(sens IS NOT DISTINCT FROM 'recu' OR etat IS NOT DISTINCT FROM 'rejete') AS non_retenus,
      count(id_message) FILTER (retenu) - count(DISTINCT id_message) FILTER (retenu) AS en_double
    FROM (SELECT *, sens IS DISTINCT FROM 'recu' AND etat IS DISTINCT FROM 'rejete' AS retenu FROM mss_detail)
    WHERE date_envoi BETWEEN getvariable('debut') AND getvariable('fin')
    GROUP BY finess_et
  ),
  lignes AS (
    SELECT 'dossiers' AS nom, finess_et, sort, count(*) AS n FROM lignes_dossiers GROUP BY ALL
    UNION ALL
    SELECT 'projets', finess_et, sort, count(*) FROM lignes_projets GROUP BY ALL
    UNION ALL
    SELECT 'agenda', finess_et, sort, sum(n) FROM lignes_agenda GROUP BY ALL
    UNION ALL
    SELECT 'mssante', finess_et, sort, count(*) FROM lignes_mss_detail GROUP BY ALL
    UNION ALL
    SELECT 'dmp', finess_et, sort, count(*) FROM lignes_dmp_detail GROUP BY ALL
  ),
  causes AS (
    SELECT finess_et, unnest(['dossiers_actifs', 'projets', 'agenda']) AS indicateur, 'inactifs' AS cause, inactifs AS nombre
    FROM dossiers_comptes
    UNION ALL
    SELECT finess_et, unnest(['dossiers_actifs', 'projets', 'agenda']), 'indetermines', indetermines FROM dossiers_comptes
    UNION ALL
    SELECT finess_et, unnest(['dossiers_actifs', 'agenda']), 'hors_sejour', hors_sejour FROM dossiers_comptes
    UNION ALL
    SELECT finess_et, 'dossiers_actifs', 'hors_population', hors_population FROM dossiers_comptes
    UNION ALL
    SELECT finess_et, 'projets', 'hors_population', hors_population_projet FROM dossiers_comptes
    UNION ALL
    SELECT finess_et, 'dmp', 'hors_population', hors_population_depot FROM dossiers_comptes
    UNION ALL
    SELECT finess_et, 'projets', 'projets_non_retenus', projets_non_retenus FROM dossiers_comptes
    UNION ALL
    SELECT finess_et, 'agenda', 'evenements_hors_periode', evenements_hors_periode FROM dossiers_comptes
    UNION ALL
    SELECT finess_et, 'agenda', 'evenements_non_retenus', evenements_non_retenus FROM dossiers_comptes
    UNION ALL
    SELECT finess_et, unnest(['mssante', 'dmp']), 'non_eligibles', non_eligibles FROM dossiers_comptes
    UNION ALL
    SELECT finess_et, 'dmp', 'depots_non_eligibles', depots_non_eligibles FROM dossiers_comptes
    UNION ALL
    SELECT finess_et, 'dmp', 'depots_en_echec', depots_en_echec FROM dossiers_comptes
    UNION ALL
    SELECT finess_et, 'mssante', 'messages_non_retenus', non_retenus FROM messages_comptes
    UNION ALL
    SELECT finess_et, 'mssante', 'messages_en_double', en_double FROM messages_comptes
    UNION ALL
    SELECT finess_et, unnest(['dossiers_actifs', 'projets', 'agenda']), 'dossiers_rejetes', n
    FROM lignes
    WHERE nom = 'dossiers' AND sort = 'rejetee'
    UNION ALL
    SELECT finess_et, nom, 'lignes_rejetees', n FROM lignes WHERE nom <> 'dossiers' AND sort = 'rejetee'
    UNION ALL
    SELECT finess_et, nom, 'lignes_ecartees', n FROM lignes WHERE sort = 'sans_dossier'
  )
SELECT finess_et, indicateur, cause, nombre::INTEGER AS nombre
FROM causes
SEMI JOIN declares_periode USING (finess_et, indicateur)
WHERE nombre > 0
ORDER BY finess_et, indicateur, cause;
