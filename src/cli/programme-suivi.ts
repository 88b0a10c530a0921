import type { Command } from 'commander';
import type { Contexte } from './contexte.ts';
import { definirRapport } from './programme-suivi/rapport.ts';
import { definirReleve } from './programme-suivi/releve.ts';
import { definirResteAFaire } from './programme-suivi/reste-a-faire.ts';
import { definirCommandeSuivi } from './programme-suivi/suivi.ts';
import { definirVa } from './programme-suivi/va.ts';
import { definirVsr } from './programme-suivi/vsr.ts';

type Finir = (code: number) => void;

/** Les relevés mensuels : ce qu'un organisme transmet, et ce qu'ils prouvent ensemble. */
export function definirSuivi(programme: Command, contexte: Contexte, finir: Finir): void {
  definirResteAFaire(programme, contexte, finir);
  definirReleve(programme, contexte, finir);
  definirCommandeSuivi(programme, contexte, finir);
  definirVa(programme, contexte, finir);
  definirVsr(programme, contexte, finir);
  definirRapport(programme, contexte, finir);
}
