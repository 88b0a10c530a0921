import { parse } from 'csv-parse/sync';

/** Ce qu'on lit en tête d'un fichier pour le reconnaître : octets, et enregistrements d'échantillon. */
export const TAILLE_TETE = 1 << 18;
export const ECHANTILLON = 1000;

export const SEPARATEURS = [';', ',', '\t', '|'] as const;

export interface Tete {
  readonly separateur: string;
  readonly entetes: readonly string[];
  /** L'en-tête ne tient pas dans la tête : on ne connaît pas toutes ses colonnes. */
  readonly entetesCoupes: boolean;
  /** Premiers enregistrements après l'en-tête. */
  readonly lignes: readonly (readonly string[])[];
}

/** Retire les lignes physiques du préambule. */
function sansPreambule(texte: string, lignes: number): string {
  let position = 0;
  for (let i = 0; i < lignes; i++) {
    const suite = /\r\n|\r|\n/g;
    suite.lastIndex = position;
    const trouve = suite.exec(texte);
    if (!trouve) return '';
    position = suite.lastIndex;
  }
  return texte.slice(position);
}

function decouper(texte: string, separateur: string, guillemets: boolean, lignes: number): string[][] {
  return parse(texte, {
    delimiter: separateur,
    quote: guillemets ? '"' : false,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    skip_records_with_error: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    to: lignes + 1,
  });
}

/** Nettoie un en-tête : espaces insécables, fins de ligne, guillemets orphelins. */
function nettoyer(entete: string): string {
  return entete.replace(/["\s]+/g, ' ').trim();
}

/**
 * Lit la tête d'un fichier avec un séparateur donné. `complete` : la tête est le fichier entier, sa dernière
 * ligne n'est donc pas coupée.
 */
export function lireTeteCsv(
  texte: string,
  options: {
    readonly separateur: string;
    readonly guillemets: boolean;
    readonly preambule: number;
    readonly complete: boolean;
    /** Combien d'enregistrements lire après l'en-tête. */
    readonly lignes: number;
  },
): Tete {
  const corps = sansPreambule(texte, options.preambule);
  const enregistrements = decouper(corps, options.separateur, options.guillemets, options.lignes);
  const [entetes = [], ...lignes] = enregistrements;
  if (!options.complete && lignes.length < options.lignes) lignes.pop();
  return {
    separateur: options.separateur,
    entetes: ajusterFin(entetes.map(nettoyer), lignes),
    entetesCoupes: !options.complete && !/[\r\n]/.test(corps.trimStart()),
    lignes,
  };
}

/**
 * Bien des exports finissent chaque ligne par un séparateur, ou l'en-tête seulement : la colonne vide de trop
 * n'en est pas une si toutes les lignes de l'échantillon s'accordent.
 */
function ajusterFin(entetes: readonly string[], lignes: readonly (readonly string[])[]): string[] {
  if (lignes.length === 0) return [...entetes];
  const n = entetes.length;
  if (lignes.every((ligne) => ligne.length === n + 1 && ligne[n]?.trim() === '')) return [...entetes, ''];
  const utile = entetes.findLastIndex((entete) => entete !== '') + 1;
  if (utile < n && lignes.every((ligne) => ligne.length <= utile)) return entetes.slice(0, utile);
  return [...entetes];
}
