import type { CodeAnomalie } from '../../domaine/catalogue.ts';
import { MOTIF_FINESS } from '../../domaine/finess.ts';
import { MARQUES_REJET } from '../../lecture/analyse.ts';
import { cas, ident, texte } from '../../moteur/sql.ts';
import type { HistoriquePret } from './lire.ts';
import { type NomSection, type Positions, positionsDe, SECTIONS } from './sections.ts';

/** Pourquoi une ligne est rejetée ; la première raison qui vaut l'emporte. */
interface Motif {
  readonly condition: string;
  readonly code: CodeAnomalie;
  /** Le champ en cause, s'il y en a un, et sa cellule en SQL. */
  readonly champ?: string;
  readonly cellule?: string;
}

/** Les départements d'outre-mer que le répertoire historique code à sa façon. */
const OUTRE_MER: readonly (readonly [string, string])[] = [
  ['9A', '971'],
  ['9B', '972'],
  ['9C', '973'],
  ['9D', '974'],
  ['9F', '976'],
];

const EN_NOTATION = '[0-9]+([.,][0-9]+)?[Ee][+]?[0-9]+';
const DATE_ISO = '([0-9]{4}-[0-9]{2}-[0-9]{2})?';

/** Lit les lignes d'un fichier préparé : `ligne`, `section`, et les cellules `c0`… en texte. */
function sqlCellules({ copie, entete }: HistoriquePret): string {
  const cellules = Array.from({ length: copie.colonnes }, (_, i) => `c${i}`);
  const colonnes = ['_ligne', '_rejet', ...cellules, '_trop'].map((nom) => `${ident(nom)}: 'VARCHAR'`);
  const section = entete === null ? 'trim(c0)' : texte(entete.section);
  return `SELECT _ligne::INTEGER AS ligne, _rejet, _trop, ${section} AS section, ${cellules.join(', ')}
    FROM read_csv(${texte(copie.chemin)}, auto_detect = false, header = false, delim = ${texte(copie.separateur)},
      quote = '"', escape = '"', ignore_errors = true, null_padding = true, nullstr = '\u0001',
      columns = {${colonnes.join(', ')}})`;
}

function lecteur(positions: Positions): (champ: string) => string {
  return (champ) => {
    const rang = positions.get(champ);
    return rang === undefined ? 'NULL::VARCHAR' : `nullif(trim(c${rang}), '')`;
  };
}

/** Les motifs de rejet d'une section, du plus grossier au plus fin. */
function motifsDe(
  section: NomSection,
  positions: Positions,
  { largeur, colonnes }: { readonly largeur: number; readonly colonnes: number },
): Motif[] {
  const lire = lecteur(positions);
  const est = `section = ${texte(section)}`;
  const avec = (condition: string): string => `${est} AND ${condition}`;
  const finess = (champ: string): Motif[] => [
    { condition: avec(`${lire(champ)} IS NULL`), code: 'champ.vide', champ },
    {
      condition: avec(`NOT regexp_full_match(${lire(champ)}, ${texte(MOTIF_FINESS)})`),
      code: 'finess.format',
      champ,
      cellule: lire(champ),
    },
  ];
  const notation = (champ: string): Motif => ({
    condition: avec(`coalesce(regexp_full_match(${lire(champ)}, ${texte(EN_NOTATION)}), false)`),
    code: 'finess.tableur',
    champ,
    cellule: lire(champ),
  });
  const date = (champ: string): Motif => ({
    condition: avec(`NOT coalesce(regexp_full_match(${lire(champ)}, ${texte(DATE_ISO)}), true)`),
    code: 'finess.tableur',
    champ,
    cellule: lire(champ),
  });
  const propres: Readonly<Record<NomSection, Motif[]>> = {
    structureet: [
      ...finess('nofinesset'),
      ...finess('nofinessej'),
      notation('siret'),
      date('dateouv'),
      date('datemaj'),
    ],
    geolocalisation: finess('nofinesset'),
    structureej: [...finess('nofiness'), notation('siren'), date('datecrea')],
  };
  return [
    { condition: avec(`c${largeur - 1} IS NULL`), code: 'ligne.colonnes_manquantes' },
    ...(largeur < colonnes
      ? [{ condition: avec(`c${largeur} IS NOT NULL`), code: 'ligne.colonnes_en_trop' } as const]
      : []),
    ...propres[section],
  ];
}

