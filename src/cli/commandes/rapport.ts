import type { Mois } from '../../domaine/date-civile.ts';
import { rendre } from '../../rapports/page/html.ts';
import { assemblerPage } from '../../suivi/rapport/assembler.ts';
import { rapporterExports } from '../../suivi/rapport/depuis-exports.ts';
import { VERSION } from '../../version.ts';
import { codeDesConstats } from '../code-sortie.ts';
import type { Contexte } from '../contexte.ts';
import { CODES, ErreurUsage } from '../erreurs.ts';
import { livrer } from '../livraison.ts';
import { COLONNES_TRANSMISES, masquer } from '../masquage.ts';
import { reglagesPreuve } from '../options-preuve.ts';
import type { OptionsRapport } from '../programme-suivi/rapport.ts';
import { mesurer } from './mesure.ts';
import { signalerErreurs, suivreReleves } from './releves.ts';

const RIEN = 'aucun rapport';

/** `esms rapport DEPOT --mois M`. */
export async function rapporterDepot(
  depot: string,
  options: OptionsRapport & { readonly mois: Mois },
  contexte: Contexte,
): Promise<number> {
  const { mois, premiereMesure = false } = options;
  const issue = await mesurer({ depot, options, rien: RIEN }, contexte, (lecture) =>
    rapporterExports({ ...lecture, mois, premiereMesure }, reglagesPreuve(options), VERSION),
  );
  if (issue === null) return CODES.usage;
  const { rendu, anomalies, sources, conclure } = issue;
  const details = masquer(anomalies.details, COLONNES_TRANSMISES);
  const mesure = { ...rendu.mesure, anomalies: { ...anomalies, details } };
  await livrer(rendre({ ...rendu, mesure }), options, contexte);
  conclure();
  return codeDesConstats({ refus: false, anomalies, sources }, options.tolererRejets);
}

/** `esms rapport RELEVE…` : le mois montré est celui du dernier relevé. */
export async function rapporterReleves(
  releves: readonly string[],
  options: OptionsRapport,
  contexte: Contexte,
): Promise<number> {
  const issue = await suivreReleves(releves, options, contexte, `${RIEN} (pour un dépôt, donnez --mois)`);
  if (issue === null) return CODES.usage;
  const { resultat, recueil } = issue;
  const page = assemblerPage(resultat, recueil.bilan(), { version: VERSION, origine: 'releves' });
  if (page === null) throw new ErreurUsage("aucun relevé intact : il n'y a pas de chiffre à montrer.");
  await livrer(rendre(page), options, contexte);
  if (!options.silencieux) signalerErreurs(recueil, options, contexte);
  return recueil.erreurs > 0 ? CODES.constats : CODES.ok;
}
