-- situations : une ligne par personne (un id_dossier d'un ESSMS), avec tout ce que les indicateurs en comptent ; `traces` :
-- les jours de F où elle en a laissé une (N1), qu'un séjour les couvre ou non ; `a_trace` : un de ces jours est couvert.
-- Règles : P3, N1 à N5, N7. Rien n'y dépend des définitions : sous d'autres (`--sensibilite`), rien ne se relit.
-- Chaque source se groupe avant d'être jointe : les réunir d'abord en un seul groupement prend deux fois plus de mémoire.
-- Utilisée par : la vue personnes.
CREATE OR REPLACE TABLE situations AS
WITH
  presence AS (
    SELECT
      finess_et,
      id_dossier,
      bit_or(jours) AS couverts,
      bit_or(jour(date_derniere_activite)) AS jours,
      bool_or(coalesce(NOT eligible_projet, false)) AS non_eligible,
      bool_or(coalesce(statut = 'actif', false)) AS dit_actif,
      bool_or(coalesce(date_derniere_activite > getvariable('fin'), false)) AS activite_plus_tard,
      bool_or(a_derniere_activite) AS a_derniere_activite
    FROM sejours
    GROUP BY finess_et, id_dossier
  ),
  evenement AS (
    SELECT finess_et, id_dossier, bit_or(jours) AS jours, bool_or(existe) AS existe
    FROM agenda
    GROUP BY finess_et, id_dossier
  ),
  activite AS (SELECT finess_et, id_dossier, bit_or(jours) AS jours FROM activites GROUP BY finess_et, id_dossier),
  projet AS (
    SELECT
      finess_et,
      id_dossier,
      bit_or(jours) AS jours,
      bool_or(retenu) AS retenu,
      bool_or(preparation_ancienne) AS ancienne
    FROM projets_juges
    GROUP BY finess_et, id_dossier
  ),
  depot AS (
    SELECT finess_et, id_dossier, bit_or(jour(date_depot)) AS jours
    FROM dmp_reussis
    GROUP BY finess_et, id_dossier
  ),
  envoi AS (
    SELECT finess_et, id_dossier, bit_or(jour(date_envoi)) AS jours
    FROM mss_envoyes
    WHERE id_dossier IS NOT NULL
    GROUP BY finess_et, id_dossier
  ),
  suivies AS (SELECT DISTINCT finess_et FROM couverture WHERE nom = 'activites'),
  reunies AS (
    SELECT
      p.* EXCLUDE (jours),
      p.jours
        | coalesce(e.jours, 0)
        | coalesce(a.jours, 0)
        | coalesce(j.jours, 0)
        | coalesce(d.jours, 0)
        | coalesce(m.jours, 0) AS traces,
      coalesce(e.jours & p.couverts, 0) <> 0 AS a_evenement_periode,
      coalesce(e.existe, false) AS a_evenement_existence,
      coalesce(j.retenu, false) AS a_projet,
      coalesce(j.ancienne, false) AS a_preparation_ancienne,
      coalesce(d.jours, 0) <> 0 AS a_depot,
      s.finess_et IS NOT NULL AS activites_couvertes
    FROM presence p
    LEFT JOIN evenement e USING (finess_et, id_dossier)
    LEFT JOIN activite a USING (finess_et, id_dossier)
    LEFT JOIN projet j USING (finess_et, id_dossier)
    LEFT JOIN depot d USING (finess_et, id_dossier)
    LEFT JOIN envoi m USING (finess_et, id_dossier)
    LEFT JOIN suivies s USING (finess_et)
  )
SELECT *, traces & couverts <> 0 AS a_trace
FROM reunies;

-- personnes : les mêmes, sous les définitions en vigueur (variables `population` et `dossier_actif`).
-- Règles : P3 (population), N2 (actif), N3 (indéterminé). Utilisée par : comptes.sql.
CREATE OR REPLACE VIEW personnes AS
WITH
  situation AS (
    SELECT
      *,
      CASE getvariable('population')
        WHEN 'fin_de_periode' THEN couverts & jour(getvariable('fin')) <> 0
        ELSE couverts <> 0
      END AS dans_population
    FROM situations
  )
SELECT
  *,
  CASE getvariable('dossier_actif')
    WHEN 'ouvert' THEN dans_population
    WHEN 'statut' THEN dans_population AND dit_actif
    ELSE dans_population AND a_trace
  END AS actif,
  getvariable('dossier_actif') = 'activite'
    AND dans_population
    AND NOT a_trace
    AND NOT activites_couvertes
    AND (activite_plus_tard OR NOT a_derniere_activite) AS indetermine
FROM situation;
