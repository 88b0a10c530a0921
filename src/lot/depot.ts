import type { Recueil } from '../domaine/anomalie.ts';
import type { ReleveRecu } from '../domaine/suivi.ts';
import { nommerReleve } from '../suivi/releve/ecrire.ts';
import { etablirReleves } from '../suivi/releve/etablir.ts';
import type { Place } from './inventaire.ts';
import type { Reglages } from './soumission.ts';

/** Assez pour dire ce qui fait refuser un dépôt ; les comptes, eux, sont au relevé. */
const MAXIMUM = 100;

/** Les relevés d'un dépôt, un par mois demandé. Un refus laisse ses raisons au recueil, et rien d'autre. */
export async function lireDepot(
  { nom, dossier }: Place,
  { mois, dateReference, regles, memoire, fils }: Reglages,
  recueil: Recueil,
  signal?: AbortSignal,
): Promise<ReleveRecu[]> {
  if (mois === null) throw new Error('un dépôt se lit pour des mois');
  const issue = await etablirReleves({
    depot: dossier,
    mois,
    premiereMesure: false,
    definitions: {},
    dateReference,
    maxAnomalies: MAXIMUM,
    regles,
    ressources: { fils, memoire },
    signal,
  });
  if (issue.refus) {
    for (const detail of issue.anomalies.details) recueil.ajouter(detail);
    return [];
  }
  return issue.rendu.map((scelle) => ({
    fichier: `${nom}/${nommerReleve(scelle.releve)}`,
    scelle,
    intact: true,
  }));
}
