-- va_vus : le moins que les données prouvent des dossiers du tableau de bord, un ESSMS par ligne, sur F. Là où va.sql rend
-- NULL (un message sans dossier en cache peut-être un ; les dossiers de plusieurs mois ne s'additionnent pas, N8), ceux
-- qu'on a vus suffisent à dire qu'il y en a. Règles : V1, V2. Utilisée par : src/suivi/va/vus.ts.
WITH
  depots AS (
    SELECT DISTINCT finess_et, id_dossier
    FROM dmp_reussis
    WHERE date_depot BETWEEN getvariable('debut') AND getvariable('fin')
  ),
  -- Le dossier est connu de `dossiers`, ou `dossiers` ne couvre pas l'ESSMS (N6, E2), comme dans va.sql.
  envois AS (
    SELECT m.finess_et, m.id_dossier, m.destinataire
    FROM mss_envoyes m
    LEFT JOIN (SELECT DISTINCT finess_et FROM couverture WHERE nom = 'dossiers') c USING (finess_et)
    LEFT JOIN (SELECT DISTINCT finess_et, id_dossier FROM dossiers) d USING (finess_et, id_dossier)
    WHERE
      m.id_dossier IS NOT NULL
      AND (c.finess_et IS NULL OR d.finess_et IS NOT NULL)
      AND m.date_envoi BETWEEN getvariable('debut') AND getvariable('fin')
  ),
  par_dossier AS (
    SELECT
      finess_et,
      id_dossier,
      bool_or(destinataire = 'professionnel') AS professionnel,
      bool_or(destinataire = 'usager') AS usager
    FROM envois
    GROUP BY finess_et, id_dossier
  ),
  detail AS (
    SELECT
      p.finess_et,
      count_if(p.professionnel)::INTEGER AS professionnel,
      count_if(p.usager)::INTEGER AS usager,
      count_if(p.professionnel AND p.usager AND d.finess_et IS NOT NULL)::INTEGER AS trois
    FROM par_dossier p
    LEFT JOIN depots d USING (finess_et, id_dossier)
    GROUP BY p.finess_et
  ),
  -- Le plus grand des mois de F : autant de dossiers au moins.
  decomptes_dmp_vus AS (
    SELECT finess_et, max(dossiers_alimentes)::INTEGER AS dmp
    FROM dmp_decomptes
    WHERE list_contains(getvariable('mois_couverts'), mois)
    GROUP BY finess_et
  ),
  decomptes_mss_vus AS (
    SELECT
      finess_et,
      max(dossiers_mss_professionnel)::INTEGER AS professionnel,
      max(dossiers_mss_usager)::INTEGER AS usager,
      max(dossiers_trois_actions)::INTEGER AS trois
    FROM mss_decomptes
    WHERE list_contains(getvariable('mois_couverts'), mois)
    GROUP BY finess_et
  ),
  couvert AS (
    SELECT finess_et, count_if(nom = 'dmp_detail') > 0 AS dmp, count_if(nom = 'mss_detail') > 0 AS mss
    FROM couverture
    GROUP BY finess_et
  )
SELECT
  e.finess_et,
  -- Le détail l'emporte, comme dans va.sql, qui le compte alors.
  CASE WHEN NOT coalesce(c.dmp, false) THEN coalesce(dd.dmp, 0) ELSE 0 END AS dossiers_dmp,
  coalesce(CASE WHEN coalesce(c.mss, false) THEN d.professionnel ELSE dm.professionnel END, 0) AS dossiers_mss_professionnel,
  coalesce(CASE WHEN coalesce(c.mss, false) THEN d.usager ELSE dm.usager END, 0) AS dossiers_mss_usager,
  coalesce(CASE WHEN coalesce(c.mss, false) THEN d.trois ELSE dm.trois END, 0) AS dossiers_trois_actions
FROM essms e
LEFT JOIN couvert c USING (finess_et)
LEFT JOIN detail d USING (finess_et)
LEFT JOIN decomptes_dmp_vus dd USING (finess_et)
LEFT JOIN decomptes_mss_vus dm USING (finess_et)
ORDER BY e.finess_et;
