import { deMois, ecrireDate, nommerMois } from '../../domaine/date-civile.ts';
import type { Niveau } from '../../domaine/resultat.ts';
import {
  type LecturePreuve,
  MOIS_DE_PREUVE,
  type PreuveIdentifiant,
  type PreuveNiveau,
  type Suivi,
} from '../../domaine/suivi.ts';
import { MARQUE_DECLARE } from '../indicateurs/cellule.ts';
import { direCibles, direNom as direNomDe, direRegles } from '../indicateurs/notes.ts';
import { NOMS_NIVEAUX } from '../indicateurs/verdict.ts';
import { assainir } from '../texte.ts';
import type { RapportSuivi } from './modele.ts';

const LECTURES_EN_MOTS: Readonly<Record<LecturePreuve, string>> = {
  trois_atteints: 'trois mois atteints',
  dernier_atteint: 'trois mois partagés, le dernier atteint',
};

export function direNom({ reference }: Suivi): string {
  return reference === null ? 'Grappe inconnue : aucun relevé intact' : direNomDe(reference);
}

/** « preuve sur 3 mois, niveau grappe, lecture « trois mois atteints » » */
export function direSituation({ niveauPreuve, reglages }: Suivi): string {
  const niveau = niveauPreuve === null ? 'niveau non dit' : `niveau ${niveauPreuve}`;
  return `preuve sur ${MOIS_DE_PREUVE} mois, ${niveau}, lecture « ${LECTURES_EN_MOTS[reglages.lecture]} »`;
}

/** Les OG ne se montrent à part que s'ils sont plusieurs, ou s'ils font foi. */
export function niveauxMontres({ suivi, niveaux }: RapportSuivi): PreuveNiveau[] {
  return suivi.niveaux.filter(
    ({ niveau, identifiants }) =>
      niveaux.includes(niveau) &&
      (niveau !== 'og' ||
        identifiants.length > 1 ||
        suivi.niveauPreuve === 'og' ||
        !niveaux.includes('grappe')),
  );
}

/** « … 9 ESSMS à la preuve, 1 hors période (--tout pour les voir) » */
export function direReplies(niveau: Niveau, replies: readonly PreuveIdentifiant[]): string[] {
  const hors = replies.filter(({ statut }) => statut === 'sans_objet').length;
  const faits = replies.length - hors;
  const parties = [
    ...(faits > 0 ? [`${faits} ${NOMS_NIVEAUX[niveau]} à la preuve`] : []),
    ...(hors > 0 ? [`${hors} hors période`] : []),
  ];
  return parties.length > 0 ? [`… ${parties.join(', ')} (--tout pour les voir)`] : [];
}

/** Les constats, les erreurs d'abord : « ERREUR releves/x.json : … [releve.altere] » */
export function direConstats({ anomalies }: RapportSuivi): string[] {
  const rang = (gravite: string): number => (gravite === 'erreur' ? 0 : 1);
  return [...anomalies.details]
    .sort((a, b) => rang(a.gravite) - rang(b.gravite))
    .map(({ gravite, fichier, message, code, aide }) => {
      const ou = fichier === null ? '' : `${assainir(fichier)} : `;
      const que = gravite === 'erreur' ? ` ; ${aide}` : '';
      return `${gravite === 'erreur' ? 'ERREUR ' : ''}${ou}${assainir(message)}${que} [${code}]`;
    });
}

/** Ce que le suivi suppose, et d'où il vient. */
export function direHypotheses(rapport: RapportSuivi): string[] {
  const { suivi } = rapport;
  const { reference, reglages, mois } = suivi;
  const declare = suivi.niveaux.some(({ preuve }) => preuve === 'declare');
  return [
    `Lecture « ${LECTURES_EN_MOTS[reglages.lecture]} » (--lecture-preuve) : les textes n'en disent pas plus que « tous les mois sur une période de 3 mois »`,
    ...direPremiereMesure(suivi),
    'Au plus tôt : en supposant chaque mois qui suit partagé et atteint',
    "Niveaux OG et ESSMS : chacun, au dernier relevé, doit avoir ses cinq séries ; ceux qui sont hors période n'y comptent pas",
    ...(declare ? [`${MARQUE_DECLARE} déclaré par un tableau de bord, en tout ou partie : non calculé`] : []),
    ...(reference === null
      ? []
      : [`Cibles : ${direCibles(reference)}`, `Définitions : ${direRegles(reference)}`]),
    `Relevés : ${mois.flatMap(direReleve).join(' ; ')}`,
  ];
}

function direPremiereMesure({ mois, reglages }: Suivi): string[] {
  const premiere = mois.find(({ premiereMesure }) => premiereMesure !== null && premiereMesure !== 'tardive');
  if (premiere === undefined) return [];
  const effet = reglages.premiereMesureCompte
    ? `elle vaut pour ${nommerMois(premiere.mois)} seulement`
    : 'elle ne compte pas';
  return [
    `Première mesure ${deMois(premiere.mois)} : trois mois cumulés, ${effet} (--premiere-mesure-compte)`,
  ];
}

/** « juillet 2025 (releves/releve-2025-07.json, au 20/10/2025, a1b2c3d4e5f6) » */
function direReleve({ mois, recu }: Suivi['mois'][number]): string[] {
  if (recu === null) return [];
  const { fichier, scelle } = recu;
  const date = ecrireDate(scelle.releve.dateReference);
  return [`${nommerMois(mois)} (${assainir(fichier)}, au ${date}, ${scelle.empreinte.slice(0, 12)})`];
}
