import type { Mois } from '../../domaine/date-civile.ts';
import type { Acte } from '../../domaine/va.ts';
import { lireTypeProjet } from '../../financement/type-projet.ts';
import { FORMATS_VA } from '../../rapports/va/formats.ts';
import { verifierActe } from '../../suivi/va/etablir.ts';
import { codeDesConstats } from '../code-sortie.ts';
import type { Contexte } from '../contexte.ts';
import { CODES } from '../erreurs.ts';
import { livrer, presenter } from '../livraison.ts';
import type { OptionsMesure } from '../options-mesure.ts';
import { mesurer } from './mesure.ts';

export interface DemandeActe {
  readonly acte: Acte;
  readonly mois: Mois | null;
  readonly bugsCorriges: boolean | null;
}

/** `esms va` et `esms vsr` : sort 1 si une condition n'est pas remplie, ou ne se sait pas. */
export async function verifier(
  depot: string,
  { acte, mois, bugsCorriges }: DemandeActe,
  options: OptionsMesure,
  contexte: Contexte,
): Promise<number> {
  const rien = acte === 'va' ? 'aucune VA' : 'aucune VSR';
  const issue = await mesurer({ depot, options, rien }, contexte, (lecture) =>
    verifierActe({
      ...lecture,
      acte,
      mois,
      bugsCorriges,
      premiereMesure: options.premiereMesure ?? false,
      lireTypeProjet,
    }),
  );
  if (issue === null) return CODES.usage;
  const { rendu, anomalies, sources, conclure } = issue;
  const { rendre } = await FORMATS_VA[options.format as keyof typeof FORMATS_VA]();
  await livrer(rendre({ ...rendu, anomalies, sources }, presenter(options, contexte)), options, contexte);
  conclure();
  if (rendu.verification.etat !== 'remplie') return CODES.constats;
  return codeDesConstats({ refus: false, anomalies, sources }, options.tolererRejets);
}
