import { resolve } from 'node:path';
import { Recueil } from '../domaine/anomalie.ts';
import { SANS_COULEUR } from '../rapports/presentation.ts';
import { direAnomalie } from '../rapports/verification/anomalies.ts';
import { chargerReglesLivrees } from '../regles/livrees.ts';
import type { JeuDeRegles } from '../regles/resolution.ts';
import type { Contexte } from './contexte.ts';
import { ErreurUsage } from './erreurs.ts';
import type { OptionsRegles } from './options.ts';

/** Assez pour corriger un fichier d'un coup. */
const ANOMALIES_MONTREES = 20;

export interface ReglesEnVigueur {
  readonly jeu: JeuDeRegles;
  /** Les règles que l'usager a fournies : toute sortie les nomme. */
  readonly fournies: readonly string[];
}

/** Les règles livrées, et par-dessus celles de `--regles`. Un dossier fautif est refusé : code 2. */
export async function reglesEnVigueur(
  { regles, silencieux }: OptionsRegles,
  contexte: Contexte,
): Promise<ReglesEnVigueur> {
  if (regles === undefined) return { jeu: chargerReglesLivrees(), fournies: [] };
  // YAML et schéma ne se chargent que si l'usager a des règles.
  const { chargerFournies } = await import('../regles/charger.ts');
  const recueil = new Recueil(ANOMALIES_MONTREES);
  const charge = chargerFournies(resolve(contexte.dossierCourant, regles), recueil);
  if (charge === null) {
    const details = recueil.details.flatMap((detail) => direAnomalie(detail, SANS_COULEUR));
    throw new ErreurUsage(`--regles ${regles} : règles refusées.\n${details.join('\n')}`);
  }
  const { jeu, remplacees, ajoutees } = charge;
  if (!silencieux) {
    const parts = [
      ...(remplacees.length > 0 ? [`remplacent ${remplacees.join(', ')}`] : []),
      ...(ajoutees.length > 0 ? [`ajoutent ${ajoutees.join(', ')}`] : []),
    ];
    contexte.erreur.write(`Règles de ${regles} : ${parts.join(' ; ') || 'aucune'}.\n`);
  }
  return { jeu, fournies: [...remplacees, ...ajoutees] };
}
