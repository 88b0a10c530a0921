import type { Contexte } from './contexte.ts';
import { declareCouvrir } from './ecarts.ts';

/** D4 : une table de l'ESSMS extraite avant fin(F), ou, faute de date, consultée avant fin(F). */
export function estProvisoire(contexte: Contexte): boolean {
  const { depot, demande, essms, fenetre, lignes } = contexte;
  return depot.sources
    .filter(
      (source) =>
        lignes.some((ligne) => ligne.source === source) || declareCouvrir(source, essms.finess, depot),
    )
    .some((source) => (source.dateExtraction ?? demande.dateReference) < fenetre.fin);
}
