import type { DateCivile } from '../domaine/date-civile.ts';
import type { Fenetre } from '../domaine/fenetre.ts';
import { atteint, type CibleEntiere } from '../domaine/fraction.ts';
import type { CodeIndicateur, Etat } from '../domaine/resultat.ts';
import type { Essms } from './comptes.ts';
import type { Termes } from './termes.ts';

/** Instruction 2025/100 (source secondaire), T6. */
const DEBUT_DISPENSE = '2025-09-02' as DateCivile;

/** Les états qui retirent un ESSMS des sommes (A2). */
export type Exclusion = Extract<Etat, 'dispense' | 'hors_periode'>;

/** P6 puis T6 : ce qui dispense l'ESSMS de l'indicateur, quoi que disent ses comptes ; sinon `null`. */
export function exclusion(indicateur: CodeIndicateur, essms: Essms, fenetre: Fenetre): Exclusion | null {
  if (estHorsPeriode(essms, fenetre)) return 'hors_periode';
  return estDispensable(indicateur, essms, fenetre) && essms.eligibleSons === false ? 'dispense' : null;
}

/** T6 : une éligibilité au SONS inconnue ne dispense pas, mais se vérifie. */
export function dispenseAVerifier(indicateur: CodeIndicateur, essms: Essms, fenetre: Fenetre): boolean {
  return estDispensable(indicateur, essms, fenetre) && essms.eligibleSons === null;
}

function estHorsPeriode({ dateOuverture, dateFermeture }: Essms, { debut, fin }: Fenetre): boolean {
  return (dateOuverture !== null && dateOuverture > fin) || (dateFermeture !== null && dateFermeture < debut);
}

function estDispensable(indicateur: CodeIndicateur, { secteur }: Essms, { fin }: Fenetre): boolean {
  return (indicateur === 'mssante' || indicateur === 'dmp') && secteur === 'AHI' && fin >= DEBUT_DISPENSE;
}

/** T1, sur des termes encadrés (T2) ; `null` : dénominateur nul, ou groupe de taille inconnue (A3). */
export function etatDe(encadres: Termes | null, cible: CibleEntiere): Etat {
  if (encadres === null) return 'non_evaluable';
  if (atteint(encadres.basse, cible)) return 'atteint';
  return encadres.haute !== null && !atteint(encadres.haute, cible) ? 'non_atteint' : 'incertain';
}
