-- decomptes : par ESSMS, la somme et le plus grand des mois de F, et le nombre de mois absents.
-- Règle : N8. La variable `mois_couverts` liste les mois de F. Utilisée par : comptes.sql.
CREATE OR REPLACE VIEW decomptes AS
SELECT
  nom,
  finess_et,
  coalesce(sum(nombre) FILTER (list_contains(getvariable('mois_couverts'), mois)), 0)::INTEGER AS somme,
  coalesce(max(nombre) FILTER (list_contains(getvariable('mois_couverts'), mois)), 0)::INTEGER AS maximum,
  (len(getvariable('mois_couverts')) - count_if(list_contains(getvariable('mois_couverts'), mois)))::INTEGER AS mois_absents
FROM (
  SELECT 'mss' AS nom, * FROM mss_mois
  UNION ALL
  SELECT 'dmp', * FROM dmp_mois
)
GROUP BY nom, finess_et;
