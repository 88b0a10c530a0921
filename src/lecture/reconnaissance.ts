import type { Constat } from '../domaine/anomalie.ts';
import type { DescriptionTable } from '../tables/description.ts';
import { type EntetesReconnus, type EntetesRefuses, reconnaitreEntetes } from '../tables/entetes.ts';
import { formes } from '../tables/index.ts';
import type { FichierDepot } from './depot/fichiers.ts';
import { decoderTete, type Encodage } from './encodage.ts';
import { type FormatDate, reconnaitreFormats } from './format-date.ts';
import { ECHANTILLON, lireTeteCsv, SEPARATEURS, TAILLE_TETE, type Tete } from './tete.ts';

/** Valeurs distinctes gardées par champ, pour le chemin court des listes fermées. */
const VUES = 50;

/** Au-delà, en caractères, une valeur ne fait pas partie d'une liste fermée. */
const LONGUEUR_VUE = 200;

/** Enregistrements lus pour choisir un séparateur. */
const LIGNES_D_ESSAI = 20;

/** Ce qu'un tableur sait tenir ; aucun export n'en approche. */
const COLONNES_MAXIMALES = 16_384;

/** Lignes où l'on cherche un en-tête quand la première n'en est pas un. */
const LIGNES_DE_TITRE = 30;

/** Ce que la tête d'un fichier dit de lui. */
export interface Reconnaissance {
  readonly table: DescriptionTable;
  readonly separateur: string;
  readonly entetes: readonly string[];
  readonly positions: ReadonlyMap<string, number>;
  readonly formats: ReadonlyMap<string, readonly FormatDate[]>;
  readonly echantillon: ReadonlyMap<string, readonly string[]>;
  /** Le fichier est refusé s'il y en a. */
  readonly problemes: readonly Constat[];
  readonly avertissements: readonly Constat[];
}

type Entetes = EntetesReconnus | EntetesRefuses;
interface Essai {
  readonly tete: Tete;
  readonly entetes: Entetes;
}

interface Lecture {
  readonly separateur: string;
  readonly preambule: number;
  readonly lignes: number;
}

function essayer(fichier: FichierDepot, texte: string, lecture: Lecture): Essai {
  const { source, table } = fichier;
  const complete = texte.length < TAILLE_TETE / 2;
  const tete = lireTeteCsv(texte, { ...lecture, guillemets: source.guillemets, complete });
  const entetes = reconnaitreEntetes(tete.entetes, formes(table), {
    colonnes: source.colonnes,
    constantes: Object.keys(source.constantes),
  });
  return { tete, entetes };
}

/** Le nombre de champs reconnus tranche ; à égalité, le nombre de colonnes, puis l'ordre des séparateurs. */
function note({ tete, entetes }: Essai): number {
  const reconnus = entetes.reconnus ? entetes.positions.size + 1000 : 0;
  const proches = entetes.reconnus ? 0 : -entetes.problemes.length;
  return (reconnus + proches) * 10_000 + Math.min(tete.entetes.length, 9_999);
}

function choisirSeparateur(fichier: FichierDepot, texte: string): Essai {
  const { separateur, lignes_ignorees } = fichier.source;
  const candidats = separateur === null ? SEPARATEURS : [separateur];
  const preambule = lignes_ignorees.debut;
  const essais = candidats.map((un) =>
    essayer(fichier, texte, { separateur: un, preambule, lignes: LIGNES_D_ESSAI }),
  );
  const retenu = essais.reduce((meilleur, essai) => (note(essai) > note(meilleur) ? essai : meilleur));
  return essayer(fichier, texte, { separateur: retenu.tete.separateur, preambule, lignes: ECHANTILLON });
}

/** Une ligne plus bas qui se lirait comme un en-tête : c'est que des titres la précèdent. */
function chercherEntete(fichier: FichierDepot, texte: string, separateur: string): number | null {
  const { debut } = fichier.source.lignes_ignorees;
  const candidats = fichier.source.separateur === null ? SEPARATEURS : [separateur];
  for (let titres = debut + 1; titres <= debut + LIGNES_DE_TITRE; titres++) {
    const extrait = texte.slice(0, 65_536);
    const reconnu = candidats.some(
      (un) => essayer(fichier, extrait, { separateur: un, preambule: titres, lignes: 1 }).entetes.reconnus,
    );
    if (reconnu) return titres;
  }
  return null;
}

