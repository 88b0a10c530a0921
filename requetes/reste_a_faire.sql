-- reste_a_faire : les dossiers de la population à qui il manque quelque chose dans F. Une personne sortie avant la date de
-- référence n'a pas d'identifiant ici : elle est comptée avec celles à qui il manque la même chose, jamais nommée.
-- Règles : P1 à P3, N2 à N5, N7. Utilisée par : src/suivi/reste-a-faire/lire.ts.
WITH
  -- Une ligne de `dossiers` qui peut couvrir un jour (P1) et n'est pas finie ; une sortie écrite se croit ici toujours,
  -- même avant l'entrée (P2) : mieux vaut oublier un dossier que déranger la famille d'un mort.
  presents AS (
    SELECT DISTINCT d.finess_et, d.id_dossier
    FROM dossiers d
    JOIN fichiers f USING (fichier)
    WHERE
      coalesce(d.statut NOT IN ('preadmission', 'attente', 'refuse'), true)
      AND CASE
        WHEN d.date_entree IS NULL THEN coalesce(d.statut, '') = 'actif' OR NOT f.a_date_entree
        ELSE d.date_entree <= greatest(getvariable('fin'), getvariable('date_reference'))
      END
      AND coalesce(d.date_sortie >= getvariable('date_reference'), true)
  ),
  clos AS (SELECT DISTINCT finess_et, id_dossier FROM sejours WHERE clos_sans_sortie)
SELECT
  p.finess_et,
  CASE WHEN x.finess_et IS NOT NULL THEN p.id_dossier END AS id_dossier,
  CASE WHEN p.actif THEN 'actif' WHEN p.indetermine THEN 'indetermine' ELSE 'inactif' END AS situation,
  NOT p.a_projet AS sans_projet,
  NOT p.a_evenement_periode AS sans_evenement_periode,
  NOT p.a_evenement_existence AS sans_evenement_existence,
  NOT p.a_depot AND NOT p.non_eligible AS sans_dmp,
  c.finess_et IS NOT NULL AS clos_sans_sortie,
  count(*)::INTEGER AS nombre
FROM personnes p
LEFT JOIN presents x USING (finess_et, id_dossier)
LEFT JOIN clos c USING (finess_et, id_dossier)
WHERE
  p.dans_population
  AND NOT (p.actif AND p.a_projet AND p.a_evenement_periode AND (p.a_depot OR p.non_eligible))
GROUP BY ALL
ORDER BY ALL;
