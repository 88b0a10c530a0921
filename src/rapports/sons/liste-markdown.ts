import { direSources } from '../citations.ts';
import { euros } from '../euros.ts';
import { assembler, echapper, tableau } from '../markdown.ts';
import { ecrireEntier } from '../nombres.ts';
import { direReserves } from './liste-table.ts';
import type { RapportListeSons } from './modele.ts';
import { direListe, direTitre, verdictDe } from './phrases.ts';

const TITRES = ['FINESS EJ', 'ESSMS', 'commande', 'tranche', 'montant TTC', 'avance', 'solde'];

export function rendre(rapport: RapportListeSons): string {
  const { vague, organismes, totaux } = rapport;
  const rangees = organismes.map(({ finessEj, sons }) => [
    finessEj,
    ecrireEntier(sons.essmsOg),
    ecrireEntier(sons.essmsCommande),
    sons.tranche?.code ?? '?',
    euros(sons.montant),
    ...sons.versements.map(({ montant }) => euros(montant)),
  ]);
  return assembler([
    [`# ${echapper(direTitre(vague))}`],
    [`**${echapper(verdictDe(vague, vague.avertissements).phrase)}**`],
    [`${direListe(organismes.length, totaux.essmsCommande)} : ${euros(totaux.montant)} TTC.`],
    rangees.length > 0 ? tableau(TITRES, rangees, new Set([1, 2, 4, 5, 6])) : [],
    direReserves(rapport).map((phrase) => `- ${echapper(phrase)}`),
    ['## Sources'],
    direSources(vague.sources).map((phrase) => `- ${echapper(phrase)}`),
  ]);
}
