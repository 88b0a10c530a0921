import type { Echeancier } from '../../domaine/financement/echeancier.ts';
import { finirBlocs, listerEnGris, listerPhrases } from '../blocs.ts';
import { direAvertissements, direSources } from '../citations.ts';
import { lierNombres } from '../euros.ts';
import type { Presentation } from '../presentation.ts';
import { replier } from '../texte.ts';
import { direDates, direTitre, direVerdict, direVersement } from './phrases.ts';

/** Une étape par paragraphe, dans l'ordre des dates ; ce qui est passé le dit, et est en gris. */
export function rendre(echeancier: Echeancier, presentation: Presentation): string {
  const { largeur, palette } = presentation;
  const { etapes, avertissements, sources, fin } = echeancier;
  const dates = etapes.map((etape) => `${direDates(etape)}${etape.passee ? ' (passé)' : ''}`);
  const marge = Math.max(0, ...dates.map((date) => date.length)) + 3;
  const lignes = etapes.flatMap((etape, rang) => {
    const versement = etape.versement ? [direVersement(etape)] : [];
    const corps = [etape.titre, ...versement, etape.geste].flatMap((phrase) =>
      replier(lierNombres(phrase), largeur - marge),
    );
    return corps.map((ligne, i) => {
      const tete = i === 0 ? ` ${dates[rang]}`.padEnd(marge) : ' '.repeat(marge);
      if (etape.passee) return palette.discret(tete + ligne);
      return i === 0 ? palette.fort(tete + ligne) : tete + ligne;
    });
  });
  return finirBlocs([
    [
      palette.fort(direTitre(echeancier)),
      ...replier(direVerdict(echeancier), largeur).map(fin === null ? palette.mauvais : palette.bon),
    ],
    lignes,
    listerPhrases('À savoir :', direAvertissements(avertissements), presentation),
    listerEnGris('Sources :', direSources(sources), presentation),
  ]);
}