function motifs({ entete, copie }: HistoriquePret): Motif[] {
  const sections = Object.keys(SECTIONS) as NomSection[];
  const connues = sections.map(texte).join(', ');
  const marque = (valeur: string): string => `_rejet = ${texte(valeur)}`;
  return [
    { condition: `${marque(MARQUES_REJET.trop)} OR _trop IS NOT NULL`, code: 'ligne.colonnes_en_trop' },
    { condition: marque(MARQUES_REJET.guillemet), code: 'ligne.guillemet_mal_forme' },
    { condition: marque(MARQUES_REJET.longueur), code: 'ligne.trop_longue' },
    { condition: marque(MARQUES_REJET.nul), code: 'ligne.octet_nul' },
    {
      condition: `section IS NULL OR section NOT IN (${connues})`,
      code: 'finess.section_inconnue',
      champ: 'section',
      cellule: 'section',
    },
    ...(entete === null
      ? sections.flatMap((section) =>
          motifsDe(section, positionsDe(section), {
            largeur: SECTIONS[section].length,
            colonnes: copie.colonnes,
          }),
        )
      : motifsDe(entete.section, entete.positions, { largeur: copie.colonnes, colonnes: copie.colonnes })),
  ];
}

/** Les champs dont l'index, ou le détail d'un rejet, se sert : les autres ne quittent pas le fichier. */
const UTILES = [
  'nofinesset',
  'nofinessej',
  'nofiness',
  'rs',
  'rslongue',
  'categetab',
  'categagretab',
  'departement',
  'ligneacheminement',
  'siret',
  'siren',
  'dateouv',
] as const;
type Utile = (typeof UTILES)[number];

/** La cellule d'un champ, selon la section de la ligne ; NULL si elle n'a pas ce champ. */
function celluleUtile({ entete }: HistoriquePret, champ: Utile): string {
  if (entete !== null) return lecteur(entete.positions)(champ);
  const sections = Object.keys(SECTIONS) as NomSection[];
  return cas(
    sections.flatMap((section) => {
      const positions = positionsDe(section);
      const condition = `section = ${texte(section)}`;
      return positions.has(champ) ? [[condition, lecteur(positions)(champ)] as const] : [];
    }),
    'NULL::VARCHAR',
  );
}

/**
 * Toutes les lignes : `ligne`, `section`, les champs utiles, et la raison d'un rejet (`code`, `champ`, `valeur`), NULL
 * si la ligne est lisible.
 */
export function sqlJuger(pret: HistoriquePret): string {
  const liste = motifs(pret);
  const parMotif = (valeur: (motif: Motif) => string | undefined): string =>
    cas(
      liste.flatMap((motif, rang) => {
        const sql = valeur(motif);
        return sql === undefined ? [] : [[`motif = ${rang}`, sql] as const];
      }),
      'NULL::VARCHAR',
    );
  const motif = cas(
    liste.map(({ condition }, rang) => [condition, String(rang)] as const),
    'NULL::INTEGER',
  );
  return `SELECT ligne, section, ${UTILES.map((champ) => `${celluleUtile(pret, champ)} AS ${champ}`).join(', ')},
      ${parMotif(({ code }) => texte(code))} AS code,
      ${parMotif(({ champ }) => (champ === undefined ? champ : texte(champ)))} AS champ,
      ${parMotif(({ cellule }) => cellule)} AS valeur
    FROM (SELECT *, ${motif} AS motif FROM (${sqlCellules(pret)}))`;
}

function departement(code: string): string {
  return cas(
    OUTRE_MER.map(([ancien, insee]) => [`${code} = ${texte(ancien)}`, texte(insee)] as const),
    code,
  );
}

/** Les établissements d'une table `jugees`, dans les colonnes de `lus_etablissements`. */
export function sqlEtablissements(rang: number): string {
  return `SELECT '${rang}' AS source, nofinesset, nofinessej, coalesce(rs, rslongue, '') AS nom, rslongue, categetab,
      categagretab, ${departement('departement')} AS departement, ligneacheminement, siret, 'true' AS ouvert, dateouv,
      NULL AS date_fermeture
    FROM jugees WHERE code IS NULL AND section = 'structureet'`;
}

/** Les entités juridiques d'une table `jugees`, dans les colonnes de `lus_entites`. */
export function sqlEntites(rang: number): string {
  return `SELECT '${rang}' AS source, nofiness, coalesce(rslongue, rs) AS nom, 'true' AS ouverte, siren
    FROM jugees WHERE code IS NULL AND section = 'structureej'`;
}
