-- dmp_reussis : les dépôts de la table de détail qui ont réussi ; un état vide vaut déposé.
-- Règle : N7. Utilisée par : personnes.sql, va.sql, va_vus.sql.
CREATE OR REPLACE VIEW dmp_reussis AS
SELECT finess_et, id_dossier, date_depot, ins_qualifiee
FROM dmp_detail
WHERE etat IS DISTINCT FROM 'echec';

-- dmp_mois : DMP alimentés d'un mois en décomptes ; les FINESS secondaires s'additionnent (P7, N8).
CREATE OR REPLACE VIEW dmp_mois AS
SELECT
  finess_et,
  mois,
  sum(dossiers_alimentes) AS nombre
FROM dmp_decomptes
GROUP BY finess_et, mois;
