import { CODES_INDICATEURS, type Niveau, type Resultat } from '../../domaine/resultat.ts';
import { assembler, echapper, tableau } from '../markdown.ts';
import type { RapportIndicateurs } from '../modele.ts';
import { ecrireCible, ecrireEntier, ecrireTaux } from '../nombres.ts';
import { ETATS_EN_MOTS, INDICATEURS } from '../vocabulaire.ts';
import { celluleDe } from './cellule.ts';
import { gestesDe } from './gestes.ts';
import { duPireAuMeilleur, type Ligne, lignesDe } from './lignes.ts';
import {
  direCibles,
  direDonnees,
  direExports,
  direFenetre,
  direMarque,
  direNom,
  direRegles,
  direTaille,
  personnesDe,
} from './notes.ts';
import { direEcarts, direHypotheses, direManques } from './phrases.ts';
import { direSensibilite } from './sensibilite.ts';
import { verdictDe } from './verdict.ts';

const TITRES: Readonly<Record<Niveau, string>> = {
  grappe: 'Ensemble',
  og: 'Organismes gestionnaires',
  essms: "ESSMS, le pire d'abord",
};

/** Le rapport à coller dans un compte rendu : tout y est, sans couleur ni largeur. */
export function rendreMarkdown(rapport: RapportIndicateurs): string {
  const { phrase, parNiveau } = verdictDe(rapport);
  const sousTitre = [direFenetre(rapport.fenetre), ...direExports(rapport.sources), ...direTaille(rapport)];
  return assembler([
    [`# Indicateurs d'usage ESMS Numérique : ${echapper(direNom(rapport))}`],
    [`${sousTitre.join(', ')}.`],
    [`**${echapper(phrase)}**`],
    parNiveau.map((ligne) => `- ${echapper(ligne)}`),
    ...section('grappe', rapport, tableauEnsemble),
    ...section('og', rapport, tableauLignes),
    ...section('essms', rapport, tableauLignes),
    ...liste('Sensibilité aux définitions', direSensibilite(rapport)),
    ...liste('Déclaré et calculé', direEcarts(rapport)),
    ...liste('Ce qui manque', direManques(rapport)),
    ...liste('Hypothèses', direHypotheses(rapport)),
    ...sources(rapport),
  ]);
}

function section(
  niveau: Niveau,
  { resultats }: RapportIndicateurs,
  rendre: (lignes: readonly Ligne[]) => string[],
): string[][] {
  const lignes = duPireAuMeilleur(lignesDe(resultats, niveau));
  return lignes.length > 0 ? [[`## ${TITRES[niveau]}`], rendre(lignes)] : [];
}

/** L'ensemble se lit indicateur par indicateur, avec le détail des ESSMS (A4). */
function tableauEnsemble(lignes: readonly Ligne[]): string[] {
  const titres = [
    'indicateur',
    'cible',
    'valeur',
    'état',
    'reste à faire',
    'ESSMS à la cible',
    'le plus bas',
  ];
  const rangee = (resultat: Resultat): string[] => {
    const { numerateur, denominateur, agregat, cible, etat, indicateur, resteAFaire } = resultat;
    const comptes =
      numerateur === null || denominateur === null
        ? ''
        : ` (${ecrireEntier(numerateur)} / ${ecrireEntier(denominateur)})`;
    const bas = agregat?.plusBas;
    return [
      INDICATEURS[indicateur].libelle,
      `${ecrireCible(cible)} %`,
      `${celluleDe(resultat)}${comptes}`,
      ETATS_EN_MOTS[etat] + (agregat && agregat.manquants.length > 0 ? ' (partiel)' : ''),
      resteAFaire === null ? '' : ecrireEntier(resteAFaire),
      agregat ? `${agregat.essmsAtteints} sur ${agregat.essmsEvalues}` : '',
      bas ? `${ecrireTaux(bas.taux)} (${echapper(bas.identifiant)})` : '',
    ];
  };
  return tableau(
    titres,
    lignes.flatMap(({ resultats }) => resultats.map(rangee)),
    new Set([1, 2, 4]),
  );
}

function tableauLignes(lignes: readonly Ligne[]): string[] {
  const courts = CODES_INDICATEURS.map((code) => INDICATEURS[code].court);
  const rangees = lignes.map((ligne) => {
    const personnes = personnesDe(ligne.resultats);
    return [
      echapper(ligne.nom),
      ligne.identifiant,
      ligne.secteur ?? '',
      personnes === null ? '–' : ecrireEntier(personnes),
      ...ligne.resultats.map(celluleDe),
      gestesDe(ligne).join(', '),
    ];
  });
  const titres = ['nom', 'FINESS', 'secteur', 'personnes', ...courts, 'à faire'];
  return tableau(titres, rangees, new Set([3, 4, 5, 6, 7, 8]));
}

function liste(titre: string, phrases: readonly string[]): string[][] {
  return phrases.length > 0 ? [[`## ${titre}`], phrases.map((phrase) => `- ${echapper(phrase)}`)] : [];
}

function sources(rapport: RapportIndicateurs): string[][] {
  const rangees = rapport.sources.map(({ table, fichier, lignes, retenues, rejetees, ecartees, sha256 }) => [
    table,
    echapper(fichier),
    ...[lignes, retenues, rejetees, ecartees].map(ecrireEntier),
    sha256.slice(0, 12),
  ]);
  const titres = ['table', 'fichier', 'lues', 'retenues', 'rejetées', 'écartées', 'SHA-256'];
  return [
    ['## Sources'],
    [
      ...direMarque(rapport).map((phrase) => `- ${echapper(phrase)}.`),
      `- Cibles : ${echapper(direCibles(rapport))}.`,
      `- Définitions : ${echapper(direRegles(rapport))}.`,
      `- Données : ${direDonnees(rapport.sources)}.`,
    ],
    tableau(titres, rangees, new Set([2, 3, 4, 5])),
  ];
}
