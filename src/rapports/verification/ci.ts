import type { SourceLue } from '../../domaine/source.ts';
import { elementsDe, tusDe } from '../ci/anomalies.ts';
import type { ElementCi, RapportCi } from '../ci/modele.ts';
import type { RapportVerification } from '../modele.ts';
import { accorder } from '../nombres.ts';
import { direVerdict } from './table.ts';

type Lignes = Pick<SourceLue, 'table' | 'fichier' | 'lignes' | 'rejetees' | 'ecartees'>;

/** Chaque anomalie, et chaque fichier lu sans rien à en dire. */
export function ciVerification({ outil, anomalies, sources }: RapportVerification): RapportCi {
  return {
    outil,
    commande: 'verifier',
    elements: [...elementsDe(anomalies), ...fichiersSains({ anomalies, sources })],
    tus: tusDe(anomalies),
    conclusion: direVerdict(anomalies),
  };
}

/** Les fichiers dont aucune ligne n'est rejetée ni écartée, et dont aucune anomalie n'est détaillée. */
export function fichiersSains({
  anomalies,
  sources,
}: Pick<RapportVerification, 'anomalies'> & { readonly sources: readonly Lignes[] }): ElementCi[] {
  const touches = new Set(anomalies.details.map(({ fichier }) => fichier));
  return sources
    .filter(({ fichier, rejetees, ecartees }) => rejetees + ecartees === 0 && !touches.has(fichier))
    .map(direSain);
}

function direSain({ table, fichier, lignes }: Lignes): ElementCi {
  return {
    code: 'fichier.lu',
    gravite: 'conforme',
    fichier,
    ligne: null,
    colonne: null,
    message: `table ${table} : ${accorder(lignes, 'ligne lue', 'lignes lues')}, aucune rejetée ni écartée`,
    aide: null,
    cas: `${fichier} : toutes les lignes sont retenues`,
  };
}
