import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { JeuDeRegles, ReglesCompilees } from './modele.ts';

/** Écrit à la construction : au démarrage, ni YAML ni schéma à charger. */
const CHEMIN = fileURLToPath(new URL('../../dist/regles.json', import.meta.url));

let compilees: ReglesCompilees | undefined;

/** Les règles livrées, et les documents qu'elles citent. */
export function lireReglesLivrees(): ReglesCompilees {
  compilees ??= JSON.parse(readFileSync(CHEMIN, 'utf8')) as ReglesCompilees;
  return compilees;
}

/** Les règles livrées, par identifiant. */
export function chargerReglesLivrees(): JeuDeRegles {
  return lireReglesLivrees().regles;
}
