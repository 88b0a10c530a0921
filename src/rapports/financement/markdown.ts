import { direSources } from '../citations.ts';
import { direLecture, direNom, direSituation, direSomme, FORFAITS_EN_MOTS } from '../dossier/phrases.ts';
import { assembler, echapper, tableau } from '../markdown.ts';
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

export function rendre(rapport: RapportFinancement): string {
  const { entete, plan } = rapport;
  const codes = codesEssms(plan);
  const titresEssms = [
    'ESSMS',
    'FINESS',
    'OG',
    ...codes.map((code) => FORFAITS_EN_MOTS[code]),
    'total',
    'remarque',
  ];
  const essms = plan.essms.map((un) => [
    un.libelle,
    un.finessEt,
    un.finessEj,
    ...codes.map((code) => celluleForfait(un, code)),
    direSomme(un.somme),
    direDetails(un),
  ]);
  const droiteEssms = new Set(codes.map((_, rang) => rang + 3).concat(codes.length + 3));
  return assembler([
    [`# Plan de financement : ${echapper(direNom(entete))}`],
    [`${[direSituation(entete), direTaille(plan), ...direProjet(plan)].join(', ')}. Montants TTC.`],
    [`**${echapper(verdictDe(rapport).phrase)}**`],
    ['## Forfaits'],
    tableau(titrer(TITRES_FORFAITS), rangeesForfaits(plan).map(echapperTout), new Set([1, 2])),
    ['## Organismes gestionnaires'],
    tableau(titrer(TITRES_OG), rangeesOg(plan).map(echapperTout), new Set([1, 2, 4, 5])),
    ['## ESSMS'],
    tableau(titresEssms, essms.map(echapperTout), droiteEssms),
    ['## Versements'],
    tableau(TITRES_VERSEMENTS, rangeesVersements(plan).map(echapperTout), new Set([2, 3])),
    ...liste('Hors du plan', direExclus(plan)),
    ...liste('À savoir', direReserves(rapport)),
    ...liste('Sources', [...direSources(plan.sources), ...direLecture(entete)]),
  ]);
}

/** Une colonne sans titre au terminal en a un dans un document. */
function titrer(titres: readonly string[]): string[] {
  return titres.map((titre) => (titre === '' ? 'remarque' : titre));
}

function echapperTout(cellules: readonly string[]): string[] {
  return cellules.map(echapper);
}

function liste(titre: string, phrases: readonly string[]): string[][] {
  return phrases.length > 0 ? [[`## ${titre}`], phrases.map((phrase) => `- ${echapper(phrase)}`)] : [];
}
