import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Recueil } from '../../../domaine/anomalie.ts';
import { accorder } from '../../../rapports/nombres.ts';
import { finir, replier } from '../../../rapports/texte.ts';
import { direAnomalie } from '../../../rapports/verification/anomalies.ts';
import { chargerFournies, compilerDossier } from '../../../regles/charger.ts';
import { type ExempleSitue, executerExemples, exemplesDe } from '../../../regles/exemples.ts';
import type { JeuDeRegles } from '../../../regles/modele.ts';
import type { Contexte } from '../../contexte.ts';
import { CODES } from '../../erreurs.ts';
import { evaluerExemple } from '../../evaluer-exemple.ts';
import { paletteDe } from '../../livraison.ts';
import type { OptionsAffichage } from '../../options.ts';

const LIVREES = fileURLToPath(new URL('../../../../regles', import.meta.url));
const ANOMALIES_MONTREES = 100;

/** Ce qu'un dossier donne : ses règles, les exemples à exécuter, et une phrase sur ce qu'il change. */
interface Charge {
  readonly jeu: JeuDeRegles;
  readonly exemples: readonly ExempleSitue[];
  readonly effet: string;
}

/** `esms regles verifier [DOSSIER]` : schéma, périodes, sources, puis les exemples, exécutés. */
export function verifier(dossier: string | undefined, options: OptionsAffichage, contexte: Contexte): number {
  const recueil = new Recueil(ANOMALIES_MONTREES);
  const charge = dossier === undefined ? chargerLivrees(recueil) : chargerDossier(dossier, contexte, recueil);
  if (charge !== null) executerExemples(charge.jeu, charge.exemples, evaluerExemple, recueil);
  const palette = paletteDe(contexte.sortie, options, contexte);
  const details = recueil.details.flatMap((detail) => direAnomalie(detail, palette));
  if (charge === null || recueil.erreurs > 0) {
    const verdict = `RÈGLES REFUSÉES : ${accorder(recueil.erreurs, 'erreur')}.`;
    contexte.sortie.write(finir([...details, '', palette.mauvais(verdict)]));
    return CODES.usage;
  }
  const executes = accorder(charge.exemples.length, 'exemple exécuté', 'exemples exécutés');
  const verdict = `RÈGLES VALIDES : ${charge.effet} ; ${executes}, aucun démenti.`;
  contexte.sortie.write(finir(replier(palette.bon(verdict), contexte.sortie.colonnes)));
  return CODES.ok;
}

function chargerLivrees(recueil: Recueil): Charge | null {
  const compilees = compilerDossier(LIVREES, recueil);
  if (compilees === null) return null;
  const { regles: jeu, nomenclature } = compilees;
  const effet = `${accorder(Object.keys(jeu).length, 'règle livrée', 'règles livrées')}, ${accorder(nomenclature.categories.length, 'catégorie FINESS', 'catégories FINESS')}`;
  return { jeu, exemples: exemplesDe(jeu), effet };
}

/** Seuls les exemples du dossier : ceux d'une règle remplacée sont remplacés avec elle. */
function chargerDossier(dossier: string, { dossierCourant }: Contexte, recueil: Recueil): Charge | null {
  const charge = chargerFournies(resolve(dossierCourant, dossier), recueil);
  if (charge === null) return null;
  const { jeu, remplacees, ajoutees } = charge;
  const siens = new Set([...remplacees, ...ajoutees]);
  const dire = (ids: readonly string[], verbe: string): string[] =>
    ids.length === 0 ? [] : [`${verbe} ${ids.join(', ')}`];
  const effet =
    [...dire(remplacees, 'remplacent'), ...dire(ajoutees, 'ajoutent')].join(' ; ') || 'aucune règle';
  return { jeu, exemples: exemplesDe(jeu).filter(({ regle }) => siens.has(regle)), effet };
}
