import { type BilanAnomalies, Recueil } from '../../domaine/anomalie.ts';
import { ajouterMois } from '../../domaine/date-civile.ts';
import type { SourceLue } from '../../domaine/source.ts';
import { MOIS_DE_PREUVE, type ReglagesPreuve, type ReleveRecu } from '../../domaine/suivi.ts';
import type { RapportPage } from '../../rapports/page/modele.ts';
import type { Issue } from '../calcul.ts';
import { etablirReleve, type OptionsReleve } from '../releve/etablir.ts';
import { suivre } from '../suivre.ts';
import { assemblerPage } from './assembler.ts';

const ORIGINE = 'depuis les exports';

/**
 * Les relevés d'un dépôt : le mois demandé, et les deux qui le précèdent relus dans les mêmes exports (une première
 * mesure les cumule déjà : elle est seule). Refusé comme le serait l'un de ces mois ; les anomalies sont du dernier.
 */
export async function relireMois(options: OptionsReleve): Promise<Issue<readonly ReleveRecu[]>> {
  const { mois, premiereMesure } = options;
  const recus: ReleveRecu[] = [];
  let anomalies: BilanAnomalies = new Recueil(0).bilan();
  let sources: readonly SourceLue[] = [];
  for (let ecart = premiereMesure ? 0 : 1 - MOIS_DE_PREUVE; ecart <= 0; ecart++) {
    const etabli = await etablirReleve({ ...options, mois: ajouterMois(mois, ecart) });
    ({ anomalies, sources } = etabli);
    if (etabli.scelle === null) return { refus: true, anomalies, sources };
    recus.push({ fichier: ORIGINE, scelle: etabli.scelle, intact: true });
  }
  return { refus: false, rendu: recus, anomalies, sources };
}

/** Le rapport d'un dépôt. */
export async function rapporterExports(
  options: OptionsReleve,
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
