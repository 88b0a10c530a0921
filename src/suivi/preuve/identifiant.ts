import { ajouterMois, type DateCivile, dernierJour } from '../../domaine/date-civile.ts';
import { CODES_INDICATEURS, type CodeIndicateur, type Resultat } from '../../domaine/resultat.ts';
import {
  type Blocage,
  MOIS_DE_PREUVE,
  type Motif,
  type PreuveIdentifiant,
  type ReglagesPreuve,
  type SerieSuivie,
} from '../../domaine/suivi.ts';
import { estDeclare } from '../../rapports/indicateurs/cellule.ts';
import { estHorsPeriode, type Ligne } from '../../rapports/indicateurs/lignes.ts';
import { accorder } from '../../rapports/nombres.ts';
import { bloquerPar, gestesDesResultats } from './gestes.ts';
import { type LignesDuMois, membresDe, resultatDe } from './lignes-du-mois.ts';
import { compterSerie, mesurer, mesuresBloquantes, tendanceDe } from './serie.ts';

/** Les cinq séries d'un ESSMS, d'un OG ou de la grappe, tel que le dernier relevé intact le nomme. */
export function prouverIdentifiant(
  ligne: Ligne,
  mois: readonly LignesDuMois[],
  reglages: ReglagesPreuve,
): PreuveIdentifiant {
  const series = CODES_INDICATEURS.map((indicateur) => suivre(indicateur, ligne, mois, reglages));
  const restants = Math.max(...series.map((serie) => serie.restants));
  const corriges = Math.max(...series.map((serie) => serie.restantsCorriges));
  const statut = estHorsPeriode(ligne) ? 'sans_objet' : restants === 0 ? 'faite' : 'non_faite';
  const dernier = mois.at(-1)?.colonne;
  const echeance = (nombre: number): DateCivile | null =>
    statut === 'non_faite' && dernier ? dernierJour(ajouterMois(dernier.mois, nombre)) : null;
  const { niveau, identifiant, nom, secteur } = ligne;
  return {
    niveau,
    identifiant,
    nom,
    secteur,
    statut,
    preuve: estEnPartieDeclaree(series) ? 'declare' : 'calcule',
    series,
    auPlusTot: echeance(restants),
    corrigee: echeance(corriges),
    gestes: statut === 'non_faite' ? gestesDe(ligne, series, restants) : [],
  };
}

function suivre(
  indicateur: CodeIndicateur,
  ligne: Ligne,
  mois: readonly LignesDuMois[],
  reglages: ReglagesPreuve,
): SerieSuivie {
  const mesures = mois.map((un) => mesurer(un.colonne, resultatDe(ligne, indicateur, un)));
  const comptes = compterSerie(mesures, reglages);
  const bloquantes = comptes.restants === 0 ? [] : mesuresBloquantes(mesures, reglages);
  return {
    indicateur,
    cible: ligne.resultats.find((r) => r.indicateur === indicateur)?.cible ?? null,
    mesures,
    ...comptes,
    tendance: tendanceDe(
      mesures,
      mois.map(({ colonne }) => colonne),
    ),
    blocages: bloquantes.flatMap((bloquante) => {
      const alors = mois[mesures.indexOf(bloquante)];
      return alors ? bloquerPar(bloquante, alors.colonne, ligne, membresDe(ligne, alors)) : [];
    }),
  };
}

function estEnPartieDeclaree(series: readonly SerieSuivie[]): boolean {
  return series.some(({ mesures }) =>
    mesures.slice(-MOIS_DE_PREUVE).some(({ resultat }) => resultat !== null && estDeclare(resultat)),
  );
}

/** Ce qui retient le dernier mois ; à défaut, les mois qu'il reste à tenir. */
function gestesDe(ligne: Ligne, series: readonly SerieSuivie[], restants: number): string[] {
  const retenues = series.flatMap(({ mesures, blocages: [blocage] }) =>
    blocage !== undefined && blocage.mois === mesures.at(-1)?.mois
      ? [{ blocage, resultat: mesures.at(-1)?.resultat ?? null }]
      : [],
  );
  const gestes =
    ligne.niveau === 'essms'
      ? gestesEssms(ligne, retenues)
      : retenues.flatMap(({ blocage }) => blocage.gestes.map(({ geste }) => geste));
  return gestes.length > 0 ? [...new Set(gestes)] : [`tenir ${accorder(restants, 'mois', 'mois')}`];
}

interface Retenue {
  readonly blocage: Blocage;
  readonly resultat: Resultat | null;
}

/** Les motifs que le résultat explique ; les autres tiennent au relevé. */
const A_LIRE: ReadonlySet<Motif> = new Set(['non_atteint', 'incertain', 'non_evaluable']);

/** Les gestes d'un ESSMS se lisent ensemble : un même export sert souvent plusieurs indicateurs. */
function gestesEssms(ligne: Ligne, retenues: readonly Retenue[]): string[] {
  const lues = retenues.filter(({ blocage }) => A_LIRE.has(blocage.motif));
  const autres = retenues.filter(({ blocage }) => !A_LIRE.has(blocage.motif));
  return [
    ...gestesDesResultats(
      lues.flatMap(({ resultat }) => resultat ?? []),
      ligne,
    ),
    ...autres.flatMap(({ blocage }) => blocage.gestes.map(({ geste }) => geste)),
  ];
}
