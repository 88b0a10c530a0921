import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { toutesLesRequetes } from '../moteur/requetes.ts';

/** Ce qui identifie le programme et ses règles dans toute sortie. */
export interface Outil {
  readonly nom: 'esms';
  readonly version: string;
  /** SHA-256 de ce qui décide d'un résultat hors des données : deux sorties de même empreinte se comparent. */
  readonly regles: string;
}

function version(): string {
  const chemin = fileURLToPath(new URL('../../package.json', import.meta.url));
  return (JSON.parse(readFileSync(chemin, 'utf8')) as { version: string }).version;
}

/** L'outil, et l'empreinte de ses requêtes et des règles en vigueur (données en JSON : cibles, barèmes). */
export function decrireOutil(regles: unknown): Outil {
  const empreinte = createHash('sha256');
  for (const [nom, texte] of toutesLesRequetes()) empreinte.update(`${nom}\n${texte}\n`);
  return { nom: 'esms', version: version(), regles: empreinte.update(JSON.stringify(regles)).digest('hex') };
}
