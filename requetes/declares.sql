-- declares_periode : ce que le tableau de bord de l'éditeur montre, par ESSMS et par indicateur, sur les mois de F.
-- Règles : P7 (les FINESS secondaires s'additionnent), N8 (somme, plus grand des mois, mois absents). `denominateur` est
-- celui du mois M. Utilisée par : src/indicateurs/lire-declares.ts.
CREATE OR REPLACE VIEW declares_periode AS
SELECT
  finess_et,
  indicateur,
  coalesce(sum(numerateur) FILTER (list_contains(getvariable('mois_couverts'), mois)), 0)::INTEGER AS somme,
  coalesce(max(numerateur) FILTER (list_contains(getvariable('mois_couverts'), mois)), 0)::INTEGER AS maximum,
  (len(getvariable('mois_couverts')) - count_if(list_contains(getvariable('mois_couverts'), mois)))::INTEGER AS mois_absents,
  (max(denominateur) FILTER (mois = getvariable('mois')))::INTEGER AS denominateur
FROM (
  SELECT finess_et, indicateur, mois, sum(numerateur) AS numerateur, sum(denominateur) AS denominateur
  FROM declares
  GROUP BY ALL
)
GROUP BY finess_et, indicateur;
