import type { Contexte } from '../../src/cli/contexte.ts';
import { executer } from '../../src/cli/main.ts';
import type { DateCivile } from '../../src/domaine/date-civile.ts';

export interface Execution {
  readonly code: number;
  readonly sortie: string;
  readonly erreur: string;
}

interface Reglages
  extends Partial<Pick<Contexte, 'env' | 'signal' | 'dossierCourant' | 'aujourdhui' | 'dossierDonnees'>> {
  readonly terminal?: boolean;
}

/** Un contexte muet, pour ce qui ne s'exécute pas. */
export const CONTEXTE: Contexte = {
  sortie: { write: () => undefined, estTerminal: false, colonnes: 100 },
  erreur: { write: () => undefined, estTerminal: false, colonnes: 100 },
  env: {},
  dossierCourant: '/',
  aujourdhui: () => '2025-10-20' as DateCivile,
};

/** Exécute une ligne de commande comme un processus le ferait, dans un monde connu. */
export async function lancer(argv: readonly string[], reglages: Reglages = {}): Promise<Execution> {
  const { terminal = false, ...autres } = reglages;
  const sortie: string[] = [];
  const erreur: string[] = [];
  const versTableau = (ecrits: string[]) => ({
    write: (texte: string) => void ecrits.push(texte),
    estTerminal: terminal,
    colonnes: 100,
  });
  const code = await executer(argv, {
    sortie: versTableau(sortie),
    erreur: versTableau(erreur),
    env: {},
    dossierCourant: '/',
    aujourdhui: () => '2025-10-20' as DateCivile,
    ...autres,
  });
  return { code, sortie: sortie.join(''), erreur: erreur.join('') };
}
