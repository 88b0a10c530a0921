import { Recueil } from '../../domaine/anomalie.ts';
import { ajouterMois, type Mois } from '../../domaine/date-civile.ts';
import { MOIS_DE_PREUVE, type ReglagesPreuve, type ReleveRecu } from '../../domaine/suivi.ts';
import type { RapportPage } from '../../rapports/page/modele.ts';
import type { Issue } from '../calcul.ts';
import { etablirReleves, type OptionsReleves } from '../releve/etablir.ts';
import { suivre } from '../suivre.ts';
import { assemblerPage } from './assembler.ts';

export type OptionsRapport = Omit<OptionsReleves, 'mois'> & { readonly mois: Mois };

const ORIGINE = 'depuis les exports';

/**
 * Les relevés d'un dépôt : le mois demandé, et les deux qui le précèdent lus dans les mêmes exports (une première mesure
 * les cumule déjà : elle est seule).
 */
export async function relireMois(options: OptionsRapport): Promise<Issue<readonly ReleveRecu[]>> {
  const nombre = options.premiereMesure ? 1 : MOIS_DE_PREUVE;
  const mois = Array.from({ length: nombre }, (_, rang) => ajouterMois(options.mois, rang + 1 - nombre));
  const issue = await etablirReleves({ ...options, mois });
  if (issue.refus) return issue;
  return { ...issue, rendu: issue.rendu.map((scelle) => ({ fichier: ORIGINE, scelle, intact: true })) };
}

/** Le rapport d'un dépôt. */
export async function rapporterExports(
  options: OptionsRapport,
  reglages: ReglagesPreuve,
  version: string,
): Promise<Issue<RapportPage>> {
  const issue = await relireMois(options);
  if (issue.refus) return issue;
  const { rendu: recus, anomalies, sources } = issue;
  const recueil = new Recueil(options.maxAnomalies);
  const page = assemblerPage(suivre(recus, reglages, recueil), recueil.bilan(), {
    version,
    origine: 'exports',
  });
  if (page === null) throw new Error('un relevé qui vient d’être établi est intact');
  const indexFiness = options.repertoire?.cite ?? null;
  return { ...issue, rendu: { ...page, mesure: { ...page.mesure, anomalies, sources, indexFiness } } };
}
