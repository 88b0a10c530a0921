import type { CodeAnomalie } from '../../domaine/catalogue.ts';
import { cas, ident, texte } from '../../moteur/sql.ts';
import type { Champ, DescriptionTable } from '../../tables/description.ts';
import { MARQUES_REJET } from '../analyse.ts';
import { aFormeFinessSql, estAutreFormat, neDitRien } from './champ.ts';
import { type ContexteChamp, cellule, type Relation } from './lecture-csv.ts';
import { rangDe } from './rejets.ts';

/** Une condition SQL de rejet, le rang de sa cause, et la cellule à montrer. */
interface Motif {
  readonly condition: string;
  readonly rang: number;
  readonly cellule: string | null;
}

/**
 * Des motifs examinés seulement si leur garde est vraie : elle est fausse pour presque toutes les lignes, et
 * le premier motif rempli l'emporte.
 */
export interface Examen {
  readonly garde: string;
  readonly motifs: readonly Motif[];
}

/** `CASE` qui rend le rang de la première cause de rejet, ou `sinon`. */
export function premierRejet(examens: readonly Examen[], sinon: string): string {
  return cas(
    examens.map(({ garde, motifs }) => {
      const branches = motifs.map(({ condition, rang }) => [condition, String(rang)] as const);
      return [garde, cas(branches, sinon)] as const;
    }),
    sinon,
  );
}

/** `CASE` qui rend la cellule en cause de la ligne, selon son rang de rejet. */
export function celluleEnCause(examens: readonly Examen[]): string {
  const branches = examens
    .flatMap(({ motifs }) => motifs)
    .flatMap(({ rang, cellule: vue }) => (vue === null ? [] : [[`rejet = ${rang}`, vue] as const]));
  return cas(branches, 'NULL');
}

function seul(condition: string, rang: number): Examen {
  return { garde: condition, motifs: [{ condition: 'true', rang, cellule: null }] };
}

export function examinerStructure(relation: Relation): Examen[] {
  const [{ table, entetes, estCopie, positions }] = relation.fichiers;
  const examen = (condition: string, code: CodeAnomalie): Examen => seul(condition, rangDe(table, code));
  const temoin = positions.get('finess_et') ?? positions.get('id_dossier');
  const entete = temoin === undefined ? undefined : entetes[temoin];
  // Un en-tête n'est pas une date : là où il en faut une, presque aucune ligne n'est à comparer.
  const date = table.champs.find(
    ({ nom, type, obligatoire }) => type === 'date' && obligatoire && positions.has(nom),
  );
  const suspecte = date ? `annee_exclue(${ident(date.nom)}) AND ` : '';
  return [
    ...(estCopie
      ? [
          examen(`_rejet = '${MARQUES_REJET.trop}'`, 'ligne.colonnes_en_trop'),
          examen(`_rejet = '${MARQUES_REJET.guillemet}'`, 'ligne.guillemet_mal_forme'),
          examen(`_rejet = '${MARQUES_REJET.longueur}'`, 'ligne.trop_longue'),
          examen(`_rejet = '${MARQUES_REJET.nul}'`, 'ligne.octet_nul'),
        ]
      : []),
    ...(entete ? [examen(`${suspecte}c${temoin} = ${texte(entete)}`, 'ligne.entete_repete')] : []),
    examen('_trop IS NOT NULL', 'ligne.colonnes_en_trop'),
    examen(`c${entetes.length - 1} IS NULL`, 'ligne.colonnes_manquantes'),
  ];
}

const CODE_ILLISIBLE: Readonly<Partial<Record<Champ['type'], CodeAnomalie>>> = {
  date: 'champ.date_invalide',
  mois: 'champ.mois_invalide',
  entier: 'champ.nombre_invalide',
  nombre: 'champ.nombre_invalide',
  montant: 'champ.montant_invalide',
  booleen: 'champ.booleen_invalide',
  enumeration: 'champ.code_inconnu',
};

/** L'examen d'un champ de valeur fourni ; sa valeur typée est déjà dans la colonne qui porte son nom. */
export function examinerValeur(relation: Relation, champ: Champ, { formats }: ContexteChamp): Examen {
  const [{ table }] = relation.fichiers;
  const vue = cellule(relation, champ);
  const motif = (condition: string, code: CodeAnomalie): Motif => ({
    condition,
    rang: rangDe(table, code, champ),
    cellule: vue,
  });
  const code = CODE_ILLISIBLE[champ.type];
  const lue = ident(champ.nom);
  const illisible = champ.type === 'date' ? `annee_exclue(${lue})` : `${lue} IS NULL`;
  const rien = neDitRien(champ, vue);
  return {
    garde: champ.obligatoire ? illisible : `${illisible} AND NOT ${rien}`,
    motifs: [
      ...(champ.obligatoire ? [motif(rien, 'champ.vide')] : []),
      ...(champ.type === 'date' ? [motif(estAutreFormat(vue, formats), 'champ.date_autre_format')] : []),
      ...(code ? [motif('true', code)] : []),
    ],
  };
}

/** L'examen d'une clé ; sa cellule est dans `k_<champ>`, sa valeur dans la colonne `lue`. */
export function examinerCle(table: DescriptionTable, champ: Champ, lue: string): Examen[] {
  const vue = ident(`k_${champ.nom}`);
  const vide = neDitRien(champ, vue);
  const examen = (garde: string, code: CodeAnomalie): Examen => ({
    garde,
    motifs: [{ condition: 'true', rang: rangDe(table, code, champ), cellule: vue }],
  });
  return [
    ...(champ.obligatoire ? [examen(vide, 'champ.vide')] : []),
    ...(champ.type === 'finess'
      ? [examen(`NOT ${vide} AND NOT ${aFormeFinessSql(lue)}`, 'finess.format')]
      : []),
  ];
}
