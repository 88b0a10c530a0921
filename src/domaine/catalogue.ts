import { COHERENCE } from './catalogue/coherence.ts';
import { DEPOT } from './catalogue/depot.ts';
import type { FicheAnomalie } from './catalogue/fiche.ts';
import { FICHIERS } from './catalogue/fichiers.ts';
import { CHAMPS, LIGNES } from './catalogue/lignes.ts';

export type { FicheAnomalie };

const fiches = { ...DEPOT, ...FICHIERS, ...LIGNES, ...CHAMPS, ...COHERENCE };

export type CodeAnomalie = keyof typeof fiches;

/** Toutes les anomalies que le programme sait dire, dans l'ordre où l'on les rencontre. */
export const CATALOGUE: Readonly<Record<CodeAnomalie, FicheAnomalie>> = fiches;
