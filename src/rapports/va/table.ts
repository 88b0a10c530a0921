import type { Acte, EtatCondition, OgVerifie } from '../../domaine/va.ts';
import { alignerColonnes } from '../alignement.ts';
import { finirBlocs, listerEnGris, listerPhrases } from '../blocs.ts';
import { celluleDe } from '../indicateurs/cellule.ts';
import { direDonnees, direExports } from '../indicateurs/notes.ts';
import type { Palette, Presentation } from '../presentation.ts';
import { aligner, assainir, couper, replier } from '../texte.ts';
import { direDefinitions, INDICATEURS } from '../vocabulaire.ts';
import { CITATIONS, CITATIONS_CONDITIONS, direCitation, direNonLus } from './citations.ts';
import type { RapportVa } from './modele.ts';
import { direManques } from './motifs.ts';
import {
  ACTES_EN_MOTS,
  CONDITIONS_EN_MOTS,
  direCode,
  direMoment,
  direObligation,
  direPeriode,
  direReserves,
  direVerdict,
  nommerOg,
  ORIGINES_EN_MOTS,
  SIGNES,
} from './phrases.ts';

const LARGEUR_NOM = 34;

/** Le verdict, puis OG par OG les conditions de chaque ESSMS, ce qui manque, et d'où viennent les conditions. */
export function rendre(rapport: RapportVa, presentation: Presentation): string {
  const { largeur, palette } = presentation;
  const { verification, grappe, sources } = rapport;
  const titre = [
    ACTES_EN_MOTS[verification.acte],
    ...(grappe.nom === null ? [] : [assainir(grappe.nom)]),
    direPeriode(rapport),
    ...direExports(sources),
  ];
  const [premier = '', ...suite] = aligner(titre, '   ', largeur);
  return finirBlocs([
    [
      palette.fort(premier),
      ...suite,
      ...replier(direVerdict(verification), largeur).map(teinteDe(verification.etat, palette)),
      ...direMoment(verification).flatMap((phrase) => replier(phrase, largeur, 2)),
    ],
    ...verification.og.map((og) => blocOg(og, verification.acte, presentation)),
    legende(rapport, presentation),
    listerPhrases('Il manque :', direManques(verification.og.flatMap((og) => og.essms)), presentation),
    listerPhrases('À savoir :', [...direReserves(rapport), ...direNonLus(verification.acte)], presentation),
    listerEnGris('Sources :', direSources(rapport), presentation),
  ]);
}

function blocOg(og: OgVerifie, acte: Acte, { largeur, palette }: Presentation): string[] {
  const codes = og.essms[0]?.conditions.map(({ code }) => direCode(code)) ?? [];
  const lignes = alignerColonnes([
    ['', 'ESSMS', 'FINESS', ...codes],
    ...og.essms.map(({ etat, libelle, finessEt, conditions }) => [
      SIGNES[etat],
      couper(assainir(libelle), LARGEUR_NOM),
      finessEt,
      ...conditions.map((condition) => SIGNES[condition.etat]),
    ]),
  ]);
  const cibles = og.resultats.map(
    (resultat) => `${INDICATEURS[resultat.indicateur].court} ${celluleDe(resultat)}`,
  );
  return [
    `${teinteDe(og.etat, palette)(SIGNES[og.etat])} ${palette.fort(nommerOg(og))} : ${direObligation(og)}`,
    ...lignes,
    ...(acte === 'vsr' && cibles.length > 0
      ? replier(` Cibles d'usage, que le solde demande avec la VSR : ${cibles.join(', ')}`, largeur, 3)
      : []),
  ];
}

function legende({ verification }: RapportVa, { largeur, palette }: Presentation): string[] {
  const conditions = verification.og[0]?.essms[0]?.conditions ?? [];
  const sens = conditions.map(({ code, origine }) =>
    code === 'bugs'
      ? `bugs corrigés (${ORIGINES_EN_MOTS[origine]})`
      : `${code} ${CONDITIONS_EN_MOTS[code]} (${ORIGINES_EN_MOTS[origine]})`,
  );
  return [`✓ remplie, ✗ non remplie, ? inconnue, – sans objet.`, `${sens.join(' ; ')}.`]
    .flatMap((phrase) => replier(phrase, largeur, 2))
    .map(palette.discret);
}

function direSources({ verification: { acte, og }, mesure, outil, sources }: RapportVa): string[] {
  const conditions = og[0]?.essms[0]?.conditions ?? [];
  const citations = new Set([
    ...conditions.map(({ code }) => CITATIONS_CONDITIONS[code]),
    ...(acte === 'va'
      ? [CITATIONS.obligationVa]
      : [CITATIONS.obligationVsr, CITATIONS.signataireVsr, CITATIONS.solde]),
  ]);
  return [
    ...[...citations].map(direCitation),
    ...(mesure === null ? [] : [`Définitions : ${direDefinitions(mesure.definitions)}`]),
    `Règles ${outil.regles.slice(0, 12)}, esms ${outil.version}`,
    `Données : ${direDonnees(sources)}`,
  ];
}

function teinteDe(etat: EtatCondition, palette: Palette): (texte: string) => string {
  if (etat === 'remplie') return palette.bon;
  return etat === 'non_remplie' ? palette.mauvais : palette.doute;
}
