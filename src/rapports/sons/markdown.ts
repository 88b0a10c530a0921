import { direSources } from '../citations.ts';
import { assembler, echapper, tableau } from '../markdown.ts';
import { rangeesVersements } from '../versements.ts';
import type { RapportSons } from './modele.ts';
import { direMontant, direRemarques, direTitre, verdictDe } from './phrases.ts';

export function rendre({ vague, sons }: RapportSons): string {
  const versements = sons.montant === null ? [] : rangeesVersements(sons.versements);
  const remarques = direRemarques(sons.avertissements);
  return assembler([
    [`# ${echapper(direTitre(vague))}`],
    [`**${echapper(verdictDe(vague, sons.avertissements).phrase)}**`],
    [echapper(direMontant(sons))],
    versements.length > 0
      ? tableau(['versement', 'part', 'montant TTC', 'preuve'], versements.map(echapperTout), new Set([1, 2]))
      : [],
    remarques.map((phrase) => `- ${echapper(phrase)}`),
    ['## Sources'],
    direSources(vague.sources).map((phrase) => `- ${echapper(phrase)}`),
  ]);
}

function echapperTout(cellules: readonly string[]): string[] {
  return cellules.map(echapper);
}
