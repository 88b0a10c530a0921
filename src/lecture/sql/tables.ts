import { ident } from '../../moteur/sql.ts';
import type { Champ, DescriptionTable, NomTable } from '../../tables/description.ts';
import { estCle } from './champ.ts';
import { colonnesGardees, type Garde } from './garde.ts';
import { rangDe } from './rejets.ts';

/** Les tables lues en groupes de lignes, jamais ligne à ligne en mémoire : celles dont le volume compte. */
const AGREGEES: readonly NomTable[] = ['agenda', 'activites'];

export function estAgregee({ nom }: DescriptionTable): boolean {
  return AGREGEES.includes(nom);
}

/** Les champs lus au second temps ; une table agrégée n'en garde que ses clés de groupe. */
export function clesDe(table: DescriptionTable): readonly Champ[] {
  const cles = table.champs.filter(estCle);
  return estAgregee(table) ? cles.filter(({ nom }) => nom === 'finess_et' || nom === 'id_dossier') : cles;
}

/** Le type SQL d'une valeur lue. */
export const TYPES_SQL: Readonly<Record<Champ['type'], string>> = {
  finess: 'VARCHAR',
  identifiant: 'VARCHAR',
  texte: 'VARCHAR',
  enumeration: 'VARCHAR',
  mois: 'VARCHAR',
  date: 'DATE',
  entier: 'INTEGER',
  nombre: 'DECIMAL(18, 6)',
  montant: 'BIGINT',
  booleen: 'BOOLEAN',
};

const COMMUNES = ['fichier USMALLINT', 'rejet UTINYINT', 'alertes UINTEGER'];

/** `lus_<table>` : ce qui vient des fichiers, avant que le périmètre ne trie. */
export function creerTableLue(table: DescriptionTable, garde: Garde | null): string {
  return `CREATE TABLE lus_${table.nom} (${colonnesLues(table, garde).join(', ')})`;
}

/** `lignes_<table>` d'une table qu'aucun fichier ne donne : la même que `trier` rend, sans rien à préparer. */
export function creerTableVide(table: DescriptionTable, garde: Garde | null): string {
  const colonnes = [...colonnesLues(table, garde), 'finess_et VARCHAR', 'sort VARCHAR'];
  return `CREATE TABLE lignes_${table.nom} (${colonnes.join(', ')})`;
}

function colonnesLues(table: DescriptionTable, garde: Garde | null): string[] {
  const colonnes = estAgregee(table)
    ? ['finess_brut VARCHAR', 'id_dossier VARCHAR', 'n INTEGER', ...(garde ? colonnesGardees(garde) : [])]
    : [
        'ligne INTEGER',
        'valeur VARCHAR',
        ...table.champs.map(
          ({ nom, type }) => `${ident(nom === 'finess_et' ? 'finess_brut' : nom)} ${TYPES_SQL[type]}`,
        ),
      ];
  return [...COMMUNES, ...colonnes];
}

/** E3 : de deux lignes de même clé, la seconde est rejetée ; la clé est celle d'avant `alias_finess`. */
export function rejeterDoublons(table: DescriptionTable): string | null {
  if (!table.cleUnique) return null;
  const cle = table.cleUnique.map((nom) =>
    nom === 'finess_et' ? 'finess_brut' : nom === 'periode' ? "coalesce(periode, 'mois')" : ident(nom),
  );
  return `UPDATE lus_${table.nom} SET rejet = ${rangDe(table, 'ligne.cle_en_double')}
    WHERE rowid IN (SELECT id FROM (
      SELECT rowid AS id, row_number() OVER (PARTITION BY ${cle.join(', ')} ORDER BY fichier, ligne) AS rang
      FROM lus_${table.nom} WHERE rejet = 0) WHERE rang > 1)`;
}

/** Les tables dont une ligne sans dossier connu est écartée (E2) : toutes celles qui en nomment un, sauf mss. */
function exigeDossier({ nom, champs }: DescriptionTable): boolean {
  return nom !== 'dossiers' && nom !== 'mss_detail' && champs.some((champ) => champ.nom === 'id_dossier');
}

/**
 * Le tri des lignes : rattache chaque FINESS à son ESSMS (P7), puis dit le sort de la ligne : `retenue`,
 * `rejetee` (E1, E3), `hors_perimetre` ou `sans_dossier` (E2).
 */
export function trier(table: DescriptionTable, lues: string): string {
  const sort = [
    "WHEN l.rejet > 0 THEN 'rejetee'",
    // Une ligne qui ne nomme aucun ESSMS (une dépense d'OG) n'est pas hors du périmètre.
    ...(table.nom === 'essms'
      ? []
      : ["WHEN e.finess_et IS NULL AND l.finess_brut IS NOT NULL THEN 'hors_perimetre'"]),
    ...(exigeDossier(table)
      ? ["WHEN cd.finess_et IS NOT NULL AND d.id_dossier IS NULL THEN 'sans_dossier'"]
      : []),
  ];
  const jointures = [
    // Un ESSMS du périmètre est lui-même, quoi qu'en dise un alias contradictoire.
    `LEFT JOIN alias ON alias.secondaire = l.finess_brut${table.nom === 'essms' ? ' AND false' : ''}`,
    ...(table.nom === 'essms'
      ? []
      : [
          'LEFT JOIN (SELECT finess_et FROM essms) e ON e.finess_et = coalesce(alias.principal, l.finess_brut)',
        ]),
    ...(exigeDossier(table)
      ? [
          "LEFT JOIN (SELECT DISTINCT finess_et FROM couverture WHERE nom = 'dossiers') cd ON cd.finess_et = e.finess_et",
          'LEFT JOIN (SELECT DISTINCT finess_et, id_dossier FROM dossiers) d ON d.finess_et = e.finess_et AND d.id_dossier = l.id_dossier',
        ]
      : []),
  ];
  return `SELECT l.*, coalesce(alias.principal, l.finess_brut) AS finess_et,
    CASE ${sort.join(' ')} ELSE 'retenue' END AS sort
    FROM (${lues}) l ${jointures.join(' ')}`;
}
