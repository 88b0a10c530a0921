-- qualite : des parts qui ne changent aucun taux, un ESSMS par ligne ; NULL : pas de quoi le savoir.
-- un_seul : dossiers de la population qui n'ont qu'un événement d'agenda retenu dans F (N5). premiere : dossiers dont la
-- première trace couverte de F tombe le jour le plus chargé, les trois premiers jours de F mis à part. tardives :
-- événements de F saisis plus de cinq jours après sa fin. Utilisée par : src/suivi/releve/qualite.ts.
WITH
  evenements AS (
    SELECT
      finess_et,
      id_dossier,
      bit_or(jours) AS jours,
      sum(evenements_periode) AS n,
      sum(saisies_datees) AS datees,
      sum(saisies_tardives) AS tardives
    FROM agenda
    GROUP BY finess_et, id_dossier
  ),
  -- Seuls les jours d'un séjour comptent (N5). Plus d'événements que de jours : on ne sait lequel en a deux, et un
  -- dossier n'est dit « un seul » que si c'est prouvé.
  agendas AS (
    SELECT
      p.finess_et,
      count_if(bit_count(e.jours & p.couverts) = 1 AND e.n = bit_count(e.jours))::INTEGER AS un_seul,
      count_if(e.jours & p.couverts <> 0)::INTEGER AS avec_evenement
    FROM personnes p
    JOIN evenements e USING (finess_et, id_dossier)
    WHERE p.dans_population
    GROUP BY p.finess_et
  ),
  saisies AS (
    SELECT finess_et, sum(tardives)::INTEGER AS tardives, sum(datees)::INTEGER AS datees
    FROM evenements
    GROUP BY finess_et
  ),
  couvertes AS (SELECT finess_et, traces & couverts AS jours FROM personnes WHERE dans_population AND a_trace),
  -- Le plus petit bit d'un ensemble : autant de bits à un dans (x & -x) - 1.
  premieres AS (SELECT finess_et, bit_count((jours & -jours) - 1)::INTEGER AS rang FROM couvertes),
  jours AS (
    SELECT finess_et, rang, count(*)::INTEGER AS n
    FROM premieres
    WHERE rang >= 3
    GROUP BY finess_et, rang
  ),
  charges AS (
    SELECT finess_et, rang, n
    FROM jours
    QUALIFY row_number() OVER (PARTITION BY finess_et ORDER BY n DESC, rang) = 1
  ),
  totaux AS (SELECT finess_et, count(*)::INTEGER AS n FROM premieres GROUP BY finess_et),
  couvert AS (SELECT DISTINCT finess_et FROM couverture WHERE nom = 'agenda')
SELECT
  e.finess_et,
  c.finess_et IS NOT NULL AS agenda,
  coalesce(a.un_seul, 0) AS un_seul,
  coalesce(a.avec_evenement, 0) AS avec_evenement,
  coalesce(j.n, 0) AS premiere,
  coalesce(t.n, 0) AS traces,
  strftime(getvariable('debut') + j.rang, '%Y-%m-%d') AS jour,
  coalesce(s.tardives, 0) AS tardives,
  coalesce(s.datees, 0) AS datees
FROM essms e
LEFT JOIN couvert c USING (finess_et)
LEFT JOIN agendas a USING (finess_et)
LEFT JOIN saisies s USING (finess_et)
LEFT JOIN charges j USING (finess_et)
LEFT JOIN totaux t USING (finess_et)
ORDER BY e.finess_et;
