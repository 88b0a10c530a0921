import type { CodeIndicateur } from '../../domaine/resultat.ts';
import type { RapportIndicateurs } from '../modele.ts';
import { accorder } from '../nombres.ts';
import type { Palette, Presentation } from '../presentation.ts';
import { aligner, finir, replier } from '../texte.ts';
import { rendreGrille } from './grille.ts';
import {
  direCibles,
  direDonnees,
  direExports,
  direFenetre,
  direMarque,
  direNom,
  direRegles,
  direTaille,
} from './notes.ts';
import { direEcarts, direManques, resumerHypotheses } from './phrases.ts';
import { rangeesDe } from './rangees.ts';
import { direSensibilite } from './sensibilite.ts';
import { type Issue, verdictDe } from './verdict.ts';

/** Le tableau du terminal : le verdict, les ESSMS du pire au meilleur, ce qui manque, les hypothèses. */
export function rendreTable(rapport: RapportIndicateurs, presentation: Presentation): string {
  const { largeur, palette } = presentation;
  const blocs = [
    [...titre(rapport, presentation), ...verdict(rapport, presentation)],
    rendreGrille(rangeesDe(rapport, presentation.tout), { largeur, palette, cibles: ciblesDe(rapport) }),
    liste('Sensibilité aux définitions :', direSensibilite(rapport), presentation),
    liste('Déclaré et calculé :', abreger(direEcarts(rapport)), presentation),
    liste('Il manque :', direManques(rapport), presentation),
    liste(
      'Hypothèses (« esms regles montrer CODE » les explique) :',
      resumerHypotheses(rapport),
      presentation,
    ),
    notes(rapport, presentation),
  ];
  return finir(
    blocs.filter((bloc) => bloc.length > 0).flatMap((bloc, rang) => (rang > 0 ? ['', ...bloc] : bloc)),
  );
}

const ECARTS_MONTRES = 8;

function abreger(ecarts: readonly string[]): string[] {
  if (ecarts.length <= ECARTS_MONTRES) return [...ecarts];
  const tus = ecarts.length - ECARTS_MONTRES;
  return [...ecarts.slice(0, ECARTS_MONTRES), `${accorder(tus, 'autre')} : --format markdown`];
}

function titre(rapport: RapportIndicateurs, { largeur, palette }: Presentation): string[] {
  const details = [direFenetre(rapport.fenetre), ...direExports(rapport.sources), ...direTaille(rapport)];
  const [nom = '', ...suite] = aligner([direNom(rapport), ...details], '   ', largeur);
  return [palette.fort(nom), ...suite];
}

function verdict(rapport: RapportIndicateurs, { largeur, palette }: Presentation): string[] {
  const { issue, phrase, parNiveau } = verdictDe(rapport);
  const teinte = teinteDe(issue, palette);
  return [
    ...replier(phrase, largeur).map((ligne) => teinte(ligne)),
    ...parNiveau.flatMap((ligne) => replier(`  ${ligne}`, largeur, 9)),
  ];
}

function teinteDe(issue: Issue | null, palette: Palette): (texte: string) => string {
  if (issue === 'ATTEINT') return palette.bon;
  return issue === 'NON ATTEINT' ? palette.mauvais : palette.doute;
}

/** La cible de chaque indicateur, lue sur les résultats : c'est celle qui a servi. */
function ciblesDe({ resultats }: RapportIndicateurs): Map<CodeIndicateur, number> {
  return new Map(resultats.map(({ indicateur, cible }) => [indicateur, cible]));
}

function liste(
  titreDeListe: string,
  phrases: readonly string[],
  { largeur, palette }: Presentation,
): string[] {
  if (phrases.length === 0) return [];
  return [palette.fort(titreDeListe), ...phrases.flatMap((phrase) => replier(` - ${phrase}`, largeur, 3))];
}

function notes(rapport: RapportIndicateurs, { largeur, palette }: Presentation): string[] {
  const phrases = [
    '✓ atteint, ✗ non atteint, ? incertain (les données ne permettent pas de trancher), – sans résultat.',
    ...direMarque(rapport).map((phrase) => `${phrase}.`),
    `Cibles : ${direCibles(rapport)}.`,
    `Définitions : ${direRegles(rapport)}.`,
    `Données : ${direDonnees(rapport.sources)}.`,
  ];
  return phrases.flatMap((phrase) => replier(phrase, largeur, 2)).map((ligne) => palette.discret(ligne));
}
