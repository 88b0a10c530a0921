import { type Relation, rangDeFichier } from './lecture-csv.ts';
import { type Retenue, retenirJours } from './retenue.ts';
import { alertes, premierTemps } from './temps.ts';

/**
 * Une table agrégée, du premier temps à ses groupes : une ligne par fichier, clés, rejet et alertes ; `n` lignes, et ce que
 * `retenue` garde de leurs jours. Ce qui est le même pour toutes les lignes n'entre pas dans la clé : un groupe plus étroit
 * se retrouve plus vite.
 */
export function agreger(relation: Relation, retenue: Retenue | null): string {
  const { fichiers } = relation;
  const [{ table, positions }] = fichiers;
  const jour = table.champs.find(({ type, obligatoire }) => type === 'date' && obligatoire)?.nom ?? '';
  const saisie = positions.has('date_saisie') ? 'date_saisie' : null;
  const communes = [
    { nom: 'fichier', valeur: rangDeFichier(relation), constante: fichiers.length === 1 },
    { nom: 'alertes', valeur: `${alertes(relation)}::UINTEGER`, constante: alertes(relation) === '0' },
  ];
  const constantes = communes.filter(({ constante }) => constante);
  const cles = [
    'k_finess_et',
    'k_id_dossier',
    'rejet',
    ...communes.filter(({ constante }) => !constante).map(({ nom }) => nom),
  ];
  const agregats = ['count(*)::INTEGER AS n', ...(retenue ? retenirJours(retenue, jour, saisie) : [])];
  return `SELECT ${[...constantes.map(({ nom, valeur }) => `${valeur} AS ${nom}`), '*'].join(', ')} FROM (
    SELECT ${[...cles, ...agregats].join(', ')} FROM (${premierTemps(relation, false)}) GROUP BY ${cles.join(', ')})`;
}
