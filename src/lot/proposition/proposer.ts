import type { DateCivile } from '../../domaine/date-civile.ts';
import type { ConstatLot, Proposition, Soumission } from '../../domaine/lot.ts';
import type { PreuveNiveau, Suivi } from '../../domaine/suivi.ts';
import { appelsDesConstats, dresserAppels } from './appels.ts';
import { raisonsDeLaPreuve } from './cibles.ts';
import { raisonsDesConstats } from './constats.ts';
import { raisonDeLEcheance, raisonsDeLaConvention } from './convention.ts';
import { ordonner, type RaisonJugee } from './raison.ts';
import { arreterAuTerme, estSurementManquee } from './terme.ts';

/** Les relevés qu'on n'a pas reçus ne prouvent rien. */
const AVANT_UN_REFUS =
  "Avant tout refus, demander au porteur s'il a partagé trois autres mois consécutifs avant l'échéance";

/**
 * Ce que les données proposent pour le solde d'une grappe : jamais une décision. Verser : tout est là. Refuser : l'échéance
 * est passée et les données prouvent qu'une cible est manquée. Compléter : tout le reste, ce qui manque comme ce qui est
 * incertain. `constats` : ceux de la soumission seule ; ceux entre soumissions s'ajoutent par `reprendre`.
 */
export function proposer(
  soumission: Soumission,
  suivi: Suivi,
  constats: readonly ConstatLot[],
  dateReference: DateCivile,
): Proposition {
  const { convention } = soumission;
  const echeance = convention?.echeance ?? null;
  const terme = arreterAuTerme(soumission, suivi, echeance);
  const niveau = convention?.niveauPreuve ?? suivi.niveauPreuve;
  const preuve = preuveDe(terme, niveau);
  const faite = preuve?.faite ?? false;
  const faiteApres = !faite && (preuveDe(suivi, niveau)?.faite ?? false);
  const manquee =
    echeance !== null &&
    dateReference > echeance &&
    preuve !== null &&
    !faiteApres &&
    constats.every(({ gravite }) => gravite !== 'erreur') &&
    estSurementManquee(terme, preuve, echeance);
  const dernier = terme.mois.at(-1)?.mois ?? null;
  const raisons = [
    ...raisonsDeLaPreuve(terme, preuve),
    ...raisonsDeLaConvention(convention, suivi.reference),
    ...raisonDeLEcheance(convention, { faite, faiteApres, manquee, dernier }, dateReference),
    ...raisonsDesConstats(constats),
  ];
  const avis = manquee ? 'refuser' : raisons.some(estManque) ? 'completer' : 'verser';
  return {
    soumission: soumission.nom,
    avis,
    raisons: ordonner(raisons).map(({ code, message }) => ({ code, message })),
    appels: [...(manquee ? [AVANT_UN_REFUS] : []), ...dresserAppels(raisons, constats, terme, preuve)],
  };
}

/** La proposition, une fois connus les constats entre soumissions : une erreur y attend sa réponse avant tout avis. */
export function reprendre(proposition: Proposition, entre: readonly ConstatLot[]): Proposition {
  if (entre.length === 0) return proposition;
  const ajoutees = raisonsDesConstats(entre);
  const { avis, raisons, appels } = proposition;
  return {
    ...proposition,
    avis: ajoutees.some(estManque) ? 'completer' : avis,
    raisons: ordonner([...raisons, ...ajoutees.map(({ code, message }) => ({ code, message }))]),
    appels: [...appelsDesConstats(entre), ...appels],
  };
}

function estManque({ effet }: RaisonJugee): boolean {
  return effet === 'manque';
}

function preuveDe({ niveaux }: Suivi, voulu: PreuveNiveau['niveau'] | null): PreuveNiveau | null {
  return niveaux.find(({ niveau }) => niveau === voulu) ?? null;
}
