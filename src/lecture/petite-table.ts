import { Readable } from 'node:stream';
import { CsvError, type Info, parse } from 'csv-parse';
import type { Constat } from '../domaine/anomalie.ts';
import type { Champ } from '../tables/description.ts';
import { ecrituresDe } from '../tables/ecritures.ts';
import { normaliser } from '../tables/normaliser.ts';
import { absente, ambigue } from '../tables/problemes-entetes.ts';
import { decoderTete, devinerEncodage, type Encodage, lireMarque, versUtf8 } from './encodage.ts';
import { GzipTronque, lireTete, nouvelleEmpreinte, ouvrirOctets } from './octets.ts';
import { Refus, reconnaitreNonCsv } from './refus.ts';
import { lireTeteCsv, SEPARATEURS, TAILLE_TETE } from './tete.ts';

/** Un enregistrement, ses valeurs par champ ; un champ dont la colonne manque n'y est pas. */
export interface LignePetiteTable {
  /** Ligne physique, à partir de 1. */
  readonly ligne: number;
  readonly valeurs: Readonly<Record<string, string>>;
  /** Ce que le nombre de valeurs de la ligne a de faux. */
  readonly constat: Constat | null;
}

export interface PetiteTable {
  readonly encodage: Encodage;
  readonly separateur: string;
  /** Au fil du fichier ; lève `Refus` sur un guillemet fautif ou une ligne démesurée. */
  readonly lignes: AsyncIterable<LignePetiteTable>;
  /** À lire une fois les lignes épuisées : SHA-256 et taille des octets du disque. */
  readonly empreinte: () => { readonly sha256: string; readonly octets: number };
}

/** Au-delà, en octets, une ligne n'est pas celle d'une liste. */
const LIGNE_MAXIMALE = 1 << 20;

/**
 * Ouvre un petit CSV hors d'un dépôt, lu au fil de l'eau par csv-parse. L'encodage se devine à la tête : ses champs
 * n'ont que des chiffres, un accent mal lu plus bas n'y change rien. Lève `Refus` si ce n'est pas un tel CSV.
 */
export async function ouvrirPetiteTable(
  chemin: string,
  champs: readonly Champ[],
  signal?: AbortSignal,
): Promise<PetiteTable> {
  const { octets: tete } = await lire(() => lireTete(chemin, TAILLE_TETE));
  if (tete.length === 0) throw new Refus({ code: 'fichier.vide', message: 'fichier vide' });
  const nonCsv = reconnaitreNonCsv(tete);
  if (nonCsv) throw new Refus(nonCsv);
  const encodage = lireMarque(tete)?.encodage ?? devinerEncodage(tete);
  const texte = decoderTete(tete, encodage);
  const { separateur, entetes } = reconnaitreSeparateur(texte, champs);
  const positions = positionsDe(entetes, champs);
  const hache = nouvelleEmpreinte();
  const { blocs } = await lire(() => ouvrirOctets(chemin, hache));
  let octets = 0;
  async function* compter(): AsyncGenerator<Buffer> {
    for await (const bloc of blocs) {
      signal?.throwIfAborted();
      octets += bloc.length;
      yield bloc;
    }
  }
  return {
    encodage,
    separateur,
    lignes: decouper(versUtf8(compter(), encodage), { separateur, largeur: entetes.length, positions }),
    empreinte: () => ({ sha256: hache.digest('hex'), octets }),
  };
}

async function lire<T>(ouvrir: () => Promise<T>): Promise<T> {
  try {
    return await ouvrir();
  } catch (erreur) {
    if (erreur instanceof GzipTronque) {
      throw new Refus({ code: 'fichier.gzip_tronque', message: 'fichier compressé incomplet' });
    }
    const { code } = erreur as NodeJS.ErrnoException;
    if (code === undefined) throw erreur;
    const message = code === 'ENOENT' ? "le fichier n'existe pas" : `lecture refusée (${code})`;
    throw new Refus({
      code: 'fichier.illisible',
      message,
      aide: 'vérifiez le chemin et les droits du fichier',
    });
  }
}

