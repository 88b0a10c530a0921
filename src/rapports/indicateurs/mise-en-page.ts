import type { CodeIndicateur } from '../../domaine/resultat.ts';
import { COLONNE_PERSONNES, COLONNE_SECTEUR, type Colonne, colonnesIndicateurs } from './colonnes.ts';
import { gestesDe } from './gestes.ts';
import type { Ligne } from './lignes.ts';

/** Le tableau tel qu'il tient dans la largeur donnée. */
export interface MiseEnPage {
  readonly nom: number;
  readonly colonnes: readonly (Colonne & { readonly largeur: number })[];
  /** Largeur de la colonne « à faire » ; `null` : les gestes passent sous chaque ligne. */
  readonly gestes: number | null;
}

const NOM_MINIMUM = 18;
const NOM_ETROIT = 10;
const GESTES_MINIMUM = 12;

/**
 * Faute de place, on replie « à faire », puis on coupe les noms, puis on ôte le secteur, puis les
 * personnes ; enfin les gestes passent sous chaque ligne.
 */
export function mettreEnPage(
  lignes: readonly Ligne[],
  cibles: ReadonlyMap<CodeIndicateur, number>,
  largeur: number,
): MiseEnPage {
  const mesurees = (colonnes: readonly Colonne[]) =>
    colonnes.map((colonne) => ({ ...colonne, largeur: largeurDe(colonne, lignes) }));
  const indicateurs = colonnesIndicateurs(cibles);
  const nomVoulu = Math.max(NOM_MINIMUM, ...lignes.map(({ nom }) => [...nom].length));
  const gestesVoulus = Math.max(GESTES_MINIMUM, ...lignes.map((ligne) => gestesDe(ligne).join(' ').length));
  const gestesMinimum = Math.max(GESTES_MINIMUM, ...lignes.flatMap((l) => gestesDe(l).map((g) => g.length)));
  const choix = [[COLONNE_SECTEUR, COLONNE_PERSONNES], [COLONNE_PERSONNES], []];
  for (const annexes of choix) {
    const colonnes = mesurees([...annexes, ...indicateurs]);
    const place = largeur - occupation(colonnes) - 1;
    if (place >= NOM_MINIMUM + gestesMinimum) {
      const nom = Math.min(nomVoulu, place - gestesMinimum);
      return { nom, colonnes, gestes: Math.min(gestesVoulus, place - nom) };
    }
  }
  const colonnes = mesurees(indicateurs);
  const place = Math.max(NOM_ETROIT, largeur - occupation(colonnes));
  return { nom: Math.min(nomVoulu, place), colonnes, gestes: null };
}

function largeurDe(colonne: Colonne, lignes: readonly Ligne[]): number {
  const textes = [...colonne.titre, ...lignes.map((ligne) => colonne.texte(ligne))];
  return Math.max(...textes.map((texte) => [...texte].length));
}

/** Une marge à gauche, et une espace devant chaque colonne. */
function occupation(colonnes: readonly { readonly largeur: number }[]): number {
  return 1 + colonnes.reduce((somme, { largeur }) => somme + largeur + 1, 0);
}