function expliquerRefus(fichier: FichierDepot, texte: string, { tete, entetes }: Essai): readonly Constat[] {
  const ligne = fichier.source.lignes_ignorees.debut + 1;
  if (tete.entetesCoupes || tete.entetes.length > COLONNES_MAXIMALES) {
    const message = `l'en-tête dépasse ${COLONNES_MAXIMALES} colonnes ou ${TAILLE_TETE >> 10} Ko`;
    return [{ code: 'fichier.entete_demesure', ligne, message }];
  }
  if (entetes.reconnus) return [];
  const titres = chercherEntete(fichier, texte, tete.separateur);
  if (titres !== null) {
    return entetes.problemes.slice(0, 1).map((probleme) => ({
      ...probleme,
      ligne,
      aide: `l'en-tête semble être à la ligne ${titres + 1} : écrivez dans depot.yaml lignes_ignorees: { debut: ${titres} }`,
    }));
  }
  if (
    tete.entetes.length <= 1 &&
    (entetes.table.champs.filter(({ obligatoire }) => obligatoire).length ?? 0) > 1
  ) {
    return [
      {
        code: 'fichier.separateur',
        ligne,
        message:
          fichier.source.separateur === null
            ? 'aucun séparateur reconnu sur la première ligne (point-virgule, virgule, tabulation, barre)'
            : `le séparateur « ${fichier.source.separateur} » n'apparaît pas sur la première ligne`,
      },
    ];
  }
  return entetes.problemes.map((probleme) => ({ ligne, ...probleme }));
}

function avertir({ entetes }: Essai, ligne: number): Constat[] {
  if (!entetes.reconnus) return [];
  return entetes.inconnues.flatMap(({ entete, suggestion }) =>
    suggestion
      ? [
          {
            code: 'colonne.inconnue_proche' as const,
            ligne,
            colonne: suggestion,
            message: `l'en-tête « ${entete} » n'est pas lu ; il ressemble à « ${suggestion} »`,
          },
        ]
      : [],
  );
}

function valeursDe(lignes: Tete['lignes'], position: number): string[] {
  return lignes.flatMap((ligne) => ligne[position] ?? []);
}

function distinctes(valeurs: readonly string[]): string[] {
  const comptes = new Map<string, number>();
  for (const valeur of valeurs) comptes.set(valeur, (comptes.get(valeur) ?? 0) + 1);
  return [...comptes]
    .filter(([valeur]) => valeur !== '' && valeur.length <= LONGUEUR_VUE && !valeur.includes('\0'))
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, VUES)
    .map(([valeur]) => valeur);
}

/** Reconnaît un fichier à ses premiers octets : séparateur, colonnes, formats de date, valeurs courantes. */
export function reconnaitre(fichier: FichierDepot, tete: Buffer, encodage: Encodage): Reconnaissance {
  const texte = decoderTete(tete, encodage);
  const essai = choisirSeparateur(fichier, texte);
  const { entetes } = essai;
  const { table } = entetes;
  const { source } = fichier;
  const problemes = [...expliquerRefus(fichier, texte, essai)];
  const positions = entetes.reconnus ? entetes.positions : new Map<string, number>();
  const cellules = new Map(
    [...positions].map(([nom, rang]) => [nom, valeursDe(essai.tete.lignes, rang)] as const),
  );
  const dates = new Map(
    [...cellules].filter(([nom]) => table.champs.find((c) => c.nom === nom)?.type === 'date'),
  );
  const impose = source.format_date;
  return {
    table,
    separateur: essai.tete.separateur,
    entetes: essai.tete.entetes,
    positions,
    formats:
      impose === 'auto' ? reconnaitreFormats(dates) : new Map([...dates].map(([nom]) => [nom, [impose]])),
    echantillon: new Map([...cellules].map(([nom, valeurs]) => [nom, distinctes(valeurs)])),
    problemes,
    avertissements: avertir(essai, source.lignes_ignorees.debut + 1),
  };
}
