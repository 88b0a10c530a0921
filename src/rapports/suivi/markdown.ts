import { CODES_INDICATEURS, type Niveau } from '../../domaine/resultat.ts';
import type { PreuveIdentifiant, Suivi } from '../../domaine/suivi.ts';
import { assembler, echapper, tableau } from '../markdown.ts';
import { ecrireCible } from '../nombres.ts';
import { INDICATEURS } from '../vocabulaire.ts';
import { direManque, direSerie } from './manque.ts';
import { bandeDe, chiffreDe, enteteDe, legendeDe, TENDANCES } from './marques.ts';
import type { RapportSuivi } from './modele.ts';
import { direConstats, direHypotheses, direNom, direSituation, niveauxMontres } from './phrases.ts';
import { verdictDe } from './verdict.ts';

const TITRES: Readonly<Record<Niveau, string>> = {
  grappe: 'Ensemble',
  og: "Organismes gestionnaires, le pire d'abord",
  essms: "ESSMS, le pire d'abord",
};

/** Le rapport à coller dans un compte rendu : tout y est, sans couleur ni largeur. */
export function rendre(rapport: RapportSuivi): string {
  const { suivi } = rapport;
  const { phrase, parNiveau } = verdictDe(rapport);
  const niveaux = niveauxMontres(rapport);
  const legende = legendeDe(niveaux.flatMap(({ identifiants }) => identifiants));
  return assembler([
    [`# Suivi de la preuve d'usage : ${echapper(direNom(suivi))}`],
    [`${direSituation(suivi)}.`],
    [`**${echapper(phrase)}**`],
    parNiveau.map((ligne) => `- ${echapper(ligne)}`),
    ...niveaux.flatMap(({ niveau, identifiants }) => {
      const [ensemble] = identifiants;
      if (ensemble === undefined) return [];
      const rangees =
        niveau === 'grappe' ? tableauEnsemble(ensemble, suivi) : tableauIdentifiants(identifiants, suivi);
      return [[`## ${TITRES[niveau]}`], rangees];
    }),
    ...(legende === '' ? [] : [[`${echapper(legende)}.`]]),
    ...liste('Constats', direConstats(rapport)),
    ...liste('Hypothèses et sources', direHypotheses(rapport)),
  ]);
}

function tableauEnsemble({ series }: PreuveIdentifiant, suivi: Suivi): string[] {
  const mois = suivi.mois.map((un) => enteteDe(un).join(' '));
  const serieOuPartages = suivi.reglages.lecture === 'trois_atteints' ? 'série' : 'partagés';
  return tableau(
    ['indicateur', 'cible', ...mois, 'tendance', serieOuPartages, 'il manque'],
    series.map((serie) => [
      INDICATEURS[serie.indicateur].libelle,
      serie.cible === null ? '' : `${ecrireCible(serie.cible)} %`,
      ...serie.mesures.map((mesure) => echapper(chiffreDe(mesure))),
      serie.tendance === null ? '' : `${TENDANCES[serie.tendance]} ${serie.tendance}`,
      direSerie(serie, suivi),
      echapper(direManque(serie)),
    ]),
    new Set([1, ...mois.map((_, rang) => rang + 2)]),
  );
}

const STATUTS: Readonly<Record<PreuveIdentifiant['statut'], string>> = {
  faite: 'faite',
  non_faite: 'non faite',
  sans_objet: 'hors période',
};

function tableauIdentifiants(identifiants: readonly PreuveIdentifiant[], suivi: Suivi): string[] {
  const courts = CODES_INDICATEURS.map((code) => INDICATEURS[code].court);
  return tableau(
    ['nom', 'FINESS', 'preuve', ...courts, 'au plus tôt', 'à faire'],
    identifiants.map(({ nom, identifiant, statut, preuve, series, auPlusTot, gestes }) => [
      echapper(nom),
      identifiant,
      STATUTS[statut] + (preuve === 'declare' ? ' (en partie déclarée)' : ''),
      ...series.map((serie) => `${echapper(bandeDe(serie.mesures))} ${direSerie(serie, suivi)}`),
      auPlusTot ?? '',
      echapper(gestes.join(', ')),
    ]),
  );
}

function liste(titre: string, phrases: readonly string[]): string[][] {
  return phrases.length > 0 ? [[`## ${titre}`], phrases.map((phrase) => `- ${echapper(phrase)}`)] : [];
}
