import { ajouterMois, type DateCivile, dernierJour } from '../../domaine/date-civile.ts';
import type { Soumission } from '../../domaine/lot.ts';
import { MOIS_DE_PREUVE, type PreuveNiveau, type SerieSuivie, type Suivi } from '../../domaine/suivi.ts';
import { etablirSuivi } from '../../suivi/preuve/etablir.ts';
import { requisDe } from './cibles.ts';

/** Le suivi des seuls mois finis à l'échéance ; tel quel si elle n'est pas dite, ou si aucun relevé n'y tient. */
export function arreterAuTerme(
  { releves }: Pick<Soumission, 'releves'>,
  suivi: Suivi,
  echeance: DateCivile | null,
): Suivi {
  if (echeance === null) return suivi;
  const aTemps = releves.filter(({ scelle }) => dernierJour(scelle.releve.mois) <= echeance);
  if (aTemps.length === 0 || aTemps.length === releves.length) return suivi;
  return etablirSuivi(aTemps, suivi.reglages);
}

/**
 * Vrai si les données prouvent qu'une cible est manquée : tous les mois de preuve sont là, jusqu'au dernier qui
 * finissait à l'échéance, et pour une série au moins aucune suite de trois mois des relevés reçus ne peut suffire, même
 * si tout ce qui est incertain, absent ou provisoire se révélait bon.
 */
export function estSurementManquee(terme: Suivi, preuve: PreuveNiveau, echeance: DateCivile): boolean {
  const dernier = terme.mois.at(-1);
  if (dernier === undefined || dernierJour(ajouterMois(dernier.mois, 1)) <= echeance) return false;
  const derniers = terme.mois.slice(-MOIS_DE_PREUVE);
  if (derniers.length < MOIS_DE_PREUVE || derniers.some(({ etat }) => etat !== 'releve')) return false;
  return requisDe(preuve).some(({ series }) => series.some((serie) => !peutAvoirSuffi(serie, terme)));
}

function peutAvoirSuffi({ mesures }: SerieSuivie, { reglages: { lecture } }: Suivi): boolean {
  const manques = mesures
    .filter(({ apport }) => apport !== 'neutre')
    .map(({ motif }) => motif === 'non_atteint');
  if (manques.length < MOIS_DE_PREUVE) return true;
  const suites = manques.map((_, rang) => manques.slice(rang, rang + MOIS_DE_PREUVE));
  return suites
    .filter(({ length }) => length === MOIS_DE_PREUVE)
    .some((suite) => (lecture === 'trois_atteints' ? !suite.includes(true) : suite.at(-1) === false));
}
