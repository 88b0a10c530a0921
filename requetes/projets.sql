-- projets_retenus : les projets personnalisés qui comptent dans F.
-- Règle : N4. Utilisée par : personnes.sql.
CREATE OR REPLACE VIEW projets_retenus AS
SELECT
  finess_et,
  id_dossier,
  statut = 'en_preparation'
    AND coalesce(date_creation < getvariable('debut') - INTERVAL 12 MONTH, false) AS preparation_ancienne
FROM projets
WHERE
  CASE statut
    WHEN 'en_preparation' THEN coalesce(date_creation <= getvariable('fin'), true)
    WHEN 'actif' THEN
      coalesce(date_debut <= getvariable('fin'), true) AND coalesce(date_fin >= getvariable('debut'), true)
    WHEN 'termine' THEN
      coalesce(date_debut <= getvariable('fin') AND date_fin >= getvariable('debut'), false)
    ELSE false
  END;
