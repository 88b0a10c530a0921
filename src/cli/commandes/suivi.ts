import { preuveFaite } from '../../domaine/suivi.ts';
import { FORMATS_SUIVI } from '../../rapports/suivi/formats.ts';
import type { RapportSuivi } from '../../rapports/suivi/modele.ts';
import { VERSION } from '../../version.ts';
import type { Contexte } from '../contexte.ts';
import { CODES } from '../erreurs.ts';
import { livrer, presenter } from '../livraison.ts';
import type { OptionsSuivi } from '../programme-suivi/suivi.ts';
import { signalerErreurs, suivreReleves } from './releves.ts';

/** `esms suivi` : un relevé refusé ne laisse rien sortir (code 2) ; un relevé altéré ou en double, si (code 1). */
export async function suivi(
  releves: readonly string[],
  options: OptionsSuivi,
  contexte: Contexte,
): Promise<number> {
  const issue = await suivreReleves(releves, options, contexte, 'aucun suivi');
  if (issue === null) return CODES.usage;
  const { resultat, recueil } = issue;
  const rapport: RapportSuivi = {
    outil: { nom: 'esms', version: VERSION },
    suivi: resultat,
    niveaux: options.niveau,
    anomalies: recueil.bilan(),
  };
  const { rendre } = await FORMATS_SUIVI[options.format as keyof typeof FORMATS_SUIVI]();
  await livrer(rendre(rapport, presenter(options, contexte)), options, contexte);
  // Le tableau et le Markdown disent leurs constats ; les données, non.
  const muet = options.format === 'table' || options.format === 'markdown';
  if (!muet && !options.silencieux) signalerErreurs(recueil, options, contexte);
  const manque = options.exigerPreuve === true && !preuveFaite(resultat, options.niveau);
  return manque || recueil.erreurs > 0 ? CODES.constats : CODES.ok;
}
