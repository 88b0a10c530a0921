import type { Constat } from '../domaine/anomalie.ts';
import type { Champ, DescriptionTable } from './description.ts';
import { ecrituresDe } from './ecritures.ts';
import { normaliser } from './normaliser.ts';
import { absente, ambigue, champsInconnus, designationVaine, ressembleA } from './problemes-entetes.ts';

export interface EnteteInconnu {
  readonly entete: string;
  readonly index: number;
  /** La colonne facultative absente à laquelle il ressemble. */
  readonly suggestion?: string;
}

export interface EntetesReconnus {
  readonly reconnus: true;
  readonly table: DescriptionTable;
  /** Nom canonique du champ → rang de sa colonne, à partir de 0. */
  readonly positions: ReadonlyMap<string, number>;
  readonly inconnues: readonly EnteteInconnu[];
}

export interface EntetesRefuses {
  readonly reconnus: false;
  /** La forme la plus proche, contre laquelle les problèmes sont dits. */
  readonly table: DescriptionTable;
  /** Sans fichier ni ligne : au lecteur de les ajouter. */
  readonly problemes: readonly Constat[];
}

export interface OptionsEntetes {
  /** `colonnes` de depot.yaml : champ → en-tête du fichier. */
  readonly colonnes?: Readonly<Record<string, string>>;
  /** Les champs que `constantes` de depot.yaml donne : leur colonne n'est ni exigée ni lue. */
  readonly constantes?: readonly string[];
}

/**
 * Fait correspondre les en-têtes d'un fichier aux champs d'une table.
 * Un en-tête vide est une colonne ignorée ; le nom canonique l'emporte sur un alias ; deux candidats de même
 * rang sont un problème, jamais un choix. De deux formes complètes, la première (le détail) l'emporte.
 */
export function reconnaitreEntetes(
  entetes: readonly string[],
  formes: readonly DescriptionTable[],
  options: OptionsEntetes = {},
): EntetesReconnus | EntetesRefuses {
  const lectures = formes.map((table) => lireForme(entetes, table, formes, options));
  const [premiere, ...autres] = lectures;
  if (premiere === undefined) throw new Error('reconnaitreEntetes : aucune forme');
  const lecture = autres.reduce(
    (retenue, autre) => (estPlusProche(autre, retenue) ? autre : retenue),
    premiere,
  );
  const { table, positions, problemes } = lecture;
  if (problemes.length > 0) return { reconnus: false, table, problemes };
  return { reconnus: true, table, positions, inconnues: inconnuesDe(entetes, table, positions, options) };
}

interface Lecture {
  readonly table: DescriptionTable;
  readonly positions: Map<string, number>;
  readonly problemes: Constat[];
  readonly absentes: number;
}

/** Moins de colonnes obligatoires absentes ; à égalité, plus de colonnes trouvées. */
function estPlusProche(a: Lecture, b: Lecture): boolean {
  if (a.absentes !== b.absentes) return a.absentes < b.absentes;
  return a.absentes > 0 && a.positions.size > b.positions.size;
}

function lireForme(
  entetes: readonly string[],
  table: DescriptionTable,
  formes: readonly DescriptionTable[],
  { colonnes = {}, constantes = [] }: OptionsEntetes,
): Lecture {
  const positions = new Map<string, number>();
  const problemes = [...champsInconnus('colonnes', Object.keys(colonnes), formes)];
  const champs = table.champs.filter((champ) => !constantes.includes(champ.nom));
  const pris = new Set<number>();

  const noter = (champ: Champ, rangs: readonly number[]): void => {
    const [rang, ...suite] = rangs;
    if (rang === undefined) return;
    positions.set(champ.nom, rang);
    if (suite.length > 0) problemes.push(ambigue(champ, rangs, entetes));
  };

  for (const champ of champs) {
    const voulu = colonnes[champ.nom];
    if (voulu === undefined) continue;
    const rangs = rangsDesignes(entetes, voulu);
    for (const rang of rangs) pris.add(rang);
    if (rangs.length === 0) problemes.push(designationVaine(champ, voulu, entetes));
    noter(champ, rangs);
  }
  for (const champ of champs) {
    if (colonnes[champ.nom] === undefined) noter(champ, rangsReconnus(entetes, champ, pris));
  }

  const absents = champs.filter(
    (champ) => champ.obligatoire && colonnes[champ.nom] === undefined && !positions.has(champ.nom),
  );
  for (const champ of absents) problemes.push(absente(champ, entetes));
  return { table, positions, problemes, absentes: absents.length };
}

/** Un en-tête désigné se cherche mot pour mot, puis sans casse, accents ni ponctuation. */
function rangsDesignes(entetes: readonly string[], voulu: string): number[] {
  const exacts = rangs(entetes, (entete) => entete.trim() === voulu.trim());
  if (exacts.length > 0) return exacts;
  const cherche = normaliser(voulu);
  return cherche === '' ? [] : rangs(entetes, (entete) => normaliser(entete) === cherche);
}

function rangsReconnus(entetes: readonly string[], champ: Champ, pris: ReadonlySet<number>): number[] {
  const [canonique, ...alias] = ecrituresDe(champ);
  const libres = (voulus: readonly (string | undefined)[]) =>
    rangs(entetes, (entete, rang) => !pris.has(rang) && voulus.includes(normaliser(entete)));
  const exacts = libres([canonique]);
  return exacts.length > 0 ? exacts : libres(alias);
}

function rangs(entetes: readonly string[], garder: (entete: string, rang: number) => boolean): number[] {
  return entetes.flatMap((entete, rang) => (garder(entete, rang) ? [rang] : []));
}

function inconnuesDe(
  entetes: readonly string[],
  table: DescriptionTable,
  positions: ReadonlyMap<string, number>,
  { constantes = [] }: OptionsEntetes,
): EnteteInconnu[] {
  const lues = new Set(positions.values());
  const absents = table.champs.filter(
    (champ) => !positions.has(champ.nom) && !constantes.includes(champ.nom),
  );
  return entetes.flatMap((entete, index) => {
    if (lues.has(index) || normaliser(entete) === '') return [];
    const proche = absents.find((champ) => ressembleA(entete, champ));
    return [proche === undefined ? { entete, index } : { entete, index, suggestion: proche.nom }];
  });
}
