-- traces : les jours de F où un dossier a laissé une trace, qu'un séjour les couvre ou non.
-- Règle : N1. Utilisée par : personnes.sql, qui n'en garde que les jours couverts.
CREATE OR REPLACE VIEW traces AS
SELECT finess_et, id_dossier, jours FROM agenda
UNION ALL
SELECT finess_et, id_dossier, jours FROM activites
UNION ALL
SELECT finess_et, id_dossier, jour(date_derniere_activite) FROM dossiers
UNION ALL
SELECT finess_et, id_dossier, jour(date_debut) | jour(date_creation) | jour(date_maj) FROM projets
UNION ALL
SELECT finess_et, id_dossier, jour(date_depot) FROM dmp_reussis
UNION ALL
SELECT finess_et, id_dossier, jour(date_envoi) FROM mss_envoyes WHERE id_dossier IS NOT NULL;
