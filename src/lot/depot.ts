import type { Recueil } from '../domaine/anomalie.ts';
import type { ReleveRecu } from '../domaine/suivi.ts';
import { nommerReleve } from '../suivi/releve/ecrire.ts';
import { etablirReleve } from '../suivi/releve/etablir.ts';
import type { Place } from './inventaire.ts';
import type { Reglages } from './soumission.ts';

/** Assez pour dire ce qui fait refuser un dépôt ; les comptes, eux, sont au relevé. */
const MAXIMUM = 100;

/** Les relevés d'un dépôt, un par mois demandé. Un refus laisse ses raisons au recueil, et rien d'autre. */
export async function etablirReleves(
  { nom, dossier }: Place,
  { mois, dateReference, regles, memoire, fils }: Reglages,
  recueil: Recueil,
  signal?: AbortSignal,
): Promise<ReleveRecu[]> {
  const releves: ReleveRecu[] = [];
  for (const un of mois ?? []) {
    const { scelle, anomalies } = await etablirReleve({
      depot: dossier,
      mois: un,
      premiereMesure: false,
      definitions: {},
      dateReference,
      maxAnomalies: MAXIMUM,
      regles,
      ressources: { fils, memoire },
      signal,
    });
    if (scelle === null) {
      for (const detail of anomalies.details) recueil.ajouter(detail);
      return [];
    }
    releves.push({ fichier: `${nom}/${nommerReleve(scelle.releve)}`, scelle, intact: true });
  }
  return releves;
}
