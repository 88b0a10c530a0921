import { nommerMois } from '../../domaine/date-civile.ts';
import type { Avis, Echec } from '../../domaine/lot.ts';
import type { SoumissionSynthese } from '../../domaine/synthese-lot.ts';
import { alignerColonnes } from '../alignement.ts';
import { finirBlocs, listerEnGris } from '../blocs.ts';
import { accorder, ecrireEntier } from '../nombres.ts';
import type { Presentation } from '../presentation.ts';
import { assainir, couper, enumerer, replier } from '../texte.ts';
import { direConclusion } from './conclusion.ts';
import type { RapportLot } from './modele.ts';

const RANGEES = 20;
const ECHECS = 10;

const AVIS: Readonly<Record<Avis, string>> = { verser: 'verser', completer: 'compléter', refuser: 'refuser' };

/** Le lot en une page : combien, ce qui a échoué, et les soumissions à rappeler d'abord. */
export function rendre(rapport: RapportLot, presentation: Presentation): string {
  const { echecs, synthese } = rapport;
  const { palette, largeur, tout } = presentation;
  const montrees = tout ? synthese.soumissions : synthese.soumissions.slice(0, RANGEES);
  return finirBlocs([
    replier(direConclusion(rapport), largeur).map(palette.fort),
    [direEtendue(rapport)],
    direEchecs(echecs, presentation),
    direSoumissions(montrees, synthese.soumissions.length, presentation),
    listerEnGris('À lire :', NOTES, presentation),
  ]);
}

const NOTES = [
  "Une proposition n'est pas une décision, et un constat n'accuse personne : il donne la réponse à demander.",
  "L'empreinte d'un relevé se recalcule : elle ne prouve pas qu'il est honnête. Le registre montre ce qui change après la première réception.",
];

function direEtendue({ synthese, reprises }: RapportLot): string {
  const mois = synthese.mois.length === 0 ? 'aucun mois' : enumerer(synthese.mois.map(nommerMois));
  const suite =
    reprises > 0 ? ` ; ${accorder(reprises, 'soumission inchangée', 'soumissions inchangées')}` : '';
  return `${ecrireEntier(synthese.essms)} ESSMS, ${mois}${suite}`;
}

function direEchecs(echecs: readonly Echec[], { largeur, palette, tout }: Presentation): string[] {
  if (echecs.length === 0) return [];
  const montres = tout ? echecs : echecs.slice(0, ECHECS);
  const autres = echecs.length - montres.length;
  return [
    palette.fort('Échecs (les autres soumissions sont traitées) :'),
    ...montres.flatMap(({ nom, code, message, aide }) => [
      ...replier(` - ${assainir(nom)} : ${palette.mauvais(code)} ${assainir(message)}`, largeur, 3),
      ...replier(`   aide : ${assainir(aide)}`, largeur, 3).map(palette.discret),
    ]),
    ...(autres > 0 ? [palette.discret(` et ${accorder(autres, 'autre')} (--tout)`)] : []),
  ];
}

function direSoumissions(
  montrees: readonly SoumissionSynthese[],
  toutes: number,
  { largeur, palette }: Presentation,
): string[] {
  if (montrees.length === 0) return [];
  const fixes = montrees.map(({ nom, grappe, essms, proposition, erreurs, avertissements }) => [
    couper(assainir(nom), 28),
    couper(assainir(grappe ?? ''), 24),
    String(essms),
    proposition === null ? '' : AVIS[proposition.avis],
    String(erreurs),
    String(avertissements),
  ]);
  const [titres = '', ...lignes] = alignerColonnes(
    [['soumission', 'grappe', 'ESSMS', 'proposition', 'err.', 'avert.'], ...fixes],
    new Set([2, 4, 5]),
  );
  const autres = toutes - montrees.length;
  return [
    palette.fort('À rappeler d’abord :'),
    palette.discret(titres),
    ...lignes.flatMap((ligne, rang) => {
      const appel = montrees[rang]?.proposition?.appels[0];
      return [
        ligne,
        ...(appel === undefined ? [] : [palette.discret(couper(`   ${assainir(appel)}`, largeur))]),
      ];
    }),
    ...(autres > 0
      ? [palette.discret(` et ${accorder(autres, 'autre')} (--tout, ou --sortie DOSSIER)`)]
      : []),
  ];
}
