import type { Controle, EtatEligibilite } from '../../domaine/financement/eligibilite.ts';
import { finirBlocs, listerEnGris, listerPhrases } from '../blocs.ts';
import { direSources } from '../citations.ts';
import { avertirAnnee, direLecture, direNom, direRejets, direSituation } from '../dossier/phrases.ts';
import { accorder } from '../nombres.ts';
import type { Palette, Presentation } from '../presentation.ts';
import { aligner, assainir, replier } from '../texte.ts';
import type { RapportEligibilite } from './modele.ts';
import {
  aMontrer,
  CONTROLES_EN_MOTS,
  direNonControles,
  direRegle,
  direVerdict,
  duPireAuMeilleur,
  pireEtat,
  SIGNES,
  sourcesDe,
} from './phrases.ts';

/** Le verdict, les raisons de la grappe, puis les ESSMS du pire au meilleur, chacun avec toutes ses raisons. */
export function rendre({ entete, eligibilite }: RapportEligibilite, presentation: Presentation): string {
  const { largeur, palette, tout } = presentation;
  const { grappe, essms } = eligibilite;
  const teinte = teinteDe(pireEtat(eligibilite), palette);
  const titre = [
    'Éligibilité',
    direNom(entete),
    direSituation(entete),
    accorder(essms.length, 'ESSMS', 'ESSMS'),
  ];
  const [premier = '', ...suite] = aligner(titre, '   ', largeur);
  const montres = duPireAuMeilleur(essms).filter(({ etat }) => tout || etat !== 'eligible');
  const tus = essms.length - montres.length;
  return finirBlocs([
    [palette.fort(premier), ...suite, ...replier(direVerdict(eligibilite), largeur).map(teinte)],
    [
      palette.fort('Grappe'),
      ...grappe.controles
        .filter(({ etat }) => etat !== 'non_controle')
        .flatMap((controle) => raison(controle, 1, presentation)),
    ],
    [
      ...(montres.length > 0 ? [palette.fort("ESSMS, le pire d'abord")] : []),
      ...montres.flatMap(({ essms: un, etat, controles }) => [
        ` ${teinteDe(etat, palette)(SIGNES[etat])} ${palette.fort(assainir(un.libelle))} (${un.finessEt}, OG ${un.finessEj})`,
        ...(tout ? controles : aMontrer(controles)).flatMap((controle) => raison(controle, 4, presentation)),
      ]),
      ...(tus > 0 ? [` … ${accorder(tus, 'ESSMS éligible', 'ESSMS éligibles')} (--tout)`] : []),
    ],
    listerPhrases('Non contrôlé :', direNonControles(eligibilite), presentation),
    listerPhrases(
      'À savoir :',
      [...direRejets(entete), ...avertirAnnee(entete).map(({ message }) => message)],
      presentation,
    ),
    listerEnGris('Sources :', [...direSources(sourcesDe(eligibilite)), ...direLecture(entete)], presentation),
  ]);
}

function raison(controle: Controle, retrait: number, { largeur, palette }: Presentation): string[] {
  const marge = ' '.repeat(retrait);
  const { code, etat, message, aide } = controle;
  const phrase = `${marge}${SIGNES[etat]} ${CONTROLES_EN_MOTS[code]} : ${assainir(message)}`;
  const regle = direRegle(controle);
  const gris = [
    ...(aide === null || etat === 'conforme' ? [] : [`aide : ${aide}`]),
    ...(etat === 'conforme' || regle === null ? [] : [regle]),
  ];
  return [
    ...replier(phrase, largeur, retrait + 2),
    ...gris.flatMap((une) => replier(`${marge}  ${une}`, largeur, retrait + 4)).map(palette.discret),
  ];
}

function teinteDe(etat: EtatEligibilite, palette: Palette): (texte: string) => string {
  if (etat === 'eligible') return palette.bon;
  return etat === 'ineligible' ? palette.mauvais : palette.doute;
}
