import { finirBlocs, listerEnGris, listerPhrases } from '../blocs.ts';
import type { Palette, Presentation } from '../presentation.ts';
import { aligner, replier } from '../texte.ts';
import { rendreGrille } from './grille.ts';
import { grilleEnsemble, grilleIdentifiants, MOIS_EN_BANDE } from './grilles.ts';
import { legendeDe, moisCourt } from './marques.ts';
import type { RapportSuivi } from './modele.ts';
import {
  direConstats,
  direHypotheses,
  direNom,
  direReplies,
  direSituation,
  niveauxMontres,
} from './phrases.ts';
import { verdictDe } from './verdict.ts';

/** Le verdict, l'ensemble mois par mois, ceux qui bloquent du pire au meilleur, les constats, les hypothèses. */
export function rendre(rapport: RapportSuivi, presentation: Presentation): string {
  return finirBlocs([
    entete(rapport, presentation),
    ...grilles(rapport, presentation),
    legende(rapport, presentation),
    listerPhrases(
      'Constats (« esms regles montrer CODE » les explique) :',
      direConstats(rapport),
      presentation,
    ),
    listerEnGris('Hypothèses et sources :', direHypotheses(rapport), presentation),
  ]);
}

function entete(rapport: RapportSuivi, { largeur, palette }: Presentation): string[] {
  const { suivi } = rapport;
  const [nom = '', ...suite] = aligner([direNom(suivi), direSituation(suivi)], '   ', largeur);
  const { faite, phrase, parNiveau } = verdictDe(rapport);
  return [
    ...replier(nom, largeur).map(palette.fort),
    ...suite.flatMap((ligne) => replier(ligne, largeur)),
    ...replier(phrase, largeur).map(teinteDe(faite, palette)),
    ...parNiveau.flatMap((ligne) => replier(`  ${ligne}`, largeur, 9)),
  ];
}

function teinteDe(faite: boolean | null, palette: Palette): (texte: string) => string {
  if (faite === null) return palette.doute;
  return faite ? palette.bon : palette.mauvais;
}

function grilles(rapport: RapportSuivi, { largeur, palette, tout }: Presentation): string[][] {
  return niveauxMontres(rapport).map((niveau) => {
    const [ensemble] = niveau.identifiants;
    if (ensemble === undefined) return [];
    if (niveau.niveau === 'grappe') {
      return rendreGrille(grilleEnsemble(ensemble, rapport.suivi, largeur, palette), largeur, palette);
    }
    const montres = niveau.identifiants.filter(({ statut }) => tout || statut === 'non_faite');
    const replies = tout ? [] : niveau.identifiants.filter(({ statut }) => statut !== 'non_faite');
    return [
      ...(montres.length > 0
        ? rendreGrille(grilleIdentifiants(niveau, montres, palette), largeur, palette)
        : []),
      ...direReplies(niveau.niveau, replies).flatMap((phrase) => replier(` ${phrase}`, largeur, 3)),
    ];
  });
}

function legende(rapport: RapportSuivi, { largeur, palette }: Presentation): string[] {
  const marques = legendeDe(niveauxMontres(rapport).flatMap(({ identifiants }) => identifiants));
  if (marques === '') return [];
  const mois = rapport.suivi.mois
    .slice(-MOIS_EN_BANDE)
    .map((un) => moisCourt(un.mois))
    .join(', ');
  return replier(`Un signe par mois (${mois}) : ${marques}.`, largeur, 2).map(palette.discret);
}
