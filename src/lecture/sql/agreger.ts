import { type Garde, garderJours, SAISIE } from './garde.ts';
import { type Relation, rangDeFichier } from './lecture-csv.ts';
import { alertes, premierTemps, SANS_ALERTE } from './temps.ts';

/**
 * Une table agrégée, du premier temps à ses groupes : une ligne par fichier, clés, rejet et alertes ; `n` lignes, et ce que
 * `garde` veut de leurs jours. Ce qui est le même pour toutes les lignes n'entre pas dans la clé : un groupe plus étroit
 * se retrouve plus vite.
 */
export function agreger(relation: Relation, garde: Garde | null): string {
  const { fichiers } = relation;
  const [{ table, positions }] = fichiers;
  const jour = table.champs.find(({ type, obligatoire }) => type === 'date' && obligatoire);
  if (jour === undefined) throw new Error(`${table.nom} : aucune date ne situe une ligne`);
  const unFichier = fichiers.length === 1;
  const sansAlerte = alertes(relation) === SANS_ALERTE;
  const constantes = [
    ...(unFichier ? [`${rangDeFichier(relation)} AS fichier`] : []),
    ...(sansAlerte ? [`${SANS_ALERTE}::UINTEGER AS alertes`] : []),
  ];
  const cles = [
    'k_finess_et',
    'k_id_dossier',
    'rejet',
    ...(unFichier ? [] : ['fichier']),
    ...(sansAlerte ? [] : ['alertes']),
  ];
  const agregats = [
    'count(*)::INTEGER AS n',
    ...(garde ? garderJours(garde, jour.nom, positions.has(SAISIE) ? SAISIE : null) : []),
  ];
  return `SELECT ${[...constantes, '*'].join(', ')} FROM (
    SELECT ${[...cles, ...agregats].join(', ')} FROM (${premierTemps(relation, false)}) GROUP BY ${cles.join(', ')})`;
}
