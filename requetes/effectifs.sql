-- effectifs_periode : les effectifs de la ligne (M, période) de chaque ESSMS.
-- Règles : P4, P5, P7 (les FINESS secondaires s'additionnent). La variable `periode` vaut `mois` (D1) ou
-- `trimestre` (D2). Utilisée par : comptes.sql.
CREATE OR REPLACE VIEW effectifs_periode AS
SELECT
  finess_et,
  sum(personnes_accompagnees)::INTEGER AS personnes,
  -- Un seul site sans nombre d'éligibles, et le total n'est pas connu.
  CASE WHEN count(personnes_eligibles_projet) = count(*) THEN sum(personnes_eligibles_projet)::INTEGER END AS eligibles
FROM effectifs
WHERE mois = getvariable('mois') AND coalesce(periode, 'mois') = getvariable('periode')
GROUP BY finess_et;
