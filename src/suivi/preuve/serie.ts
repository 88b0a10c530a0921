import type { Resultat } from '../../domaine/resultat.ts';
import {
  estCorrigible,
  type MesureSuivie,
  MOIS_DE_PREUVE,
  type MoisSuivi,
  type Motif,
  type ReglagesPreuve,
  type Tendance,
} from '../../domaine/suivi.ts';

/** S2 : ce qu'un mois apporte à la série d'un indicateur. */
export function mesurer(colonne: MoisSuivi, resultat: Resultat | null): MesureSuivie {
  const { mois, etat } = colonne;
  const rompre = (motif: Motif, partagee = false): MesureSuivie => ({
    mois,
    resultat,
    apport: 'rompt',
    motif,
    partagee,
  });
  if (etat !== 'releve') return rompre(etat);
  if (resultat === null) return rompre('hors_releve');
  if (resultat.etat === 'hors_periode') {
    return { mois, resultat, apport: 'neutre', motif: null, partagee: false };
  }
  if (resultat.provisoire) return rompre('provisoire');
  if (colonne.premiereMesure === 'tardive') return rompre('premiere_mesure_tardive');
  if (colonne.premiereMesure === 'non_comptee') return rompre('premiere_mesure');
  if (resultat.etat === 'non_evaluable') return rompre('non_evaluable');
  if (resultat.etat === 'atteint' || resultat.etat === 'dispense') {
    return { mois, resultat, apport: 'probant', motif: null, partagee: true };
  }
  return rompre(resultat.etat, true);
}

type Retient = (mesure: MesureSuivie) => boolean;

const estProbante: Retient = ({ apport }) => apport === 'probant';
const estPartagee: Retient = ({ partagee }) => partagee;

/** Mois consécutifs retenus, du dernier en remontant ; un mois neutre ne rompt ni n'allonge (S2). */
function compter(mesures: readonly MesureSuivie[], retient: Retient): number {
  const comptees = mesures.filter(({ apport }) => apport !== 'neutre').reverse();
  const rupture = comptees.findIndex((mesure) => !retient(mesure));
  return rupture < 0 ? comptees.length : rupture;
}

/** Mois à venir, tous partagés et atteints, avant que la série suffise (S2). */
function restants(mesures: readonly MesureSuivie[], { lecture }: ReglagesPreuve, corriges: boolean): number {
  const ou = (retient: Retient): Retient =>
    corriges ? (mesure) => retient(mesure) || estCorrigible(mesure.motif) : retient;
  const probants = compter(mesures, ou(estProbante));
  if (lecture === 'trois_atteints') return Math.max(0, MOIS_DE_PREUVE - probants);
  return Math.max(0, MOIS_DE_PREUVE - compter(mesures, ou(estPartagee)), probants > 0 ? 0 : 1);
}

/** Les comptes d'une série. */
export function compterSerie(mesures: readonly MesureSuivie[], reglages: ReglagesPreuve) {
  return {
    serie: compter(mesures, estProbante),
    partages: compter(mesures, estPartagee),
    restants: restants(mesures, reglages, false),
    restantsCorriges: restants(mesures, reglages, true),
  };
}

/** Les mois qui retiennent la série, le dernier d'abord ; passé celui qu'aucune donnée ne corrige, les autres n'y changent rien. */
export function mesuresBloquantes(
  mesures: readonly MesureSuivie[],
  { lecture }: ReglagesPreuve,
): MesureSuivie[] {
  const comptees = mesures.filter(({ apport }) => apport !== 'neutre').slice(-MOIS_DE_PREUVE);
  const derniere = comptees.at(-1);
  const retient: Retient = (mesure) =>
    lecture === 'trois_atteints' || mesure === derniere ? estProbante(mesure) : estPartagee(mesure);
  const bloquantes = comptees.filter((mesure) => !retient(mesure)).reverse();
  const definitive = bloquantes.findIndex(
    (mesure) => !estCorrigible(mesure.motif) && !(lecture === 'dernier_atteint' && mesure.partagee),
  );
  return definitive < 0 ? bloquantes : bloquantes.slice(0, definitive + 1);
}

/**
 * Le sens des deux derniers mois chiffrés, sûr même au bord des intervalles. Une première mesure cumule trois mois :
 * elle ne se compare pas à un mois.
 */
export function tendanceDe(
  mesures: readonly MesureSuivie[],
  colonnes: readonly Pick<MoisSuivi, 'premiereMesure'>[],
): Tendance | null {
  const chiffres = mesures.flatMap(({ resultat }, rang) =>
    resultat === null || resultat.taux === null || colonnes[rang]?.premiereMesure !== null ? [] : resultat,
  );
  const [avant, apres] = chiffres.slice(-2);
  if (avant === undefined || apres === undefined || apres !== mesures.at(-1)?.resultat) return null;
  if (basse(apres) > haute(avant)) return 'hausse';
  if (haute(apres) < basse(avant)) return 'baisse';
  return basse(avant) === haute(apres) && haute(avant) === basse(apres) ? 'stable' : null;
}

function basse({ borneBasse }: Resultat): number {
  return borneBasse ?? 0;
}

/** Une borne haute absente n'est pas une borne (T2). */
function haute({ borneHaute }: Resultat): number {
  return borneHaute ?? Number.POSITIVE_INFINITY;
}
