import { finirBlocs, listerEnGris, listerPhrases } from '../blocs.ts';
import { direSources } from '../citations.ts';
import { lierNombres } from '../euros.ts';
import type { Presentation } from '../presentation.ts';
import { replier } from '../texte.ts';
import { alignerVersements } from '../versements.ts';
import type { RapportSons } from './modele.ts';
import { direMontant, direRemarques, direTitre, verdictDe } from './phrases.ts';

/** Le verdict, le montant et ses deux parts, les seuils, les sources. */
export function rendre({ vague, sons }: RapportSons, presentation: Presentation): string {
  const { largeur, palette } = presentation;
  const { issue, phrase } = verdictDe(vague, sons.avertissements);
  return finirBlocs([
    [palette.fort(direTitre(vague)), ...replier(lierNombres(phrase), largeur).map(palette[issue])],
    replier(` ${lierNombres(direMontant(sons))}`, largeur, 1).map(palette.fort),
    sons.montant === null ? [] : alignerVersements(sons.versements, largeur),
    listerPhrases('À savoir :', direRemarques(sons.avertissements), presentation),
    listerEnGris('Sources :', direSources(vague.sources), presentation),
  ]);
}
