-- mss_envoyes : les messages de la table de détail qui comptent, de toute date.
-- Règle : N6. Utilisée par : personnes.sql, comptes.sql, va.sql, va_vus.sql.
CREATE OR REPLACE VIEW mss_envoyes AS
SELECT finess_et, id_dossier, id_message, date_envoi, destinataire
FROM mss_detail
WHERE sens IS DISTINCT FROM 'recu' AND etat IS DISTINCT FROM 'rejete';

-- mss_messages : messages envoyés dans F, par ESSMS ; un même id_message compte une fois (N6).
CREATE OR REPLACE VIEW mss_messages AS
SELECT
  finess_et,
  (count(DISTINCT id_message) + count_if(id_message IS NULL))::INTEGER AS messages
FROM mss_envoyes
WHERE date_envoi BETWEEN getvariable('debut') AND getvariable('fin')
GROUP BY finess_et;

-- mss_mois : messages d'un mois de F en décomptes ; les FINESS secondaires s'additionnent (P7, N8).
CREATE OR REPLACE VIEW mss_mois AS
SELECT
  finess_et,
  mois,
  sum(messages_professionnels + messages_usagers) AS nombre
FROM mss_decomptes
GROUP BY finess_et, mois;
