/**
 * La requête simple à laquelle `esms indicateurs` se compare : les trois mêmes numérateurs (actifs, projets,
 * agenda) écrits à la main, sans contrôle de ligne, sans empreinte, dates typées à la lecture.
 */
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

const [depot] = process.argv.slice(2);
const connexion = await (await DuckDBInstance.create(':memory:')).connect();
const csv = (nom, colonnes) =>
  `read_csv('${join(depot, nom)}.csv', delim = ';', header = true, auto_detect = false, columns = {${colonnes}})`;
const lecteur = await connexion.runAndReadAll(`
  WITH evenements AS (
    SELECT DISTINCT finess_et, id_dossier
    FROM ${csv('agenda', "finess_et: 'VARCHAR', id_dossier: 'VARCHAR', date_debut: 'TIMESTAMP', statut: 'VARCHAR', type: 'VARCHAR'")}
    WHERE date_debut >= DATE '2025-09-01' AND date_debut < DATE '2025-10-01' AND statut <> 'annule'
  ),
  population AS (
    SELECT * FROM ${csv('dossiers', "finess_et: 'VARCHAR', id_dossier: 'VARCHAR', date_entree: 'DATE', date_sortie: 'DATE', date_derniere_activite: 'DATE'")}
    WHERE date_entree <= DATE '2025-09-30' AND (date_sortie IS NULL OR date_sortie >= DATE '2025-09-01')
  ),
  projets AS (
    SELECT DISTINCT finess_et, id_dossier
    FROM ${csv('projets', "finess_et: 'VARCHAR', id_dossier: 'VARCHAR', statut: 'VARCHAR', date_debut: 'DATE'")}
    WHERE statut IN ('actif', 'en_preparation') AND date_debut <= DATE '2025-09-30'
  ),
  actifs AS (
    SELECT p.finess_et, p.id_dossier, e.finess_et IS NOT NULL AS evenement, j.finess_et IS NOT NULL AS projet
    FROM population p
    LEFT JOIN evenements e USING (finess_et, id_dossier)
    LEFT JOIN projets j USING (finess_et, id_dossier)
    WHERE e.finess_et IS NOT NULL OR (p.date_sortie IS NULL AND p.date_derniere_activite BETWEEN DATE '2025-09-01' AND DATE '2025-09-30')
  )
  SELECT count(*)::INTEGER AS actifs, count_if(projet)::INTEGER AS projets, count_if(evenement)::INTEGER AS agenda FROM actifs`);
process.stdout.write(`${JSON.stringify(lecteur.getRowObjectsJson()[0])}\n`);
