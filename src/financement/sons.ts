import type { DateCivile } from '../domaine/date-civile.ts';
import type { Avertissement } from '../domaine/financement/commun.ts';
import type { EffetDeSeuil, Sons, TrancheSons, VagueSons } from '../domaine/financement/sons.ts';
import { multiplier } from '../domaine/montant.ts';
import { type JeuDeRegles, type Resolution, resoudre } from '../regles/resolution.ts';
import { avertirCalendrier, situer } from './calendrier-sons.ts';
import { controlerCommande, type DatesCommande } from './commande-sons.ts';
import { signalerFournies, sourcesDe, valeurOu } from './resolutions.ts';
import { avertirChutes, chutesDe, chutesProches } from './seuils.ts';
import { PREUVES_SONS, verser } from './versements.ts';

export interface DemandeSons {
  readonly essmsOg: number;
  /** Au plus `essmsOg`. */
  readonly essmsCommande: number;
  readonly dates?: DatesCommande;
}

/**
 * Ce que les règles disent d'une vague à une date. Le barème d'une vague close se lit à son ouverture : il
 * s'affiche à titre historique, et l'avertissement le dit.
 */
export function resoudreVague(jeu: JeuDeRegles, vague: number, dateReference: DateCivile): VagueSons {
  const lire = <T>(nom: string, date: DateCivile): Resolution<T> =>
    resoudre<T>(jeu, `sons.vague_${vague}.${nom}`, date);
  const ouverture = lire<DateCivile>('ouverture', dateReference);
  const finAvances = lire<DateCivile>('fin_avances', dateReference);
  const finSoldes = lire<DateCivile>('fin_soldes', dateReference);
  const effet = valeurOu(ouverture) ?? dateReference;
  const bareme = lire<readonly TrancheSons[]>('bareme', effet);
  const avance = lire<number>('avance', effet);
  const delai = lire<number>('delai_referencement', effet);
  const dates = {
    ouverture: valeurOu(ouverture),
    finAvances: valeurOu(finAvances),
    finSoldes: valeurOu(finSoldes),
  };
  const calendrier = situer(vague, dates, dateReference);
  const sources = sourcesDe([bareme, avance, delai, ouverture, finAvances, finSoldes]);
  const raison = bareme.connue ? null : bareme.raison;
  return {
    vague,
    dateReference,
    bareme: valeurOu(bareme),
    raison,
    avance: valeurOu(avance),
    delaiReferencement: valeurOu(delai),
    calendrier,
    sources,
    avertissements: [
      ...(raison === null ? avertirCalendrier(calendrier) : baremeInconnu(vague, raison)),
      ...(bareme.connue && !avance.connue ? avanceInconnue(vague) : []),
      ...signalerFournies(sources),
    ],
  };
}

function avanceInconnue(vague: number): Avertissement[] {
  return [{ code: 'versement.inconnu', message: `part de l'avance de la vague ${vague} inconnue` }];
}

function baremeInconnu(vague: number, raison: string): Avertissement[] {
  return [{ code: 'sons.bareme_inconnu', message: `barème de la vague ${vague} inconnu : ${raison}` }];
}

/** Le montant d'une commande : la tranche vient de l'OG, le nombre payé de la commande. */
export function calculerSons(vague: VagueSons, { essmsOg, essmsCommande, dates = {} }: DemandeSons): Sons {
  const tranche = vague.bareme === null ? null : trancheDe(vague.bareme, essmsOg);
  const montant = tranche && multiplier(tranche.montant, essmsCommande);
  const seuils = tranche ? chutesProches(chutesConnues(vague), tranche, essmsOg) : [];
  return {
    vague: vague.vague,
    essmsOg,
    essmsCommande,
    tranche,
    montant,
    versements: verser(montant, vague.avance, PREUVES_SONS),
    seuils,
    avertissements: [
      ...vague.avertissements,
      ...(vague.bareme && !tranche ? sansTranche(vague.vague, essmsOg) : []),
      ...controlerCommande(vague, dates),
      ...avertirChutes(seuils),
    ],
  };
}

function sansTranche(vague: number, essmsOg: number): Avertissement[] {
  return baremeInconnu(vague, `aucune tranche pour un OG de ${essmsOg} ESSMS`);
}

/** La tranche d'un OG ; `null` si le barème (fourni par l'usager) n'en a pas pour lui. */
export function trancheDe(bareme: readonly TrancheSons[], essmsOg: number): TrancheSons | null {
  return bareme.find(({ de, a }) => de <= essmsOg && (a === null || essmsOg <= a)) ?? null;
}

const CHUTES = new WeakMap<readonly TrancheSons[], readonly EffetDeSeuil[]>();

/** Les chutes ne dépendent que du barème : une fois pour toute une liste d'organismes. */
function chutesConnues({ bareme }: VagueSons): readonly EffetDeSeuil[] {
  if (bareme === null) return [];
  const chutes = CHUTES.get(bareme) ?? chutesDe(bareme);
  CHUTES.set(bareme, chutes);
  return chutes;
}
