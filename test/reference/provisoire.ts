import type { Contexte } from './contexte.ts';
import { declareCouvrir } from './ecarts.ts';

/**
 * D4 : une table de l'ESSMS extraite avant fin(F), ou, faute de date, consultée avant fin(F). Une table est de
 * l'ESSMS si elle le couvre (N9) ; `essms` décrit le périmètre, elle n'est l'export d'aucun établissement.
 */
export function estProvisoire(contexte: Contexte): boolean {
  const { depot, demande, essms, fenetre, lignes } = contexte;
  const dates = depot.sources
    .filter((source) => source.table !== 'essms')
    .filter(
      (source) => lignes.some((l) => l.source === source) || declareCouvrir(source, essms.finess, depot),
    )
    .map((source) => source.dateExtraction ?? demande.dateReference);
  return (dates.length === 0 ? [demande.dateReference] : dates).some((date) => date < fenetre.fin);
}
