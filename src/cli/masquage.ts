import type { Anomalie } from '../domaine/anomalie.ts';
import type { Contexte, Flux } from './contexte.ts';

export const MASQUE = '•••';

/** Colonnes qui désignent une personne, un message, un événement ou un projet. */
const SENSIBLES: ReadonlySet<string> = new Set(['id_dossier', 'id_message', 'id_evenement', 'id_projet']);

/** Une valeur rejetée est parfois un nom, décalé d'une colonne : ce qui se transmet ne laisse lire que les FINESS. */
export const COLONNES_TRANSMISES: ReadonlySet<string> = new Set(['finess_et', 'finess_ej']);

/**
 * Les journaux d'une CI ne sont pas un lieu pour des données de santé : hors d'un terminal, ou avec
 * `CI` définie, on masque, sauf `--montrer-valeurs`.
 */
export function doitMasquer(
  flux: Pick<Flux, 'estTerminal'>,
  env: Contexte['env'],
  montrerValeurs: boolean,
): boolean {
  return !montrerValeurs && (!flux.estTerminal || (env.CI ?? '') !== '');
}

/**
 * Masque la valeur des colonnes sensibles et des colonnes inconnues. Un FINESS reste lisible, comme ce
 * qui vient de la configuration. Convention : un message n'écrit jamais la valeur de la colonne.
 */
export function masquer(anomalies: readonly Anomalie[], connues: ReadonlySet<string>): readonly Anomalie[] {
  return anomalies.map((anomalie) =>
    anomalie.valeur === null || estLisible(anomalie, connues) ? anomalie : { ...anomalie, valeur: MASQUE },
  );
}

function estLisible({ colonne, fichier }: Anomalie, connues: ReadonlySet<string>): boolean {
  if (colonne !== null) return connues.has(colonne) && !SENSIBLES.has(colonne);
  return fichier === null || fichier === 'depot.yaml';
}

/** Un défaut en une ligne ; hors d'un terminal, sans ce qu'il cite : ce peut être une ligne de données. */
export function resumerDefaut(erreur: unknown, contexte: Contexte): string {
  const message = erreur instanceof Error ? erreur.message : String(erreur);
  const ligne = message.split('\n', 1)[0] ?? '';
  if (!doitMasquer(contexte.erreur, contexte.env, false)) return ligne;
  return ligne.replace(/"[^"]*"|'[^']*'|«[^»]*»/g, MASQUE);
}
