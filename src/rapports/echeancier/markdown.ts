import type { Echeancier } from '../../domaine/financement/echeancier.ts';
import { direAvertissements, direSources } from '../citations.ts';
import { assembler, echapper, tableau } from '../markdown.ts';
import { direDates, direTitre, direVerdict, direVersement } from './phrases.ts';

export function rendre(echeancier: Echeancier): string {
  const { etapes, avertissements, sources } = echeancier;
  const rangees = etapes.map((etape) =>
    [
      direDates(etape),
      etape.passee ? `${etape.titre} (passé)` : etape.titre,
      etape.geste,
      direVersement(etape),
    ].map(echapper),
  );
  return assembler([
    [`# ${echapper(direTitre(echeancier))}`],
    [`**${echapper(direVerdict(echeancier))}**`],
    tableau(['date', 'étape', 'à faire', 'versement'], rangees),
    direAvertissements(avertissements).map((phrase) => `- ${echapper(phrase)}`),
    ['## Sources'],
    direSources(sources).map((phrase) => `- ${echapper(phrase)}`),
  ]);
}
