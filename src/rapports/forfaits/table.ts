import type { Forfaits } from '../../domaine/financement/forfaits.ts';
import { alignerColonnes } from '../alignement.ts';
import { finirBlocs, listerEnGris, listerPhrases } from '../blocs.ts';
import { direSources } from '../citations.ts';
import { euros, lierNombres } from '../euros.ts';
import type { Presentation } from '../presentation.ts';
import { replier } from '../texte.ts';
import { alignerVersements } from '../versements.ts';
import { direRemarques, direTitre, rangeesLignes, TITRES_LIGNES, verdictDe } from './phrases.ts';

/** Le total en une phrase, les lignes et leur calcul, les deux versements, les réserves, les sources. */
export function rendre(forfaits: Forfaits, presentation: Presentation): string {
  const { largeur, palette } = presentation;
  const { connu, phrase } = verdictDe(forfaits);
  return finirBlocs([
    [
      ...replier(lierNombres(direTitre(forfaits)), largeur).map(palette.fort),
      ...replier(lierNombres(phrase), largeur).map(connu ? palette.bon : palette.mauvais),
    ],
    rendreLignes(forfaits, largeur),
    forfaits.total === null ? [] : alignerVersements(forfaits.versements, largeur),
    listerPhrases('À savoir :', direRemarques(forfaits), presentation),
    listerEnGris('Sources :', direSources(forfaits.sources), presentation),
  ]);
}

/** Ce qui ne tient pas dans la largeur s'efface : la lecture d'abord, le calcul ensuite ; jamais un montant. */
const COLONNES = [
  [0, 1, 2, 3],
  [0, 1, 3],
  [0, 3],
];

function rendreLignes({ lignes, total }: Forfaits, largeur: number): string[] {
  const rangees = [TITRES_LIGNES, ...rangeesLignes(lignes), ['total', '', '', euros(total)]];
  const essais = COLONNES.map((rangs) =>
    alignerColonnes(
      rangees.map((rangee) => rangs.map((rang) => rangee[rang] ?? '')),
      new Set([rangs.length - 1]),
    ),
  );
  const tient = (essai: readonly string[]) => essai.every((ligne) => [...ligne].length <= largeur);
  return essais.find(tient) ?? essais.at(-1) ?? [];
}
