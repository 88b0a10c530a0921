import { join } from 'node:path';
import type { DateCivile } from '../../domaine/date-civile.ts';
import { lireDate } from '../../domaine/date-civile.ts';
import { Copie } from '../../lecture/copie.ts';
import { decoderTete, devinerEncodage, lireMarque } from '../../lecture/encodage.ts';
import { analyser, refuserGuillemet, relever } from '../../lecture/passes.ts';
import { Refus } from '../../lecture/refus.ts';
import { SEPARATEURS } from '../../lecture/tete.ts';
import { type NomSection, type Positions, reconnaitreEntete, SECTIONS } from './sections.ts';

/** Un CSV du répertoire, reconnu et recopié : prêt pour DuckDB. */
export interface HistoriquePret {
  readonly format: string;
  readonly dateExtraction: DateCivile | null;
  readonly sha256: string;
  readonly octets: number;
  readonly enregistrements: number;
  readonly copie: { readonly chemin: string; readonly separateur: string; readonly colonnes: number };
  /** Variante à en-tête : toutes les lignes sont d'une section, aux champs placés par l'en-tête. */
  readonly entete: { readonly section: NomSection; readonly positions: Positions } | null;
}

const EXTRACTION = /^finess(.)etalab\1([^;,\t|]*)\1([^;,\t|]*)/;

interface Reconnu {
  readonly separateur: string;
  readonly dateExtraction: DateCivile | null;
  readonly entete: HistoriquePret['entete'];
  readonly colonnes: number;
}

/** Reconnaît la première ligne : « finess;etalab;N;AAAA-MM-JJ », ou l'en-tête d'une variante. */
function reconnaitre(premiere: string): Reconnu {
  const etalab = EXTRACTION.exec(premiere);
  if (etalab) {
    const dateEcrite = (etalab[3] ?? '').replaceAll('"', '').trim();
    const dateExtraction = lireDate(dateEcrite);
    if (dateExtraction === null) {
      throw new Refus({
        code: /\d\/\d/.test(dateEcrite) ? 'finess.tableur' : 'champ.date_invalide',
        ligne: 1,
        colonne: 'date',
        valeur: dateEcrite,
        message: "la date d'extraction de la première ligne n'est pas de la forme AAAA-MM-JJ",
      });
    }
    const colonnes = SECTIONS.structureet.length;
    return { separateur: etalab[1] ?? ';', dateExtraction, entete: null, colonnes };
  }
  for (const separateur of SEPARATEURS) {
    const noms = premiere.split(separateur).map((nom) => nom.replaceAll('"', ''));
    const entete = reconnaitreEntete(noms);
    if (entete) return { separateur, dateExtraction: null, entete, colonnes: noms.length };
  }
  throw new Refus({
    code: 'finess.format_inconnu',
    ligne: 1,
    message:
      'ni une extraction FINESS (« finess;etalab;… »), ni un en-tête qui ait nofinesset, nofinessej, rs et categetab',
  });
}

/**
 * Reconnaît un CSV du répertoire à sa tête, en prend l'empreinte, et en écrit une copie en UTF-8, une ligne par
 * enregistrement. Lève `Refus` si ce n'en est pas un, `GzipTronque` s'il est coupé.
 */
export async function preparerHistorique(
  chemin: string,
  tete: Buffer,
  copieVers: string,
  signal?: AbortSignal,
): Promise<HistoriquePret> {
  const marque = lireMarque(tete)?.encodage ?? devinerEncodage(tete);
  const [premiere = ''] = decoderTete(tete, marque).split(/\r\n|\r|\n/, 1);
  const { separateur, dateExtraction, entete, colonnes } = reconnaitre(premiere);
  const utf16 = marque.startsWith('utf-16') ? marque : null;
  const { sha256, balayage } = await relever(chemin, separateur, utf16, signal);
  const encodage = utf16 ?? (balayage.utf8 ? 'utf-8' : 'windows-1252');
  const copie = new Copie(copieVers, separateur, colonnes);
  try {
    const source = { guillemets: true, lignes_ignorees: { debut: 0, fin: 0 } };
    const entetes = Array.from({ length: colonnes });
    const analyse = await analyser({ chemin, source }, { separateur, entetes }, encodage, copie, signal);
    if (analyse.refus) throw refuserGuillemet(analyse.refus);
    return {
      format: entete === null ? 'historique' : 'à en-tête',
      dateExtraction,
      sha256,
      octets: balayage.octets,
      enregistrements: analyse.enregistrements,
      copie: { chemin: copieVers, separateur, colonnes },
      entete,
    };
  } finally {
    copie.fermer();
  }
}

/** Où va la copie du fichier de rang donné. */
export function cheminCopie(dossier: string, rang: number): string {
  return join(dossier, `${rang}.csv`);
}
