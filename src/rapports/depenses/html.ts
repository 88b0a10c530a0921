import { ecrireDate } from '../../domaine/date-civile.ts';
import type { Groupe } from '../../domaine/financement/depenses.ts';
import { direLecture, direNom } from '../dossier/phrases.ts';
import { elementHtml, listeHtml, pageHtml, tableauHtml } from '../html.ts';
import type { RapportDepenses } from './modele.ts';
import {
  direCompte,
  direEcartee,
  direPeriode,
  direReserves,
  estDepense,
  nommerGroupe,
  rangeeDepense,
  rangeesDe,
  TITRES_DEPENSES,
  TITRES_POSTES,
  verdictDe,
} from './phrases.ts';

const MONTANTS = new Set([1, 2, 3, 4, 5]);

/** L'état à joindre à la demande de solde, à lire à l'écran ou à imprimer. */
export function rendre(rapport: RapportDepenses): string {
  const { entete, etat } = rapport;
  const { issue, phrase } = verdictDe(rapport);
  const retenues = etat.depenses.filter(({ ecart }) => ecart === null);
  const ecartees = etat.depenses.filter(({ ecart }) => ecart !== null);
  const titre = `État récapitulatif des dépenses : ${direNom(entete)}`;
  return pageHtml(titre, [
    elementHtml('h1', titre),
    elementHtml(
      'p',
      `Au ${ecrireDate(entete.dateReference)}, ${direPeriode(etat)}, règles ${entete.annee}. Montants TTC.`,
    ),
    elementHtml('p', phrase, `verdict ${issue}`),
    elementHtml('h2', 'Par poste'),
    postes(etat.grappe, 'Ensemble de la grappe'),
    ...section('Par organisme gestionnaire', etat.og),
    ...section('Par ESSMS', etat.essms),
    elementHtml('h2', 'Dépenses retenues'),
    tableauHtml(
      direCompte(etat),
      TITRES_DEPENSES,
      retenues.map((une) => ({ cellules: rangeeDepense(une) })),
      new Set([6]),
      true,
    ),
    ...listeHtml('Mises à part', ecartees.map(direEcartee)),
    ...listeHtml('À savoir', direReserves(rapport)),
    ...direLecture(entete).map((ligne) => elementHtml('p', ligne, 'discret')),
    elementHtml('p', 'Date, nom, qualité et signature du représentant légal du porteur :', 'signature'),
  ]);
}

function postes(groupe: Groupe, legende: string): string {
  const rangees = rangeesDe(groupe).map(({ rapprochement, cellules }) => ({
    cellules,
    classe: rapprochement.code === 'total' ? 'total' : (rapprochement.depassement ?? 0) > 0 ? 'trop' : '',
  }));
  return tableauHtml(legende, TITRES_POSTES, rangees, MONTANTS);
}

function section(titre: string, groupes: readonly Groupe[]): string[] {
  const muets = groupes.filter((un) => !estDepense(un)).map(({ libelle }) => libelle);
  return [
    elementHtml('h2', titre),
    ...groupes.filter(estDepense).map((un) => postes(un, nommerGroupe(un))),
    ...(muets.length > 0 ? [elementHtml('p', `Sans dépense : ${muets.join(', ')}.`)] : []),
  ];
}
