import type { Forfaits } from '../../domaine/financement/forfaits.ts';
import { direSources } from '../citations.ts';
import { euros } from '../euros.ts';
import { assembler, echapper, tableau } from '../markdown.ts';
import { rangeesVersements } from '../versements.ts';
import { direRemarques, direTitre, rangeesLignes, TITRES_LIGNES, verdictDe } from './phrases.ts';

export function rendre(forfaits: Forfaits): string {
  const rangees = [...rangeesLignes(forfaits.lignes), ['total', '', '', euros(forfaits.total)]];
  const versements = rangeesVersements(forfaits.versements);
  return assembler([
    [`# ${echapper(direTitre(forfaits))}`],
    [`**${echapper(verdictDe(forfaits).phrase)}**`],
    tableau(TITRES_LIGNES, rangees.map(echapperTout), new Set([3])),
    tableau(['versement', 'part', 'montant TTC', 'preuve'], versements.map(echapperTout), new Set([1, 2])),
    direRemarques(forfaits).map((phrase) => `- ${echapper(phrase)}`),
    ['## Sources'],
    direSources(forfaits.sources).map((phrase) => `- ${echapper(phrase)}`),
  ]);
}

function echapperTout(cellules: readonly string[]): string[] {
  return cellules.map(echapper);
}
