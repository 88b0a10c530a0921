import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { SeuilsLot } from './seuils-lot/modele.ts';

export type { SeuilsLot } from './seuils-lot/modele.ts';

/** Écrit à la construction : au démarrage, ni YAML ni schéma à charger. */
const CHEMIN = fileURLToPath(new URL('../../dist/controles-lot.json', import.meta.url));

let charges: SeuilsLot | undefined;

/** Les seuils des contrôles croisés que le programme livre (regles/controles-lot.yaml). */
export function chargerSeuilsLot(): SeuilsLot {
  charges ??= JSON.parse(readFileSync(CHEMIN, 'utf8')) as SeuilsLot;
  return charges;
}
