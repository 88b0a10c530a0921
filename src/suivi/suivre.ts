import type { Constat, Recueil } from '../domaine/anomalie.ts';
import { MOIS_DE_PREUVE, type ReglagesPreuve, type ReleveRecu, type Suivi } from '../domaine/suivi.ts';
import { controlerGrappe } from './controles/grappe.ts';
import { controlerMelanges } from './controles/melanges.ts';
import { controlerMois } from './controles/mois.ts';
import { controlerPerimetre } from './controles/perimetre.ts';
import { etablirSuivi } from './preuve/etablir.ts';

/** Suit des relevés et note au recueil tout ce qui les oppose. */
export function suivre(recus: readonly ReleveRecu[], reglages: ReglagesPreuve, recueil: Recueil): Suivi {
  const suivi = etablirSuivi(recus, reglages);
  for (const constat of constaterSuite(suivi)) recueil.ajouter(constat);
  return suivi;
}

/**
 * Tout ce qui oppose les relevés d'un suivi. Les mélanges et les changements de périmètre se cherchent dans les trois
 * mois de la preuve : ce qui les précède ne la porte pas.
 */
export function constaterSuite(suivi: Suivi): Constat[] {
  const preuve = suivi.mois
    .slice(-MOIS_DE_PREUVE)
    .flatMap(({ etat, recu }) => (etat === 'releve' && recu !== null ? [recu] : []));
  const intacts = suivi.mois.flatMap(({ recu }) => (recu?.intact ? [recu] : []));
  return [
    ...controlerGrappe([...suivi.remplaces.filter(({ intact }) => intact), ...intacts]),
    ...controlerMois(suivi),
    ...controlerMelanges(preuve),
    ...controlerPerimetre(preuve),
  ];
}
