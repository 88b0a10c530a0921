import { CODES_INDICATEURS } from '../../domaine/resultat.ts';
import {
  MOIS_DE_PREUVE,
  type PreuveIdentifiant,
  type PreuveNiveau,
  type Suivi,
} from '../../domaine/suivi.ts';
import { NOMS_NIVEAUX } from '../indicateurs/verdict.ts';
import { ecrireCible } from '../nombres.ts';
import type { Palette } from '../presentation.ts';
import { INDICATEURS } from '../vocabulaire.ts';
import { type Grille, type Rangee, tientEnLargeur } from './grille.ts';
import { direManque, direSerie, lier } from './manque.ts';
import { bandeDe, chiffreDe, enteteDe, TENDANCES, teinteDe } from './marques.ts';

/** L'ensemble, un indicateur par rangée et un mois par colonne ; autant de mois qu'il en tient, trois au moins. */
export function grilleEnsemble(
  preuve: PreuveIdentifiant,
  suivi: Suivi,
  largeur: number,
  palette: Palette,
): Grille {
  for (let montres = suivi.mois.length; ; montres--) {
    const grille = grilleDesMois(preuve, suivi, montres, palette);
    if (montres <= MOIS_DE_PREUVE || tientEnLargeur(grille, largeur)) return grille;
  }
}

function grilleDesMois(preuve: PreuveIdentifiant, suivi: Suivi, montres: number, palette: Palette): Grille {
  const mois = suivi.mois.slice(-montres);
  const rangees = preuve.series.map((serie): Rangee => {
    const { indicateur, cible, mesures, tendance, restants } = serie;
    return {
      cellules: [
        { texte: INDICATEURS[indicateur].court },
        { texte: cible === null ? '' : `${ecrireCible(cible)} %` },
        ...mesures.slice(-montres).map((mesure) => ({
          texte: chiffreDe(mesure),
          teinte: teinteDe(mesure, palette),
        })),
        { texte: tendance === null ? '' : TENDANCES[tendance] },
        { texte: direSerie(serie, suivi), teinte: restants === 0 ? palette.bon : palette.doute },
      ],
      suite: direManque(serie),
    };
  });
  const serie = suivi.reglages.lecture === 'trois_atteints' ? 'série' : 'partagés';
  return {
    titres: [['ENSEMBLE', ''], ['cible', ''], ...mois.map(enteteDe), ['', ''], [serie, '']],
    titreSuite: 'il manque',
    rangees,
    droite: new Set([1, ...mois.map((_, rang) => rang + 2), mois.length + 3]),
  };
}

/** Mois montrés dans une case : au-delà, les plus anciens sont dans les autres formats. */
export const MOIS_EN_BANDE = 6;

/** Un ESSMS ou un OG par rangée, un indicateur par colonne : une marque par mois, puis le geste. */
export function grilleIdentifiants(
  { niveau }: PreuveNiveau,
  preuves: readonly PreuveIdentifiant[],
  palette: Palette,
): Grille {
  const secteur = niveau === 'essms';
  return {
    titres: [
      [NOMS_NIVEAUX[niveau], "(pire d'abord)"],
      ...(secteur ? [['sect.', ''] as const] : []),
      ...CODES_INDICATEURS.map((code) => [INDICATEURS[code].court, ''] as const),
    ],
    titreSuite: 'à faire',
    rangees: preuves.map(({ nom, secteur: sien, series, gestes }) => ({
      cellules: [
        { texte: nom },
        ...(secteur ? [{ texte: sien ?? '' }] : []),
        ...series.map(({ mesures, restants }) => ({
          texte: bandeDe(mesures.slice(-MOIS_EN_BANDE)),
          teinte: restants === 0 ? palette.bon : palette.doute,
        })),
      ],
      suite: gestes.map(lier).join(', '),
    })),
    droite: new Set(),
  };
}
