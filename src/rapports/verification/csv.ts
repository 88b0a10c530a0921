import { ecrireCsv } from '../csv.ts';
import type { RapportVerification } from '../modele.ts';
import type { Presentation } from '../presentation.ts';

const COLONNES = ['fichier', 'ligne', 'colonne', 'gravite', 'code', 'valeur', 'message', 'aide'] as const;

/** Une ligne par anomalie. */
export function rendreCsv(rapport: RapportVerification, { excel }: Pick<Presentation, 'excel'>): string {
  return ecrireCsv(
    COLONNES,
    rapport.anomalies.details.map((anomalie) => COLONNES.map((colonne) => anomalie[colonne])),
    excel,
  );
}
