-- va : le tableau de bord de la vérification d'aptitude, un ESSMS par ligne, sur F. NULL : rien ne permet de compter.
-- Règle : V1. Le détail l'emporte sur les décomptes, comme pour les indicateurs (N6, N7). Les dossiers de plusieurs mois
-- de décomptes ne s'additionnent pas (N8) : ils valent NULL. Utilisée par : src/suivi/releve/tableau-va.ts.
WITH
  depots AS (
    SELECT finess_et, id_dossier, ins_qualifiee
    FROM dmp_reussis
    WHERE date_depot BETWEEN getvariable('debut') AND getvariable('fin')
  ),
  documents AS (
    SELECT
      finess_et,
      count(*)::INTEGER AS documents,
      count_if(ins_qualifiee IS NULL)::INTEGER AS indecis,
      count_if(ins_qualifiee)::INTEGER AS avec_ins,
      count_if(NOT ins_qualifiee)::INTEGER AS sans_ins,
      count(DISTINCT id_dossier)::INTEGER AS dossiers
    FROM depots
    GROUP BY finess_et
  ),
  -- Un dossier que `dossiers` ne connaît pas n'en est pas un de plus : le message est comme sans dossier (N6, E2).
  envois AS (
    SELECT
      m.finess_et,
      m.id_message,
      m.destinataire,
      CASE WHEN c.finess_et IS NULL THEN m.id_dossier ELSE d.id_dossier END AS id_dossier
    FROM mss_envoyes m
    LEFT JOIN (SELECT DISTINCT finess_et FROM couverture WHERE nom = 'dossiers') c USING (finess_et)
    LEFT JOIN (SELECT DISTINCT finess_et, id_dossier FROM dossiers) d USING (finess_et, id_dossier)
    WHERE m.date_envoi BETWEEN getvariable('debut') AND getvariable('fin')
  ),
  messages AS (
    SELECT
      finess_et,
      (count(DISTINCT id_message) FILTER (destinataire = 'professionnel')
        + count_if(id_message IS NULL AND destinataire = 'professionnel'))::INTEGER AS professionnels,
      (count(DISTINCT id_message) FILTER (destinataire = 'usager')
        + count_if(id_message IS NULL AND destinataire = 'usager'))::INTEGER AS usagers,
      count_if(id_dossier IS NULL)::INTEGER AS sans_dossier,
      count(DISTINCT id_dossier) FILTER (destinataire = 'professionnel')::INTEGER AS dossiers_professionnel,
      count(DISTINCT id_dossier) FILTER (destinataire = 'usager')::INTEGER AS dossiers_usager
    FROM envois
    GROUP BY finess_et
  ),
  trois AS (
    SELECT d.finess_et, count(*)::INTEGER AS dossiers
    FROM (SELECT DISTINCT finess_et, id_dossier FROM depots) d
    WHERE
      (d.finess_et, d.id_dossier) IN (SELECT (finess_et, id_dossier) FROM envois WHERE destinataire = 'professionnel' AND id_dossier IS NOT NULL)
      AND (d.finess_et, d.id_dossier) IN (SELECT (finess_et, id_dossier) FROM envois WHERE destinataire = 'usager' AND id_dossier IS NOT NULL)
    GROUP BY d.finess_et
  ),
  mois AS (SELECT len(getvariable('mois_couverts')) AS n),
  decomptes_dmp AS (
    SELECT
      finess_et,
      count(DISTINCT mois) AS presents,
      CASE WHEN count(documents_ins_qualifiee) = count(*) THEN sum(documents_ins_qualifiee)::INTEGER END AS avec_ins,
      CASE WHEN count(documents_sans_ins) = count(*) THEN sum(documents_sans_ins)::INTEGER END AS sans_ins,
      sum(dossiers_alimentes)::INTEGER AS dossiers
    FROM dmp_decomptes
    WHERE list_contains(getvariable('mois_couverts'), mois)
    GROUP BY finess_et
  ),
  decomptes_mss AS (
    SELECT
      finess_et,
      count(DISTINCT mois) AS presents,
      sum(messages_professionnels)::INTEGER AS professionnels,
      sum(messages_usagers)::INTEGER AS usagers,
      CASE WHEN count(dossiers_mss_professionnel) = count(*) THEN sum(dossiers_mss_professionnel)::INTEGER END AS dossiers_professionnel,
      CASE WHEN count(dossiers_mss_usager) = count(*) THEN sum(dossiers_mss_usager)::INTEGER END AS dossiers_usager,
      CASE WHEN count(dossiers_trois_actions) = count(*) THEN sum(dossiers_trois_actions)::INTEGER END AS dossiers_trois
    FROM mss_decomptes
    WHERE list_contains(getvariable('mois_couverts'), mois)
    GROUP BY finess_et
  ),
  couvert AS (
    SELECT
      finess_et,
      count_if(nom = 'dmp_detail') > 0 AS dmp,
      count_if(nom = 'mss_detail') > 0 AS mss
    FROM couverture
    GROUP BY finess_et
  ),
  elements AS (
    SELECT
      e.finess_et,
      coalesce(c.dmp, false) AS dmp,
      coalesce(c.mss, false) AS mss,
      coalesce(dd.presents, 0) = m.n AS dmp_complet,
      coalesce(dm.presents, 0) = m.n AS mss_complet,
      m.n = 1 AS un_mois,
      coalesce(d.documents, 0) AS documents,
      coalesce(d.indecis, 0) = 0 AS ins_connues,
      coalesce(d.avec_ins, 0) AS avec_ins,
      coalesce(d.sans_ins, 0) AS sans_ins,
      coalesce(d.dossiers, 0) AS dossiers_dmp,
      coalesce(g.professionnels, 0) AS professionnels,
      coalesce(g.usagers, 0) AS usagers,
      coalesce(g.sans_dossier, 0) = 0 AS dossiers_connus,
      coalesce(g.dossiers_professionnel, 0) AS dossiers_professionnel,
      coalesce(g.dossiers_usager, 0) AS dossiers_usager,
      coalesce(t.dossiers, 0) AS dossiers_trois,
      dd.avec_ins AS dd_avec,
      dd.sans_ins AS dd_sans,
      dd.dossiers AS dd_dossiers,
      dm.professionnels AS dm_professionnels,
      dm.usagers AS dm_usagers,
      dm.dossiers_professionnel AS dm_dossiers_professionnel,
      dm.dossiers_usager AS dm_dossiers_usager,
      dm.dossiers_trois AS dm_trois
    FROM essms e
    CROSS JOIN mois m
    LEFT JOIN couvert c USING (finess_et)
    LEFT JOIN documents d USING (finess_et)
    LEFT JOIN messages g USING (finess_et)
    LEFT JOIN trois t USING (finess_et)
    LEFT JOIN decomptes_dmp dd USING (finess_et)
    LEFT JOIN decomptes_mss dm USING (finess_et)
  )
