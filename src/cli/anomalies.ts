import type { Anomalie } from '../domaine/anomalie.ts';
import type { BilanAnomalies } from '../rapports/modele.ts';
import { accorder } from '../rapports/nombres.ts';
import { finir } from '../rapports/texte.ts';
import { direAnomalie } from '../rapports/verification/anomalies.ts';
import { TABLES } from '../tables/index.ts';
import type { Contexte, Flux } from './contexte.ts';
import { paletteDe } from './livraison.ts';
import { doitMasquer, masquer } from './masquage.ts';
import type { OptionsDepot } from './options.ts';

/** Les colonnes que le programme connaît ; toute autre peut porter un nom. */
const COLONNES_CONNUES: ReadonlySet<string> = new Set(
  Object.values(TABLES).flatMap(({ champs }) => champs.map(({ nom }) => nom)),
);

/** Le rapport tel que sa destination a le droit de le montrer. */
export function proteger<Rapport extends { readonly anomalies: BilanAnomalies }>(
  rapport: Rapport,
  flux: Pick<Flux, 'estTerminal'>,
  { montrerValeurs }: Pick<OptionsDepot, 'montrerValeurs'>,
  { env }: Contexte,
  lisibles: ReadonlySet<string> = COLONNES_CONNUES,
): Rapport {
  if (!doitMasquer(flux, env, montrerValeurs ?? false)) return rapport;
  const details = masquer(rapport.anomalies.details, lisibles);
  return { ...rapport, anomalies: { ...rapport.anomalies, details } };
}

/** Erreurs montrées à la suite d'un tableau : assez pour commencer, pas assez pour le noyer. */
const ERREURS_MONTREES = 3;

/** Les premières erreurs sur l'erreur standard, et où trouver les autres. */
export function signaler(
  { anomalies }: { readonly anomalies: BilanAnomalies },
  demande: {
    readonly depot: string;
    readonly options: Pick<OptionsDepot, 'montrerValeurs' | 'sansCouleur'>;
    readonly maximum?: number;
    /** Les colonnes dont la valeur se montre hors d'un terminal ; par défaut, toutes celles du programme. */
    readonly lisibles?: ReadonlySet<string>;
  },
  contexte: Contexte,
): void {
  const { depot, options, maximum = ERREURS_MONTREES, lisibles } = demande;
  const palette = paletteDe(contexte.erreur, options, contexte);
  const protegees = proteger({ anomalies }, contexte.erreur, options, contexte, lisibles).anomalies;
  const montrees = erreursDe(protegees.details).slice(0, maximum);
  const lignes = montrees.flatMap((erreur) => direAnomalie(erreur, palette));
  const bilan = `${accorder(anomalies.erreurs, 'erreur')}, ${accorder(anomalies.avertissements, 'avertissement')}`;
  if (anomalies.erreurs + anomalies.avertissements > montrees.length) {
    lignes.push(`${bilan} : « ${contexte.invocation ?? 'esms'} verifier ${depot} » les détaille.`);
  }
  if (lignes.length > 0) contexte.erreur.write(finir(lignes));
}

function erreursDe(details: readonly Anomalie[]): Anomalie[] {
  return details.filter(({ gravite }) => gravite === 'erreur');
}
