import { alignerColonnes } from '../alignement.ts';
import { finirBlocs, listerEnGris, listerPhrases } from '../blocs.ts';
import { direSources } from '../citations.ts';
import { direLecture, direNom, direSituation, direSomme, FORFAITS_EN_MOTS } from '../dossier/phrases.ts';
import { lierNombres } from '../euros.ts';
import type { Presentation } from '../presentation.ts';
import { aligner, assainir, couper, replier } from '../texte.ts';
import type { RapportFinancement } from './modele.ts';
import {
  celluleForfait,
  codesEssms,
  direDetails,
  direExclus,
  direProjet,
  direReserves,
  direTaille,
  rangeesForfaits,
  rangeesOg,
  rangeesVersements,
  TITRES_FORFAITS,
  TITRES_OG,
  TITRES_VERSEMENTS,
  verdictDe,
} from './phrases.ts';

const LARGEUR_NOM = 26;

/** Le total d'abord, ce qui le compose, puis les OG, les ESSMS, et qui est payé quand. */
export function rendre(rapport: RapportFinancement, presentation: Presentation): string {
  const { entete, plan } = rapport;
  const { largeur, palette } = presentation;
  const { issue, phrase } = verdictDe(rapport);
  const titre = [
    'Plan de financement',
    direNom(entete),
    direSituation(entete),
    direTaille(plan),
    ...direProjet(plan),
  ];
  const [premier = '', ...suite] = aligner(titre, '   ', largeur);
  const bloc = (
    nom: string,
    rangees: readonly string[][],
    titres: readonly string[],
    droite: readonly number[],
  ) => {
    if (rangees.length === 0) return [];
    const [entetes = '', ...lignes] = alignerColonnes([titres, ...rangees], new Set(droite));
    return [palette.fort(nom), palette.discret(entetes), ...lignes];
  };
  return finirBlocs([
    [palette.fort(premier), ...suite, ...replier(lierNombres(phrase), largeur).map(palette[issue])],
    bloc('Forfaits', rangeesForfaits(plan), TITRES_FORFAITS, [1, 2]),
    bloc('Organismes gestionnaires', rangeesOg(plan), TITRES_OG, [1, 2, 4, 5]),
    essms(rapport, presentation),
    versements(rapport, presentation),
    listerPhrases('Hors du plan :', direExclus(plan), presentation),
    listerPhrases(
      'À savoir (« esms regles montrer CODE » les explique) :',
      direReserves(rapport),
      presentation,
    ),
    listerEnGris('Sources :', [...direSources(plan.sources), ...direLecture(entete)], presentation),
  ]);
}

function essms({ plan }: RapportFinancement, { palette }: Presentation): string[] {
  if (plan.essms.length === 0) return [];
  const codes = codesEssms(plan);
  const titres = [
    'ESSMS',
    'FINESS',
    ...codes.map((code) => FORFAITS_EN_MOTS[code].split(' ')[0] ?? code),
    'total',
    '',
  ];
  const rangees = plan.essms.map((un) => [
    couper(assainir(un.libelle), LARGEUR_NOM),
    un.finessEt,
    ...codes.map((code) => celluleForfait(un, code)),
    direSomme(un.somme),
    direDetails(un),
  ]);
  const droite = new Set(codes.map((_, rang) => rang + 2).concat(codes.length + 2));
  const [entetes = '', ...lignes] = alignerColonnes([titres, ...rangees], droite);
  return [palette.fort('ESSMS, par numéro FINESS'), palette.discret(entetes), ...lignes];
}

/** Un versement tient sur deux lignes : qui et combien, puis quand et sur quelle preuve. */
function versements({ plan }: RapportFinancement, { largeur, palette }: Presentation): string[] {
  const rangees = rangeesVersements(plan);
  const lignes = alignerColonnes(
    rangees.map((rangee) => rangee.slice(0, 4)),
    new Set([2, 3]),
  );
  return [
    palette.fort(`Versements : ${TITRES_VERSEMENTS[0]}, quand, sur quelle preuve`),
    ...rangees.flatMap(([, , , , quand, preuve], rang) => [
      lignes[rang] ?? '',
      ...replier(`   ${quand} ; preuve : ${preuve}`, largeur, 3).map(palette.discret),
    ]),
  ];
}
