-- provisoires : les ESSMS dont une table a été extraite avant la fin de F.
-- Règle : D4 ; à défaut de `date_extraction`, la date de référence. Une table est de l'ESSMS si elle le couvre
-- (N9). Utilisée par : comptes.sql.
CREATE VIEW provisoires AS
WITH lignes AS (
  SELECT finess_et, fichier, sort FROM lignes_effectifs
  UNION SELECT finess_et, fichier, sort FROM lignes_dossiers
  UNION SELECT finess_et, fichier, sort FROM lignes_activites
  UNION SELECT finess_et, fichier, sort FROM lignes_projets
  UNION SELECT finess_et, fichier, sort FROM lignes_agenda
  UNION SELECT finess_et, fichier, sort FROM lignes_mss_detail
  UNION SELECT finess_et, fichier, sort FROM lignes_mss_decomptes
  UNION SELECT finess_et, fichier, sort FROM lignes_dmp_detail
  UNION SELECT finess_et, fichier, sort FROM lignes_dmp_decomptes
)
SELECT e.finess_et
FROM essms e
LEFT JOIN lignes l ON l.finess_et = e.finess_et AND l.sort IN ('retenue', 'sans_dossier')
LEFT JOIN fichiers f ON f.fichier = l.fichier
GROUP BY e.finess_et
HAVING min(coalesce(f.date_extraction, getvariable('date_reference'))) < getvariable('fin');
