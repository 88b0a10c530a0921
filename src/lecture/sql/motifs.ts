import type { CodeAnomalie } from '../../domaine/catalogue.ts';
import { cas, ident, texte } from '../../moteur/sql.ts';
import type { Champ, DescriptionTable } from '../../tables/description.ts';
import { MARQUES_REJET } from '../analyse.ts';
import { aFormeFinessSql, type ContexteChamp, estAutreFormat, estIllisible, neDitRien } from './champ.ts';
import { cellule, type Relation } from './lecture-csv.ts';
import { rangDe } from './rejets.ts';

/** Une condition SQL de rejet, le rang de sa cause, et la cellule à montrer. */
export interface Motif {
  readonly condition: string;
  readonly rang: number;
  readonly cellule: string | null;
}

/** `CASE` qui rend le rang du premier motif rempli. */
export function premierMotif(motifs: readonly Motif[], sinon: string): string {
  return cas(
    motifs.map(({ condition, rang }) => [condition, String(rang)] as const),
    sinon,
  );
}

/** `CASE` qui rend la cellule en cause de la ligne, selon son rang de rejet. */
export function celluleEnCause(motifs: readonly Motif[]): string {
  const branches = motifs.flatMap(({ rang, cellule: vue }) =>
    vue === null ? [] : [[`rejet = ${rang}`, vue] as const],
  );
  return cas(branches, 'NULL');
}

export function motifsDeStructure(relation: Relation): Motif[] {
  const [{ table, entetes, estCopie, positions }] = relation.fichiers;
  const motif = (condition: string, code: CodeAnomalie): Motif => ({
    condition,
    rang: rangDe(table, code),
    cellule: null,
  });
  const temoin = positions.get('finess_et') ?? positions.get('id_dossier');
  const entete = temoin === undefined ? undefined : entetes[temoin];
  return [
    ...(estCopie
      ? [
          motif(`_rejet = '${MARQUES_REJET.trop}'`, 'ligne.colonnes_en_trop'),
          motif(`_rejet = '${MARQUES_REJET.guillemet}'`, 'ligne.guillemet_mal_forme'),
          motif(`_rejet = '${MARQUES_REJET.longueur}'`, 'ligne.trop_longue'),
          motif(`_rejet = '${MARQUES_REJET.nul}'`, 'ligne.octet_nul'),
        ]
      : []),
    ...(entete ? [motif(`c${temoin} = ${texte(entete)}`, 'ligne.entete_repete')] : []),
    motif('_trop IS NOT NULL', 'ligne.colonnes_en_trop'),
    motif(`c${entetes.length - 1} IS NULL`, 'ligne.colonnes_manquantes'),
  ];
}

const CODE_ILLISIBLE: Readonly<Partial<Record<Champ['type'], CodeAnomalie>>> = {
  date: 'champ.date_invalide',
  mois: 'champ.mois_invalide',
  entier: 'champ.nombre_invalide',
  nombre: 'champ.nombre_invalide',
  booleen: 'champ.booleen_invalide',
  enumeration: 'champ.code_inconnu',
};

/** Les motifs d'un champ de valeur ; sa valeur typée est déjà dans la colonne qui porte son nom. */
export function motifsDeValeur(relation: Relation, champ: Champ, { formats }: ContexteChamp): Motif[] {
  const [{ table }] = relation.fichiers;
  const vue = cellule(relation, champ);
  const lue = ident(champ.nom);
  const motif = (condition: string, code: CodeAnomalie): Motif => ({
    condition,
    rang: rangDe(table, code, champ),
    cellule: vue,
  });
  const illisible = estIllisible(champ, lue, vue);
  const code = CODE_ILLISIBLE[champ.type];
  return [
    ...(champ.obligatoire ? [motif(`${lue} IS NULL AND ${neDitRien(champ, vue)}`, 'champ.vide')] : []),
    ...(champ.type === 'date'
      ? [motif(`${illisible} AND ${estAutreFormat(vue, formats)}`, 'champ.date_autre_format')]
      : []),
    ...(code ? [motif(illisible, code)] : []),
  ];
}

/** Les motifs d'une clé ; sa cellule est dans `k_<champ>`, sa valeur dans la colonne `lue`. */
export function motifsDeCle(table: DescriptionTable, champ: Champ, lue: string): Motif[] {
  const vue = ident(`k_${champ.nom}`);
  const vide = neDitRien(champ, vue);
  const motif = (condition: string, code: CodeAnomalie): Motif => ({
    condition,
    rang: rangDe(table, code, champ),
    cellule: vue,
  });
  return [
    ...(champ.obligatoire ? [motif(vide, 'champ.vide')] : []),
    ...(champ.type === 'finess'
      ? [motif(`NOT ${vide} AND NOT ${aFormeFinessSql(lue)}`, 'finess.format')]
      : []),
  ];
}
