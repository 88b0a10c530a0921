import { CODES_INDICATEURS, type CodeIndicateur } from '../../domaine/resultat.ts';
import { ecrireCible, ecrireEntier } from '../nombres.ts';
import type { Palette } from '../presentation.ts';
import { INDICATEURS } from '../vocabulaire.ts';
import { celluleDe } from './cellule.ts';
import { gestesDe } from './gestes.ts';
import type { Ligne } from './lignes.ts';
import { personnesDe } from './notes.ts';

/** Une colonne du tableau : son texte, et au besoin sa couleur, appliquée après la mise en largeur. */
export interface Colonne {
  readonly titre: readonly [string, string];
  readonly droite: boolean;
  texte(ligne: Ligne): string;
  /** Sous la valeur de l'ensemble : combien d'ESSMS sont à la cible (A4). */
  dessous?(ligne: Ligne): string;
  colorer?(ligne: Ligne, palette: Palette): (texte: string) => string;
}

export const COLONNE_SECTEUR: Colonne = {
  titre: ['sect.', ''],
  droite: false,
  texte: (ligne) => (ligne.niveau === 'essms' ? (ligne.secteur ?? '') : ''),
};

export const COLONNE_PERSONNES: Colonne = {
  titre: ['pers.', ''],
  droite: true,
  texte: (ligne) => {
    const personnes = personnesDe(ligne.resultats);
    return personnes === null ? '–' : ecrireEntier(personnes);
  },
};

/** Une colonne par indicateur, sous son nom et sa cible. */
export function colonnesIndicateurs(cibles: ReadonlyMap<CodeIndicateur, number>): Colonne[] {
  return CODES_INDICATEURS.map((code) => {
    const cible = cibles.get(code);
    const resultatDe = (ligne: Ligne) => ligne.resultats.find((r) => r.indicateur === code);
    return {
      titre: [INDICATEURS[code].court, cible === undefined ? '' : `≥ ${ecrireCible(cible)} %`],
      droite: true,
      texte: (ligne) => {
        const resultat = resultatDe(ligne);
        return resultat ? celluleDe(resultat) : '';
      },
      dessous: (ligne) => {
        const agregat = resultatDe(ligne)?.agregat;
        return agregat ? `${agregat.essmsAtteints}/${agregat.essmsEvalues}` : '';
      },
      colorer: (ligne, palette) => {
        const etat = resultatDe(ligne)?.etat;
        if (etat === 'atteint') return palette.bon;
        if (etat === 'non_atteint') return palette.mauvais;
        return etat === 'incertain' ? palette.doute : palette.discret;
      },
    };
  });
}

/** Les gestes d'une ligne, répartis sur autant de lignes d'écran qu'il faut. */
export function replierGestes(ligne: Ligne, largeur: number): string[] {
  const lignes: string[] = [];
  for (const geste of gestesDe(ligne)) {
    const derniere = lignes.at(-1);
    if (derniere !== undefined && derniere.length + 1 + geste.length <= largeur) {
      lignes[lignes.length - 1] = `${derniere} ${geste}`;
    } else {
      lignes.push(geste);
    }
  }
  return lignes;
}
