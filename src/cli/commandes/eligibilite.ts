import { instruireEligibilite } from '../../financement/instruire.ts';
import { FORMATS_ELIGIBILITE } from '../../rapports/eligibilite/formats.ts';
import { pireEtat } from '../../rapports/eligibilite/phrases.ts';
import type { Contexte } from '../contexte.ts';
import { CODES } from '../erreurs.ts';
import { livrer, presenter } from '../livraison.ts';
import type { OptionsDossier } from '../options-dossier.ts';
import { codeDuDossier, instruireDossier, signalerTout } from './dossier.ts';

/** `esms eligibilite` : sort 1 si la grappe ou un de ses ESSMS est inéligible. */
export async function eligibilite(
  depot: string,
  options: OptionsDossier,
  contexte: Contexte,
): Promise<number> {
  const demande = { commande: 'eligibilite', depot, options };
  const instruit = await instruireDossier(demande, contexte, instruireEligibilite);
  if (instruit === null) return CODES.usage;
  const { entete, dossier, dire } = instruit;
  const { rendre } = await FORMATS_ELIGIBILITE[options.format as keyof typeof FORMATS_ELIGIBILITE]();
  await livrer(rendre({ entete, eligibilite: dossier }, presenter(options, contexte)), options, contexte);
  if (!options.silencieux) signalerTout(entete, options, contexte);
  dire();
  return codeDuDossier(entete, options, pireEtat(dossier) === 'ineligible');
}
