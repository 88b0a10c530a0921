import type { Fenetre } from '../domaine/fenetre.ts';
import { atteint, type CibleEntiere } from '../domaine/fraction.ts';
import type { CodeIndicateur, Etat } from '../domaine/resultat.ts';
import type { Dispense } from '../regles/formes.ts';
import type { Essms } from './comptes.ts';
import type { Contexte } from './contexte.ts';
import type { Termes } from './termes.ts';

/** Les états qui retirent un ESSMS des sommes (A2). */
export type Exclusion = Extract<Etat, 'dispense' | 'hors_periode'>;

type Cadre = Pick<Contexte, 'fenetre' | 'dispense'>;

/** P6 puis T6 : ce qui dispense l'ESSMS de l'indicateur, quoi que disent ses comptes ; sinon `null`. */
export function exclusion(indicateur: CodeIndicateur, essms: Essms, contexte: Cadre): Exclusion | null {
  if (estHorsPeriode(essms, contexte.fenetre)) return 'hors_periode';
  const dispense = dispenseDe(indicateur, essms, contexte);
  return dispense !== null && essms.eligibleSons === dispense.eligible_sons ? 'dispense' : null;
}

/** T6 : une éligibilité au SONS inconnue ne dispense pas, mais se vérifie. */
export function dispenseAVerifier(indicateur: CodeIndicateur, essms: Essms, contexte: Cadre): boolean {
  return dispenseDe(indicateur, essms, contexte) !== null && essms.eligibleSons === null;
}

function estHorsPeriode({ dateOuverture, dateFermeture }: Essms, { debut, fin }: Fenetre): boolean {
  return (dateOuverture !== null && dateOuverture > fin) || (dateFermeture !== null && dateFermeture < debut);
}

/** La dispense qui vise cet indicateur et ce secteur, si l'éligibilité au SONS s'y prête. */
function dispenseDe(indicateur: CodeIndicateur, { secteur }: Essms, { dispense }: Cadre): Dispense | null {
  if (dispense === null || secteur === null) return null;
  return dispense.indicateurs.includes(indicateur) && dispense.secteurs.includes(secteur) ? dispense : null;
}

/** T1, sur des termes encadrés (T2) ; `null` : dénominateur nul, ou groupe de taille inconnue (A3). */
export function etatDe(encadres: Termes | null, cible: CibleEntiere): Etat {
  if (encadres === null) return 'non_evaluable';
  if (atteint(encadres.basse, cible)) return 'atteint';
  return encadres.haute !== null && !atteint(encadres.haute, cible) ? 'non_atteint' : 'incertain';
}
