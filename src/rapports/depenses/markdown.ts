import { ecrireDate } from '../../domaine/date-civile.ts';
import type { DepenseClassee, Groupe } from '../../domaine/financement/depenses.ts';
import { direLecture, direNom } from '../dossier/phrases.ts';
import { assembler, echapper, tableau } from '../markdown.ts';
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

const DROITE = new Set([1, 2, 3, 4, 5]);

/** L'état à joindre à la demande de solde : postes, OG, ESSMS, puis chaque facture. */
export function rendre(rapport: RapportDepenses): string {
  const { entete, etat } = rapport;
  const retenues = etat.depenses.filter(({ ecart }) => ecart === null);
  const ecartees = etat.depenses.filter(({ ecart }) => ecart !== null);
  return assembler([
    [`# État récapitulatif des dépenses : ${echapper(direNom(entete))}`],
    [`Au ${ecrireDate(entete.dateReference)}, ${direPeriode(etat)}, règles ${entete.annee}. Montants TTC.`],
    [`**${echapper(verdictDe(rapport).phrase)}**`],
    ['## Par poste'],
    postes(etat.grappe),
    ...section('Par organisme gestionnaire', etat.og),
    ...section('Par ESSMS', etat.essms),
    ['## Dépenses retenues'],
    depenses(retenues),
    ...liste('Mises à part', ecartees.map(direEcartee)),
    ...liste('À savoir', direReserves(rapport)),
    ...liste('Sources', [`${direCompte(etat)}.`, ...direLecture(entete)]),
  ]);
}

function postes(groupe: Groupe): string[] {
  return tableau(
    TITRES_POSTES,
    rangeesDe(groupe).map(({ cellules }) => cellules.map(echapper)),
    DROITE,
  );
}

/** Un tableau par groupe qui dépense, les autres en une ligne. */
function section(titre: string, groupes: readonly Groupe[]): string[][] {
  const muets = groupes.filter((un) => !estDepense(un));
  return [
    [`## ${titre}`],
    ...groupes.filter(estDepense).flatMap((un) => [[`### ${echapper(nommerGroupe(un))}`], postes(un)]),
    muets.length > 0 ? [`Sans dépense : ${muets.map(({ libelle }) => echapper(libelle)).join(', ')}.`] : [],
  ];
}

function depenses(retenues: readonly DepenseClassee[]): string[] {
  if (retenues.length === 0) return ['Aucune.'];
  return tableau(
    TITRES_DEPENSES,
    retenues.map((une) => rangeeDepense(une).map(echapper)),
    new Set([6]),
  );
}

function liste(titre: string, phrases: readonly string[]): string[][] {
  return phrases.length > 0 ? [[`## ${titre}`], phrases.map((phrase) => `- ${echapper(phrase)}`)] : [];
}
