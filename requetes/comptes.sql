-- comptes : une ligne de comptes élémentaires par ESSMS du périmètre ; bornes et états s'en déduisent, hors SQL.
-- Règles : P3 à P5, N2 à N9, et R de la section 6. Utilisée par : src/indicateurs/calculer.ts.
WITH
  population AS (
    SELECT
      finess_et,
      count(*)::INTEGER AS population,
      count_if(NOT non_eligible)::INTEGER AS population_eligible,
      count_if(actif)::INTEGER AS actifs,
      count_if(indetermine)::INTEGER AS indetermines,
      count_if(actif AND a_projet)::INTEGER AS actifs_projet,
      count_if(indetermine AND a_projet)::INTEGER AS indetermines_projet,
      count_if(actif AND a_evenement_periode)::INTEGER AS actifs_evenement_periode,
      count_if(actif AND a_evenement_existence)::INTEGER AS actifs_evenement_existence,
      count_if(indetermine AND a_evenement_periode)::INTEGER AS indetermines_evenement_periode,
      count_if(indetermine AND a_evenement_existence)::INTEGER AS indetermines_evenement_existence,
      count_if((actif OR indetermine) AND a_preparation_ancienne)::INTEGER AS preparations_anciennes,
      count_if(a_depot AND NOT non_eligible)::INTEGER AS dmp
    FROM personnes
    WHERE dans_population
    GROUP BY finess_et
  ),
  reserves AS (
    SELECT
      finess_et,
      count_if(entree_absente)::INTEGER AS entree_absente,
      count_if(clos_sans_sortie)::INTEGER AS clos_sans_sortie,
      count_if(sortie_avant_entree)::INTEGER AS sortie_avant_entree
    FROM sejours
    GROUP BY finess_et
  ),
  rejetes AS (
    SELECT finess_et, count(*)::INTEGER AS rejetes
    FROM lignes_dossiers
    WHERE sort = 'rejetee' AND finess_et IS NOT NULL
    GROUP BY finess_et
  ),
  couvert AS (
    SELECT finess_et, list(DISTINCT nom ORDER BY nom) AS noms FROM couverture GROUP BY finess_et
  )
SELECT
  e.finess_et,
  e.finess_ej,
  e.raison_sociale,
  e.categorie,
  e.secteur,
  e.eligible_sons,
  e.places,
  e.date_ouverture,
  e.date_fermeture,
  list_contains(c.noms, 'dossiers') AS couvre_dossiers,
  list_contains(c.noms, 'activites') AS couvre_activites,
  list_contains(c.noms, 'projets') AS couvre_projets,
  list_contains(c.noms, 'agenda') AS couvre_agenda,
  list_contains(c.noms, 'mss_detail') AS couvre_mss,
  list_contains(c.noms, 'dmp_detail') AS couvre_dmp,
  f.personnes,
  f.eligibles,
  p.* EXCLUDE (finess_et),
  m.messages,
  mss.somme AS mss_somme,
  mss.maximum AS mss_maximum,
  mss.mois_absents AS mss_mois_absents,
  dmp.somme AS dmp_somme,
  dmp.maximum AS dmp_maximum,
  dmp.mois_absents AS dmp_mois_absents,
  r.entree_absente,
  r.clos_sans_sortie,
  r.sortie_avant_entree,
  x.rejetes,
  v.finess_et IS NOT NULL AS provisoire
FROM essms e
LEFT JOIN couvert c USING (finess_et)
LEFT JOIN effectifs_periode f USING (finess_et)
LEFT JOIN population p USING (finess_et)
LEFT JOIN mss_messages m USING (finess_et)
LEFT JOIN decomptes mss ON mss.finess_et = e.finess_et AND mss.nom = 'mss'
LEFT JOIN decomptes dmp ON dmp.finess_et = e.finess_et AND dmp.nom = 'dmp'
LEFT JOIN reserves r USING (finess_et)
LEFT JOIN rejetes x USING (finess_et)
LEFT JOIN provisoires v USING (finess_et)
ORDER BY e.finess_et;
