import type { DateCivile } from '../domaine/date-civile.ts';
import type {
  Controle,
  Eligibilite,
  EligibiliteEssms,
  EtatEligibilite,
} from '../domaine/financement/eligibilite.ts';
import type { EssmsDeclare, GrappeDeclaree } from '../domaine/financement/grappe.ts';
import { type JeuDeRegles, resoudre } from '../regles/resolution.ts';
import { aRecuLeSons, controlerAnterieurs, controlerContractualise } from './controles-cumuls.ts';
import {
  type ContexteControles,
  controlerCategorie,
  controlerFiness,
  controlerOuverture,
  controlerReference,
  controlerTypeProjet,
} from './controles-essms.ts';
import { controlerAppel, controlerSolution, controlerTaille, nonControles } from './controles-grappe.ts';
import { completer, controlerInscription, type SuDuRepertoire } from './controles-repertoire.ts';

/** Le pire des contrôles ; ce qui n'est pas contrôlé ne change rien, mais se dit. */
function conclure(controles: readonly Controle[]): EtatEligibilite {
  if (controles.some(({ etat }) => etat === 'ineligible')) return 'ineligible';
  return controles.some(({ etat }) => etat === 'a_verifier') ? 'a_verifier' : 'eligible';
}

/** Toutes les raisons d'un ESSMS, pas seulement la première. */
function evaluerEssms(essms: EssmsDeclare, contexte: ContexteControles): EligibiliteEssms {
  const controles = [
    controlerFiness(essms, contexte),
    controlerOuverture(essms, contexte),
    controlerInscription(essms, contexte),
    controlerCategorie(completer(essms, contexte), contexte),
    controlerTypeProjet(essms),
    controlerReference(essms, contexte),
    ...controlerAnterieurs(essms, contexte),
    controlerContractualise(essms, contexte),
  ].filter((controle) => controle !== null);
  return { essms, etat: conclure(controles), controles, sonsRecu: aRecuLeSons(essms) };
}

/** Éligibilité d'une grappe et de ses ESSMS, selon les règles de l'année de l'appel à projets. */
export function evaluerEligibilite(
  { essms: declares }: GrappeDeclaree,
  jeu: JeuDeRegles,
  {
    annee,
    dateReference,
    su,
  }: {
    readonly annee: number;
    readonly dateReference: DateCivile;
    /** Ce que le répertoire FINESS sait de la grappe, s'il y en a un. */
    readonly su?: SuDuRepertoire | undefined;
  },
): Eligibilite {
  const date = `${annee}-01-01` as DateCivile;
  const regles = <T>(id: string) => resoudre<T>(jeu, id, date);
  const numerosEj = new Set(declares.map(({ finessEj }) => finessEj));
  const essms = declares.map((un) => evaluerEssms(un, { regles, dateReference, numerosEj, su }));
  const { appel, controle } = controlerAppel(essms, regles);
  const controles = [
    controlerTaille(essms, regles),
    controle,
    controlerSolution(essms, regles),
    ...nonControles(regles),
  ].filter((un) => un !== null);
  const nombre = (etat: EtatEligibilite): number => essms.filter((un) => un.etat === etat).length;
  return {
    annee,
    dateReference,
    essms,
    grappe: {
      etat: conclure(controles),
      controles,
      appel,
      essms: {
        eligible: nombre('eligible'),
        a_verifier: nombre('a_verifier'),
        ineligible: nombre('ineligible'),
      },
    },
  };
}
