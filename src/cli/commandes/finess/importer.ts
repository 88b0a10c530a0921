import { resolve } from 'node:path';
import type { Recueil } from '../../../domaine/anomalie.ts';
import { type DateCivile, ecrireDate } from '../../../domaine/date-civile.ts';
import { IndexInecrivable, importerFiness } from '../../../finess/importer.ts';
import { ouvrirIndex } from '../../../finess/index/ouvrir.ts';
import { FORMATS_IMPORT } from '../../../rapports/finess/formats.ts';
import { accorder } from '../../../rapports/nombres.ts';
import { finir } from '../../../rapports/texte.ts';
import { direAnomalie } from '../../../rapports/verification/anomalies.ts';
import { creerProgression } from '../../../terminal/progression.ts';
import type { Contexte } from '../../contexte.ts';
import { CODES, ErreurUsage } from '../../erreurs.ts';
import { placeIndex } from '../../index-finess.ts';
import { livrer, paletteDe, presenter } from '../../livraison.ts';
import type { OptionsImporter } from '../../options-finess.ts';

/** `esms finess importer` : un fichier illisible ne change rien à l'index d'avant (code 2). */
export async function importer(
  fichiers: readonly string[],
  options: OptionsImporter,
  contexte: Contexte,
): Promise<number> {
  const index = await placeIndex(options, contexte);
  if (index === null) throw new ErreurUsage("aucune place par défaut pour l'index : donnez --index FICHIER.");
  const avant = await dateDe(index, contexte);
  const progression = creerProgression(contexte.erreur, !options.silencieux);
  const { rapport, recueil } = await importerFiness({
    fichiers: fichiers.map((nom) => ({ nom, chemin: resolve(contexte.dossierCourant, nom) })),
    index,
    tolererRejets: options.tolererRejets,
    maxAnomalies: options.maxAnomalies,
    signal: contexte.signal,
    progression: progression.montrer,
  })
    .catch((erreur: unknown) => {
      if (!(erreur instanceof IndexInecrivable)) throw erreur;
      throw new ErreurUsage(`impossible d'écrire l'index ${options.index ?? index} (${erreur.message}).`);
    })
    .finally(progression.effacer);
  const apres = rapport?.fichiers
    .flatMap(({ dateExtraction }) => dateExtraction ?? [])
    .sort()
    .at(-1);
  if (avant !== null && apres !== undefined && apres < avant) {
    recueil.ajouter({
      code: 'finess.index_recule',
      message: `extraction du ${ecrireDate(apres)}, à la place de celle du ${ecrireDate(avant)}`,
    });
  }
  signaler(recueil, options, contexte);
  if (rapport === null) {
    contexte.erreur.write(
      "REFUSÉ : rien n'est importé, l'index d'avant reste en place s'il y en avait un.\n",
    );
    return CODES.usage;
  }
  const { rendre } = await FORMATS_IMPORT[options.format as keyof typeof FORMATS_IMPORT]();
  await livrer(rendre(rapport, presenter(options, contexte)), options, contexte);
  if (!options.silencieux) contexte.erreur.write(`Index : ${options.index ?? index}\n`);
  return CODES.ok;
}

/** La date de l'extraction que l'index portait déjà, s'il y en avait un. */
async function dateDe(index: string, contexte: Contexte): Promise<DateCivile | null> {
  const ouverture = await ouvrirIndex(index, contexte.signal);
  if (ouverture.etat !== 'ouvert') return null;
  const { dateExtraction } = ouverture.index;
  ouverture.index.fermer();
  return dateExtraction;
}

function signaler(recueil: Recueil, options: OptionsImporter, contexte: Contexte): void {
  const { erreurs, avertissements, details } = recueil;
  if (options.silencieux && erreurs === 0) return;
  const palette = paletteDe(contexte.erreur, options, contexte);
  const lignes = details.flatMap((detail) => direAnomalie(detail, palette));
  const tues = erreurs + avertissements - details.length;
  if (tues > 0) lignes.push(`${accorder(tues, 'autre anomalie', 'autres anomalies')} : --max-anomalies.`);
  if (lignes.length > 0) contexte.erreur.write(finir(lignes));
}