SELECT
  finess_et,
  CASE WHEN dmp THEN CASE WHEN ins_connues THEN avec_ins END WHEN dmp_complet THEN dd_avec END AS documents_avec_ins,
  CASE WHEN dmp THEN CASE WHEN ins_connues THEN sans_ins END WHEN dmp_complet THEN dd_sans END AS documents_sans_ins,
  CASE WHEN dmp THEN documents WHEN dmp_complet THEN dd_avec + dd_sans END AS documents,
  CASE WHEN mss THEN professionnels WHEN mss_complet THEN dm_professionnels END AS messages_professionnels,
  CASE WHEN mss THEN usagers WHEN mss_complet THEN dm_usagers END AS messages_usagers,
  CASE WHEN dmp THEN dossiers_dmp WHEN dmp_complet AND un_mois THEN dd_dossiers END AS dossiers_dmp,
  -- Un message sans dossier connu en cache peut-être un : les dossiers ne se comptent alors pas.
  CASE
    WHEN mss THEN CASE WHEN dossiers_connus THEN dossiers_professionnel END
    WHEN mss_complet AND un_mois THEN dm_dossiers_professionnel
  END AS dossiers_mss_professionnel,
  CASE
    WHEN mss THEN CASE WHEN dossiers_connus THEN dossiers_usager END
    WHEN mss_complet AND un_mois THEN dm_dossiers_usager
  END AS dossiers_mss_usager,
  CASE
    WHEN dmp AND mss THEN CASE WHEN dossiers_connus THEN dossiers_trois END
    WHEN mss_complet AND un_mois THEN dm_trois
  END AS dossiers_trois_actions
FROM elements
ORDER BY finess_et;
