-- provisoires : les ESSMS dont une table a été extraite avant la fin de F.
-- Règle : D4 ; à défaut de `date_extraction`, la date de référence. Utilisée par : comptes.sql.
CREATE VIEW provisoires AS
WITH lignes AS (
  SELECT finess_et, fichier FROM effectifs
  UNION SELECT finess_et, fichier FROM dossiers
  UNION SELECT finess_et, fichier FROM activites
  UNION SELECT finess_et, fichier FROM projets
  UNION SELECT finess_et, fichier FROM agenda
  UNION SELECT finess_et, fichier FROM mss_detail
  UNION SELECT finess_et, fichier FROM mss_decomptes
  UNION SELECT finess_et, fichier FROM dmp_detail
  UNION SELECT finess_et, fichier FROM dmp_decomptes
)
SELECT e.finess_et
FROM essms e
LEFT JOIN lignes l USING (finess_et)
LEFT JOIN fichiers f ON f.fichier = l.fichier
GROUP BY e.finess_et
HAVING min(coalesce(f.date_extraction, getvariable('date_reference'))) < getvariable('fin');
