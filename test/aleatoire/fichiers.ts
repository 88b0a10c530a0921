import { CHAMPS, type Forme } from '../reference/champs.ts';
import type { FichierLogique, LigneLogique } from '../reference/depot-logique.ts';
import { commentaire, ecrireCellule, ecrireEntete } from './cellules.ts';
import type { LigneAbstraite } from './lignes.ts';
import type { Presentation } from './scenario.ts';

/** Ce que la source décide pour tous ses fichiers. */
export interface Habitudes {
  readonly finessConstant: string | null;
  readonly renommees: Readonly<Record<string, string>>;
  /** Colonne → code → libellé propre au logiciel. */
  readonly libelles: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const COMMENTAIRE = 'Commentaire libre';
const INCONNUE = 'Bâtiment';

/** Les colonnes du fichier, dans l'ordre écrit ; une colonne inconnue porte son libellé entre deux « ? ». */
function choisirColonnes(forme: Forme, presentation: Presentation, habitudes: Habitudes): string[] {
  const champs = Object.entries(CHAMPS[forme]);
  const facultatives = champs.filter(([, champ]) => !champ.obligatoire).map(([nom]) => nom);
  const gardees = champs
    .filter(([, champ]) => champ.obligatoire)
    .map(([nom]) => nom)
    .filter((nom) => nom !== 'finess_et' || habitudes.finessConstant === null);
  gardees.push(...facultatives.filter((_, i) => ((presentation.omises >> i) & 1) === 0));
  const rotation = presentation.rotation % gardees.length;
  return [...gardees.slice(rotation), ...gardees.slice(0, rotation)];
}

function deformer(
  cellules: string[],
  ligne: LigneAbstraite,
  entetes: readonly string[],
): LigneLogique | null {
  switch (ligne.defaut) {
    case 'colonne_en_trop':
      return { cellules: [...cellules, 'de trop'] };
    case 'deux_colonnes_en_trop':
      return { cellules: [...cellules, 'de', 'trop'] };
    case 'colonne_en_moins':
      return cellules.length > 1 ? { cellules: cellules.slice(0, -1) } : null;
    case 'entete_repete':
      return { cellules: [...entetes] };
    case 'guillemet':
      return entetes.at(-1) === COMMENTAIRE
        ? { cellules: [...cellules.slice(0, -1), 'mal'], guillemetMalForme: true }
        : null;
    default:
      return { cellules };
  }
}

/** Un fichier : colonnes choisies, cellules écrites, lignes blanches glissées. `marque` le rend unique. */
export function monterFichier(
  forme: Forme,
  chemin: string,
  lignes: readonly LigneAbstraite[],
  presentation: Presentation,
  habitudes: Habitudes,
  marque: string | null,
): FichierLogique {
  const connues = choisirColonnes(forme, presentation, habitudes);
  const inconnues = [...(marque ? [marque] : []), ...(presentation.inconnue ? [INCONNUE] : [])];
  const derniere = presentation.commentaires ? [COMMENTAIRE] : [];
  const colonnes = [...connues, ...inconnues.map(() => null), ...derniere.map(() => null)];
  const entetes = [
    ...connues.map((nom) => habitudes.renommees[nom] ?? ecrireEntete(nom, presentation.styleEntetes)),
    ...inconnues,
    ...derniere,
  ];
  const cellule = (ligne: LigneAbstraite, rang: number, nom: string) => {
    const valeur = ligne.valeurs[nom] ?? '';
    const propre = rang % 2 === 0 ? habitudes.libelles[nom]?.[valeur] : undefined;
    return propre ?? ecrireCellule(forme, nom, valeur, presentation, rang);
  };
  const montees = lignes.flatMap((ligne, rang) => {
    const cellules = [
      ...connues.map((nom) => cellule(ligne, rang, nom)),
      ...inconnues.map(() => 'Nord'),
      ...derniere.map(() => commentaire(rang, presentation.guillemets)),
    ];
    const montee = deformer(cellules, ligne, entetes);
    return montee === null || montee.cellules.every((c) => c === '') ? [] : [montee];
  });
  for (const place of presentation.blanches) {
    const cellules =
      place % 2 === 0 ? [''] : entetes.map((_, i) => (i === place % entetes.length ? ' ' : ''));
    montees.splice(place % (montees.length + 1), 0, { cellules });
  }
  const { encodage, separateur, finDeLigne, guillemets, sautFinal, gzip } = presentation;
  return {
    chemin: gzip ? `${chemin}.gz` : chemin,
    colonnes,
    entetes,
    lignes: montees,
    ecriture: { encodage, separateur, finDeLigne, guillemets, sautFinal, gzip },
  };
}
