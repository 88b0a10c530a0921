import { instruireDepenses } from '../../financement/instruire.ts';
import { FORMATS_DEPENSES } from '../../rapports/depenses/formats.ts';
import type { Contexte } from '../contexte.ts';
import { CODES } from '../erreurs.ts';
import { livrer, presenter } from '../livraison.ts';
import type { OptionsDossier } from '../options-dossier.ts';
import { codeDuDossier, instruireDossier, signalerTout } from './dossier.ts';

/** `esms depenses` : une dépense mise à part est une erreur localisée, et sort 1. */
export async function depenses(depot: string, options: OptionsDossier, contexte: Contexte): Promise<number> {
  const demande = { commande: 'depenses', depot, options };
  const instruit = await instruireDossier(demande, contexte, instruireDepenses);
  if (instruit === null) return CODES.usage;
  const { entete, dossier: etat, dire } = instruit;
  const format = (options.detail ? 'csv_detail' : options.format) as keyof typeof FORMATS_DEPENSES;
  const { rendre } = await FORMATS_DEPENSES[format]();
  await livrer(rendre({ entete, etat }, presenter(options, contexte)), options, contexte);
  if (!options.silencieux) signalerTout(entete, options, contexte);
  dire();
  return codeDuDossier(entete, options, false);
}
