-- provisoires : les ESSMS dont une table a été extraite avant la fin de F.
-- Règle : D4 ; à défaut de `date_extraction`, la date de référence. Une table est de l'ESSMS si elle le couvre
-- (N9). Utilisée par : comptes.sql.
CREATE OR REPLACE VIEW provisoires AS
SELECT e.finess_et
FROM essms e
LEFT JOIN couverture c USING (finess_et)
LEFT JOIN fichiers f ON f.fichier = c.fichier
GROUP BY e.finess_et
HAVING min(coalesce(f.date_extraction, getvariable('date_reference'))) < getvariable('fin');
