import { Recueil } from '../domaine/anomalie.ts';
import type { BilanSoumission, Echec, Soumission } from '../domaine/lot.ts';
import { rendreLignes } from '../rapports/lot/csv.ts';
import { chargerSeuilsLot } from '../regles/seuils-lot.ts';
import { etablirSuivi } from '../suivi/preuve/etablir.ts';
import { dresserBilan } from './bilan.ts';
import type { Contenus } from './contenus.ts';
import { controlerSoumission } from './controles/controler.ts';
import { extraire } from './controles/extraire.ts';
import { echouerParRefus } from './echec.ts';
import type { Place } from './inventaire.ts';
import { proposer } from './proposition/proposer.ts';
import { retenusDe } from './retenus.ts';
import { lireSoumission, type Reglages } from './soumission.ts';

/** Une soumission traitée : son bilan, et ses lignes de lot.csv si on les veut. */
export interface Traitee {
  readonly bilan: BilanSoumission;
  readonly csv?: string;
}

/** Assez pour nommer ce qui fait refuser une soumission. */
const MAXIMUM = 100;

/** Lit, suit et contrôle une soumission, seule ; `contenus` : ses relevés, vides pour un dépôt. */
export async function traiter(
  place: Place,
  reglages: Reglages,
  contenus: Contenus,
  signal?: AbortSignal,
): Promise<Traitee | Echec> {
  const recueil = new Recueil(MAXIMUM);
  const lue = await lireSoumission(place, reglages, contenus, recueil, signal);
  if ('code' in lue) return lue;
  if (recueil.aRefus) return echouerParRefus(place.nom, recueil.details);
  const soumission: Soumission = { nom: place.nom, nature: place.nature, ...lue };
  const suivi = etablirSuivi(lue.releves, reglages.preuve);
  const reperes = { seuils: chargerSeuilsLot(), regles: reglages.regles };
  const constats = controlerSoumission(soumission, suivi, reperes);
  const bilan = dresserBilan(soumission, suivi, {
    constats,
    extraits: extraire(soumission, suivi),
    proposition: proposer(soumission, suivi, constats, reglages.dateReference),
  });
  const retenus = retenusDe(suivi).map(({ scelle }) => scelle.releve);
  return reglages.avecLignes ? { bilan, csv: rendreLignes(place.nom, retenus) } : { bilan };
}
