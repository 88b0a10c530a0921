import type { Groupe } from '../../domaine/financement/depenses.ts';
import { alignerColonnes } from '../alignement.ts';
import { finirBlocs, listerEnGris, listerPhrases } from '../blocs.ts';
import { direLecture, direNom, direSituation } from '../dossier/phrases.ts';
import { lierNombres } from '../euros.ts';
import { accorder } from '../nombres.ts';
import type { Presentation } from '../presentation.ts';
import { aligner, replier } from '../texte.ts';
import type { RapportDepenses } from './modele.ts';
import {
  direCompte,
  direEcartee,
  direPeriode,
  direReserves,
  estDepense,
  nommerGroupe,
  rangeesDe,
  TITRES_POSTES,
  verdictDe,
} from './phrases.ts';

const DROITE = new Set([1, 2, 3, 4, 5]);

/** Le verdict, les postes de la grappe, puis chaque OG et chaque ESSMS qui dépense, et ce qui est mis à part. */
export function rendre(rapport: RapportDepenses, presentation: Presentation): string {
  const { entete, etat } = rapport;
  const { largeur, palette } = presentation;
  const { issue, phrase } = verdictDe(rapport);
  const titre = ['État des dépenses', direNom(entete), direSituation(entete), direPeriode(etat)];
  const [premier = '', ...suite] = aligner(titre, '   ', largeur);
  const actifs = etat.essms.filter(estDepense);
  const muets = etat.essms.length - actifs.length;
  return finirBlocs([
    [palette.fort(premier), ...suite, ...replier(lierNombres(phrase), largeur).map(palette[issue])],
    postes(etat.grappe, 'Postes, montants TTC', presentation),
    ...(etat.og.length > 1
      ? etat.og.filter(estDepense).map((og) => postes(og, og.libelle, presentation))
      : []),
    ...actifs.map((un) => postes(un, nommerGroupe(un), presentation)),
    muets > 0 ? [palette.discret(`… ${accorder(muets, 'ESSMS', 'ESSMS')} sans dépense.`)] : [],
    listerPhrases(
      'Mises à part :',
      etat.depenses.filter(({ ecart }) => ecart !== null).map(direEcartee),
      presentation,
    ),
    listerPhrases(
      'À savoir (« esms regles montrer CODE » les explique) :',
      direReserves(rapport),
      presentation,
    ),
    listerEnGris('Sources :', [`${direCompte(etat)}.`, ...direLecture(entete)], presentation),
  ]);
}

function postes(groupe: Groupe, nom: string, { palette }: Presentation): string[] {
  const rangees = rangeesDe(groupe);
  const [titres = '', ...lignes] = alignerColonnes(
    [TITRES_POSTES, ...rangees.map(({ cellules }) => cellules)],
    DROITE,
  );
  return [
    palette.fort(nom),
    palette.discret(titres),
    ...lignes.map((ligne, rang) =>
      (rangees[rang]?.rapprochement.depassement ?? 0) > 0 ? palette.mauvais(ligne) : ligne,
    ),
  ];
}
