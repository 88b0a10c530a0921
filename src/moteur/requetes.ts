import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const RACINE = new URL('../../requetes/', import.meta.url);

/** Le texte d'une requête de `requetes/`, par son nom sans extension. */
export function lireRequete(nom: string): string {
  // Un poste Windows peut avoir reçu des CRLF : le texte, et son empreinte, sont les mêmes partout.
  return readFileSync(fileURLToPath(new URL(`${nom}.sql`, RACINE)), 'utf8').replaceAll('\r\n', '\n');
}

/** Toutes les requêtes livrées, par nom. */
export function toutesLesRequetes(): (readonly [nom: string, texte: string])[] {
  return readdirSync(fileURLToPath(RACINE))
    .filter((fichier) => fichier.endsWith('.sql'))
    .sort()
    .map((fichier) => fichier.slice(0, -'.sql'.length))
    .map((nom) => [nom, lireRequete(nom)] as const);
}
