-- projets_juges : chaque projet personnalisé, les jours de F qui en gardent une trace, et s'il compte dans F.
-- Règles : N1 (jours), N4 (retenu). Utilisée par : personnes.sql.
CREATE OR REPLACE VIEW projets_juges AS
WITH
  juge AS (
    SELECT
      *,
      jour(date_debut) | jour(date_creation) | jour(date_maj) AS jours,
      CASE statut
        WHEN 'en_preparation' THEN coalesce(date_creation <= getvariable('fin'), true)
        WHEN 'actif' THEN
          coalesce(date_debut <= getvariable('fin'), true) AND coalesce(date_fin >= getvariable('debut'), true)
        WHEN 'termine' THEN
          coalesce(date_debut <= getvariable('fin') AND date_fin >= getvariable('debut'), false)
        ELSE false
      END AS retenu
    FROM projets
  )
SELECT
  finess_et,
  id_dossier,
  jours,
  retenu,
  retenu
    AND statut = 'en_preparation'
    AND coalesce(date_creation < getvariable('debut') - INTERVAL 12 MONTH, false) AS preparation_ancienne
FROM juge;
