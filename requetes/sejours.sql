-- sejours : une ligne par ligne de `dossiers`, avec les jours de F qu'elle couvre.
-- Règles : P1 (couverture), P2 (sortie avant entrée). Utilisée par : personnes.sql, comptes.sql.
CREATE OR REPLACE VIEW sejours AS
SELECT
  d.finess_et,
  d.id_dossier,
  d.statut,
  d.eligible_projet,
  d.date_derniere_activite,
  f.a_derniere_activite,
  coalesce(d.date_sortie < d.date_entree, false) AS sortie_avant_entree,
  coalesce(d.statut = 'clos' AND d.date_sortie IS NULL, false) AS clos_sans_sortie,
  -- Une préadmission sans date d'entrée est normale : elle n'appelle pas d'avertissement.
  d.date_entree IS NULL AND coalesce(d.statut NOT IN ('preadmission', 'attente', 'refuse'), true) AS entree_absente,
  CASE
    WHEN d.statut IN ('preadmission', 'attente', 'refuse') THEN 0::HUGEINT
    WHEN d.date_entree IS NULL AND coalesce(d.statut, '') <> 'actif' AND f.a_date_entree THEN 0::HUGEINT
    -- P2 : une réadmission garde souvent l'ancienne sortie.
    WHEN d.date_sortie < d.date_entree THEN jours_entre(d.date_entree, NULL::DATE)
    ELSE jours_entre(d.date_entree, d.date_sortie)
  END AS jours
FROM dossiers d
JOIN fichiers f USING (fichier);