/** Le séparateur qui fait reconnaître le plus de colonnes. */
function reconnaitreSeparateur(
  texte: string,
  champs: readonly Champ[],
): { readonly separateur: string; readonly entetes: readonly string[] } {
  const essais = SEPARATEURS.map((separateur) =>
    lireTeteCsv(texte, { separateur, guillemets: true, preambule: 0, complete: true, lignes: 1 }),
  );
  const reconnues = (entetes: readonly string[]): number =>
    champs.filter((champ) => rangsDe(champ, entetes).length > 0).length;
  return essais.reduce((meilleur, essai) =>
    reconnues(essai.entetes) > reconnues(meilleur.entetes) ? essai : meilleur,
  );
}

function rangsDe(champ: Champ, entetes: readonly string[]): number[] {
  const ecritures = ecrituresDe(champ);
  return entetes.flatMap((entete, rang) => (ecritures.includes(normaliser(entete)) ? [rang] : []));
}

function positionsDe(entetes: readonly string[], champs: readonly Champ[]): Map<string, number> {
  const problemes: Constat[] = [];
  const positions = new Map<string, number>();
  for (const champ of champs) {
    const rangs = rangsDe(champ, entetes);
    if (rangs[0] !== undefined) positions.set(champ.nom, rangs[0]);
    if (rangs.length > 1) problemes.push(ambigue(champ, rangs, entetes));
    if (rangs.length === 0 && champ.obligatoire) problemes.push(absente(champ, entetes));
  }
  const [premier, ...autres] = problemes.map((probleme) => ({
    ...probleme,
    ligne: 1,
    aide: `l'en-tête attendu est ${champs.map(({ nom }) => nom).join(';')}`,
  }));
  if (premier) throw new Refus(premier, ...autres);
  return positions;
}

async function* decouper(
  octets: AsyncIterable<Buffer>,
  format: {
    readonly separateur: string;
    readonly largeur: number;
    readonly positions: ReadonlyMap<string, number>;
  },
): AsyncGenerator<LignePetiteTable> {
  let derniere = 1;
  const analyse = Readable.from(octets).pipe(
    parse({
      delimiter: format.separateur,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      max_record_size: LIGNE_MAXIMALE,
      from: 2,
      info: true,
      on_record: (record, { lines }) => {
        derniere = lines;
        return record;
      },
    }),
  );
  try {
    for await (const { record, info } of analyse as AsyncIterable<{ record: string[]; info: Info }>) {
      yield lireLigne(record, info, format);
    }
  } catch (erreur) {
    // csv-parse dit où il s'arrête, pas où le guillemet s'ouvre : dans l'enregistrement qui suit le dernier lu.
    throw erreur instanceof CsvError ? refuserCsv(erreur, derniere + 1) : erreur;
  }
}

function lireLigne(
  record: readonly string[],
  info: Info,
  { largeur, positions }: { readonly largeur: number; readonly positions: ReadonlyMap<string, number> },
): LignePetiteTable {
  const valeurs: Record<string, string> = {};
  for (const [nom, rang] of positions) valeurs[nom] = record[rang]?.trim() ?? '';
  // csv-parse donne la dernière ligne physique d'un enregistrement.
  const sauts = record.reduce((somme, valeur) => somme + (valeur.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
  return { ligne: info.lines - sauts, valeurs, constat: jugerLargeur(record, largeur) };
}

/** Des séparateurs en fin de ligne ne sont pas des valeurs de trop. */
function jugerLargeur(record: readonly string[], largeur: number): Constat | null {
  const lues = record.length;
  if (lues < largeur) {
    return { code: 'ligne.colonnes_manquantes', message: `${lues} valeurs pour ${largeur} colonnes` };
  }
  if (record.slice(largeur).some((valeur) => valeur.trim() !== '')) {
    return { code: 'ligne.colonnes_en_trop', message: `${lues} valeurs pour ${largeur} colonnes` };
  }
  return null;
}

function refuserCsv(erreur: CsvError, ligne: number): Refus {
  if (erreur.code === 'CSV_QUOTE_NOT_CLOSED') {
    return new Refus({
      code: 'fichier.guillemet_non_referme',
      ligne,
      message: "un guillemet ouvert n'est jamais refermé",
      aide: 'cherchez un guillemet seul dans le fichier',
    });
  }
  if (erreur.code === 'CSV_MAX_RECORD_SIZE') {
    return new Refus({
      code: 'fichier.binaire',
      ligne,
      message: "une ligne dépasse un mégaoctet : ce n'est pas une liste",
    });
  }
  return new Refus({
    code: 'fichier.guillemet_multiligne',
    ligne,
    message: 'guillemet mal formé',
    aide: 'doublez les guillemets dans les valeurs, ou ôtez-les',
  });
}
