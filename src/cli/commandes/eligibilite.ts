import { instruireEligibilite } from '../../financement/instruire.ts';
import { FORMATS_ELIGIBILITE } from '../../rapports/eligibilite/formats.ts';
import { pireEtat } from '../../rapports/eligibilite/phrases.ts';
import { presenterCi } from '../ci.ts';
import { atteintLeSeuil } from '../code-sortie.ts';
import type { Contexte } from '../contexte.ts';
import { CODES } from '../erreurs.ts';
import { livrer, presenter } from '../livraison.ts';
import type { OptionsCi } from '../options-ci.ts';
import type { OptionsDossier } from '../options-dossier.ts';
import { codeDuDossier, instruireDossier, signalerTout } from './dossier.ts';

/**
 * `esms eligibilite` : sort 1 si la grappe ou un de ses ESSMS est inéligible ; avec `--seuil-gravite avertissement`,
 * aussi s'il est à vérifier.
 */
export async function eligibilite(
  depot: string,
  options: OptionsDossier & OptionsCi,
  contexte: Contexte,
): Promise<number> {
  const demande = { commande: 'eligibilite', depot, options };
  const instruit = await instruireDossier(demande, contexte, instruireEligibilite);
  if (instruit === null) return CODES.usage;
  const { entete, dossier, dire } = instruit;
  const { rendre } = await FORMATS_ELIGIBILITE[options.format as keyof typeof FORMATS_ELIGIBILITE]();
  const presentation = { ...presenter(options, contexte), ci: presenterCi(depot, options, contexte) };
  await livrer(rendre({ entete, eligibilite: dossier }, presentation), options, contexte);
  if (!options.silencieux) signalerTout(entete, options, contexte);
  dire();
  const etat = pireEtat(dossier);
  const { seuilGravite } = options;
  const douteux = seuilGravite === 'avertissement' && etat === 'a_verifier';
  const estConstat = etat === 'ineligible' || douteux || atteintLeSeuil(entete.anomalies, seuilGravite);
  return codeDuDossier(entete, options, estConstat);
}
