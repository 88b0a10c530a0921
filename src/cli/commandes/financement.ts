import { aConstat } from '../../domaine/financement/commun.ts';
import { instruireFinancement } from '../../financement/instruire.ts';
import { FORMATS_FINANCEMENT } from '../../rapports/financement/formats.ts';
import type { Contexte } from '../contexte.ts';
import { CODES } from '../erreurs.ts';
import { livrer, presenter } from '../livraison.ts';
import type { OptionsDossier } from '../options-dossier.ts';
import { codeDuDossier, instruireDossier, signalerTout } from './dossier.ts';

/** `esms financement` : sort 1 si un montant est inconnu, ou si la grappe est inéligible. */
export async function financement(
  depot: string,
  options: OptionsDossier,
  contexte: Contexte,
): Promise<number> {
  const demande = { commande: 'financement', depot, options };
  const instruit = await instruireDossier(demande, contexte, instruireFinancement);
  if (instruit === null) return CODES.usage;
  const { entete, dossier, dire } = instruit;
  const { rendre } = await FORMATS_FINANCEMENT[options.format as keyof typeof FORMATS_FINANCEMENT]();
  await livrer(rendre({ entete, ...dossier }, presenter(options, contexte)), options, contexte);
  if (!options.silencieux) signalerTout(entete, options, contexte);
  dire();
  const estConstat =
    aConstat(dossier.plan.avertissements) || dossier.eligibilite.grappe.etat === 'ineligible';
  return codeDuDossier(entete, options, estConstat);
}
