import type { CodeIndicateur } from '../../domaine/resultat.ts';
import type { RapportIndicateurs } from '../modele.ts';
import { accorder } from '../nombres.ts';
import type { Palette, Presentation } from '../presentation.ts';
import { aligner, finir, replier } from '../texte.ts';
import { INDICATEURS } from '../vocabulaire.ts';
import { direManques, resumerHypotheses } from './constats.ts';
import { type Rangee, rendreGrille } from './grille.ts';
import {
  duPireAuMeilleur,
  estAuxCibles,
  estHorsPeriode,
  estProvisoire,
  type Ligne,
  lignesDe,
} from './lignes.ts';
import {
  direCibles,
  direDonnees,
  direExports,
  direFenetre,
  direNom,
  direRegles,
  direTaille,
  nommerOg,
} from './notes.ts';
import { type Issue, verdictDe } from './verdict.ts';

/** Le tableau du terminal : le verdict, les ESSMS du pire au meilleur, ce qui manque, les hypothèses. */
export function rendreTable(rapport: RapportIndicateurs, presentation: Presentation): string {
  const { largeur, palette } = presentation;
  const blocs = [
    [...titre(rapport, presentation), ...verdict(rapport, presentation)],
    rendreGrille(rangees(rapport, presentation.tout), { largeur, palette, cibles: ciblesDe(rapport) }),
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

function rangees(rapport: RapportIndicateurs, tout: boolean): Rangee[] {
  const essms = duPireAuMeilleur(lignesDe(rapport.resultats, 'essms'));
  const montres = tout ? essms : essms.filter((ligne) => !estAuxCibles(ligne));
  const og = duPireAuMeilleur(lignesDe(rapport.resultats, 'og'));
  const grappe = lignesDe(rapport.resultats, 'grappe');
  // Un seul OG : sa ligne serait celle de la grappe, aux mêmes sommes (A1).
  const ogMontres = og.length > 1 || grappe.length === 0 ? og : [];
  return [
    ...montres,
    ...repli(essms.filter((ligne) => !montres.includes(ligne))),
    ...ogMontres.map((ligne) => ({ ...ligne, nom: nommerOg(ligne) })),
    ...grappe.map((ligne) => ({ ...ligne, nom: og.length === 1 ? 'ENSEMBLE (un OG)' : 'ENSEMBLE' })),
  ];
}

/** « … 17 ESSMS aux cibles, dont 1 dispensé (MSS, DMP) ; 1 hors période (--tout les montre) » */
function repli(replies: readonly Ligne[]): string[] {
  if (replies.length === 0) return [];
  const hors = replies.filter(estHorsPeriode);
  const aux = replies.filter((ligne) => !estHorsPeriode(ligne));
  const dispenses = aux.filter(({ resultats }) => resultats.some((r) => r.etat === 'dispense'));
  const noms = new Set(
    dispenses.flatMap(({ resultats }) =>
      resultats.filter((r) => r.etat === 'dispense').map((r) => INDICATEURS[r.indicateur].court),
    ),
  );
  const provisoires = aux.filter(estProvisoire).length;
  const dont = [
    ...(dispenses.length > 0 ? [`${accorder(dispenses.length, 'dispensé')} (${[...noms].join(', ')})`] : []),
    ...(provisoires > 0 ? [accorder(provisoires, 'provisoire')] : []),
  ];
  const parties = [
    ...(aux.length > 0
      ? [`${aux.length} ESSMS aux cibles${dont.length > 0 ? `, dont ${dont.join(' et ')}` : ''}`]
      : []),
    ...(hors.length > 0 ? [`${hors.length} hors période`] : []),
  ];
  return [`… ${parties.join(' ; ')} (--tout pour les voir)`];
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
    `Cibles : ${direCibles(rapport)}.`,
    `Définitions : ${direRegles(rapport)}.`,
    `Données : ${direDonnees(rapport.sources)}.`,
  ];
  return phrases.flatMap((phrase) => replier(phrase, largeur, 2)).map((ligne) => palette.discret(ligne));
}
