import type { DossierAFaire, EssmsAFaire } from '../../domaine/reste-a-faire.ts';
import { alignerColonnes } from '../alignement.ts';
import { finirBlocs } from '../blocs.ts';
import { direDonnees, direExports, direFenetre, direRegles } from '../indicateurs/notes.ts';
import { accorder } from '../nombres.ts';
import type { Presentation } from '../presentation.ts';
import { aligner, assainir, replier } from '../texte.ts';
import type { RapportResteAFaire } from './modele.ts';
import {
  AVIS,
  direConsigne,
  direGeste,
  direIndicateurs,
  direManques,
  direMssante,
  direReserves,
  direTotal,
  estHorsPeriode,
  SITUATIONS_EN_MOTS,
} from './phrases.ts';

/** Dossiers montrés par ESSMS : de quoi commencer, et là où une cible manque ; --tout et le CSV les donnent tous. */
const MONTRES = 10;

/** L'avis, la consigne, puis chaque ESSMS et ses dossiers. */
export function rendre(rapport: RapportResteAFaire, presentation: Presentation): string {
  const { largeur, palette } = presentation;
  const titre = ['Reste à faire', assainir(rapport.grappe.nom ?? ''), direFenetre(rapport.fenetre)];
  const [premier = '', ...suite] = aligner(
    [...titre.filter((partie) => partie !== ''), ...direExports(rapport.sources)],
    '   ',
    largeur,
  );
  const parEssms = new Map<string, DossierAFaire[]>(rapport.essms.map(({ finessEt }) => [finessEt, []]));
  for (const dossier of rapport.dossiers) parEssms.get(dossier.finessEt)?.push(dossier);
  return finirBlocs([
    [
      ...replier(AVIS, largeur).map(palette.doute),
      palette.fort(premier),
      ...suite,
      ...replier(direTotal(rapport), largeur),
      ...replier(direConsigne(rapport), largeur).map(rapport.moisClos ? palette.mauvais : (texte) => texte),
    ],
    ...rapport.essms.map((essms) => blocEssms(essms, parEssms.get(essms.finessEt) ?? [], presentation)),
    [
      '✓ atteint, ✗ non atteint, ? incertain, – sans résultat, pour cet ESSMS ; « pour la cible » : ce qui manque au numérateur.',
      "Dans un ESSMS : d'abord les dossiers dont un geste règle deux indicateurs, puis une cible non atteinte, puis ceux à qui il manque le plus.",
      `Définitions : ${direRegles(rapport)}.`,
      `Données : ${direDonnees(rapport.sources)}.`,
    ]
      .flatMap((phrase) => replier(phrase, largeur, 2))
      .map(palette.discret),
  ]);
}

function blocEssms(
  essms: EssmsAFaire,
  dossiers: readonly DossierAFaire[],
  { largeur, palette, tout }: Presentation,
): string[] {
  const nom = `${palette.fort(assainir(essms.libelle))} (${essms.finessEt})`;
  if (estHorsPeriode(essms)) return [`${nom} : hors période`];
  const montres = tout ? dossiers : dossiers.slice(0, essms.prioritaires > 0 ? MONTRES : 0);
  const tus = dossiers.length - montres.length;
  const compte = `${accorder(dossiers.length, 'dossier')} sur ${accorder(essms.population, 'personne')}`;
  const notes = [
    ...aligner(direIndicateurs(essms), ' ; ', largeur - 3),
    direMssante(essms),
    ...direReserves(essms),
  ];
  return [
    `${nom} : ${compte}${essms.prioritaires === 0 ? ', aucun pour une cible non atteinte' : ''}`,
    ...notes.flatMap((note) => replier(`   ${note}`, largeur, 5)).map(palette.discret),
    ...(montres.length > 0 ? alignerColonnes([TITRES, ...montres.map(rangee)]) : []),
    ...(tus > 0 ? [`   … ${direTus(tus, montres.length)} (--tout, ou --format csv)`] : []),
  ];
}

const TITRES = ['', 'dossier', 'situation', 'il manque', 'premier geste'];

function rangee(dossier: DossierAFaire): string[] {
  return [
    '',
    assainir(dossier.idDossier),
    SITUATIONS_EN_MOTS[dossier.situation],
    direManques(dossier),
    direGeste(dossier),
  ];
}

function direTus(tus: number, montres: number): string {
  return montres === 0 ? accorder(tus, 'dossier') : accorder(tus, 'autre dossier', 'autres dossiers');
}
