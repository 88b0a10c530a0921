import { MOTIF_FINESS } from '../domaine/finess.ts';
import { VALEURS_NON, VALEURS_OUI } from './codes.ts';
import type { Champ, DescriptionTable, TypeChamp } from './description.ts';
import { MOTIF_MONTANT } from './montant.ts';

/** Un champ de Table Schema (standard Frictionless, version 1) ; `esms:alias` est une propriété à nous. */
export interface ChampTableSchema {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly type: 'string' | 'date' | 'integer' | 'number' | 'boolean';
  readonly format?: string;
  readonly trueValues?: readonly string[];
  readonly falseValues?: readonly string[];
  readonly constraints?: {
    readonly required?: true;
    readonly pattern?: string;
    readonly enum?: readonly string[];
    readonly minimum?: number;
  };
  readonly 'esms:alias': readonly string[];
}

export interface TableSchema {
  readonly $schema: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly fields: readonly ChampTableSchema[];
  readonly missingValues: readonly string[];
  readonly primaryKey?: readonly string[];
}

/** Les écritures d'un code, puisque le standard compare les valeurs lettre à lettre. */
function casses(codes: readonly string[]): string[] {
  const ecritures = codes.flatMap((code) => [
    code,
    code.charAt(0).toUpperCase() + code.slice(1),
    code.toUpperCase(),
  ]);
  return [...new Set(ecritures)];
}

const ANNEE = '(?:19[0-9]{2}|2[01][0-9]{2}|2200)';

/** Le mois est un texte : le type `yearmonth` du standard refuse MM/AAAA. */
const MOTIF_MOIS = `${ANNEE}-(?:0[1-9]|1[0-2])|(?:0[1-9]|1[0-2])/${ANNEE}`;

type Nature = Pick<ChampTableSchema, 'type' | 'format' | 'trueValues' | 'falseValues'>;

const NATURES: Readonly<Record<TypeChamp, Nature>> = {
  finess: { type: 'string' },
  identifiant: { type: 'string' },
  texte: { type: 'string' },
  // AAAA-MM-JJ ou JJ/MM/AAAA, avec ou sans heure : aucun format seul du standard ne les admet tous.
  date: { type: 'date', format: 'any' },
  mois: { type: 'string' },
  entier: { type: 'integer' },
  nombre: { type: 'number' },
  // « 1 234,56 € » : un texte pour le standard, dont le nombre n'admet ni espace ni symbole.
  montant: { type: 'string' },
  booleen: { type: 'boolean', trueValues: casses(VALEURS_OUI), falseValues: casses(VALEURS_NON) },
  enumeration: { type: 'string' },
};

function contraintesDe(champ: Champ): NonNullable<ChampTableSchema['constraints']> {
  return {
    ...(champ.obligatoire ? { required: true } : {}),
    ...(champ.type === 'finess' ? { pattern: `^(?:${MOTIF_FINESS})$` } : {}),
    ...(champ.type === 'montant' ? { pattern: `^(?:${MOTIF_MONTANT})$` } : {}),
    ...(champ.type === 'mois' ? { pattern: `^(?:${MOTIF_MOIS})$` } : {}),
    ...(champ.type === 'entier' || champ.type === 'nombre' ? { minimum: 0 } : {}),
    ...(champ.type === 'enumeration' && champ.valeurs ? { enum: champ.valeurs } : {}),
  };
}

function champSchema(champ: Champ): ChampTableSchema {
  const constraints = contraintesDe(champ);
  return {
    name: champ.nom,
    title: champ.titre,
    description: champ.description,
    ...NATURES[champ.type],
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
    'esms:alias': champ.alias,
  };
}

/** Ce qu'il faut d'une table pour la publier, qu'elle soit d'un dépôt ou non. */
type TablePubliee = Pick<DescriptionTable, 'titre' | 'description' | 'champs' | 'cleUnique'> & {
  readonly nom: string;
};

/** Le Table Schema publié d'une table : ce que la lecture attend, pour un validateur ou un éditeur tiers. */
export function tableSchema(description: TablePubliee): TableSchema {
  return {
    $schema: 'https://specs.frictionlessdata.io/schemas/table-schema.json',
    name: description.nom,
    title: description.titre,
    description: description.description,
    fields: description.champs.map(champSchema),
    missingValues: ['', '00/00/0000'],
    ...(description.cleUnique ? { primaryKey: description.cleUnique } : {}),
  };
}
