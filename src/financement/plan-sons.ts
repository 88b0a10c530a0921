import type { DateCivile } from '../domaine/date-civile.ts';
import type { EligibiliteEssms } from '../domaine/financement/eligibilite.ts';
import type { PlanSons } from '../domaine/financement/plan.ts';
import type { VagueSons } from '../domaine/financement/sons.ts';
import type { JeuDeRegles } from '../regles/resolution.ts';
import { calculerSons, resoudreVague } from './sons.ts';

const DERNIERE_VAGUE = 2;

/**
 * La vague à laquelle une commande peut prétendre : la première, sauf si elle est close et que le barème de la
 * suivante est connu. Une vague close reste montrée, à titre historique.
 */
export function vagueEnVigueur(jeu: JeuDeRegles, dateReference: DateCivile): VagueSons {
  const premiere = resoudreVague(jeu, 1, dateReference);
  if (premiere.calendrier.etat !== 'close') return premiere;
  const suivante = resoudreVague(jeu, DERNIERE_VAGUE, dateReference);
  return suivante.bareme === null ? premiere : suivante;
}

/**
 * Le SONS d'un OG : ses ESSMS en montée de version dont le DUI est référencé, qui y sont éligibles et ne l'ont pas
 * déjà reçu. Une acquisition financée l'exclut. Ce qui est vide dans la table laisse l'ESSMS hors du montant.
 */
export function planSonsDe(
  essms: readonly EligibiliteEssms[],
  essmsOg: number,
  vague: VagueSons,
): PlanSons | null {
  const concernes = essms.filter(
    ({ essms: { typeProjet, duiReference, eligibleSons }, sonsRecu }) =>
      typeProjet === 'montee_de_version' && duiReference !== false && eligibleSons !== false && !sonsRecu,
  );
  if (concernes.length === 0) return null;
  const estSur = ({ essms: { duiReference, eligibleSons } }: EligibiliteEssms): boolean =>
    duiReference === true && eligibleSons === true;
  const numeros = (liste: readonly EligibiliteEssms[]) => liste.map((un) => un.essms.finessEt);
  const commande = numeros(concernes.filter(estSur));
  const sons = calculerSons(vague, { essmsOg, essmsCommande: commande.length });
  const montant = commande.length === 0 ? null : sons.montant;
  return {
    vague: vague.vague,
    essmsOg,
    essmsCommande: commande,
    essmsInconnus: numeros(concernes.filter((un) => !estSur(un))),
    tranche: sons.tranche?.code ?? null,
    unitaire: sons.tranche?.montant ?? null,
    montant,
    compte: vague.calendrier.etat !== 'close',
    raison: raisonDe(montant, commande.length, vague),
    versements: sons.versements,
  };
}

function raisonDe(montant: number | null, commande: number, vague: VagueSons): string | null {
  if (montant !== null) return null;
  if (commande === 0) return 'eligible_sons ou dui_reference est vide';
  return vague.raison ?? "aucune tranche du barème pour cette taille d'OG";
}
