import { COHERENCE } from './catalogue/coherence.ts';
import { DEPOT } from './catalogue/depot.ts';
import type { FicheAnomalie } from './catalogue/fiche.ts';
import { FICHIERS } from './catalogue/fichiers.ts';
import { FINANCEMENT } from './catalogue/financement.ts';
import { GRAPPE } from './catalogue/grappe.ts';
import { CHAMPS, LIGNES } from './catalogue/lignes.ts';
import { LOT } from './catalogue/lot.ts';
import { LOT_TRAITEMENT } from './catalogue/lot-traitement.ts';
import { REGLES } from './catalogue/regles.ts';
import { RELEVE } from './catalogue/releve.ts';
import { REPERTOIRE } from './catalogue/repertoire.ts';
import { SUIVI } from './catalogue/suivi.ts';

export type { FicheAnomalie };

const fiches = {
  ...DEPOT,
  ...FICHIERS,
  ...LIGNES,
  ...CHAMPS,
  ...COHERENCE,
  ...FINANCEMENT,
  ...GRAPPE,
  ...REPERTOIRE,
  ...RELEVE,
  ...SUIVI,
  ...LOT_TRAITEMENT,
  ...LOT,
  ...REGLES,
};

export type CodeAnomalie = keyof typeof fiches;

/** Toutes les anomalies que le programme sait dire, dans l'ordre où l'on les rencontre. */
export const CATALOGUE: Readonly<Record<CodeAnomalie, FicheAnomalie>> = fiches;
