import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Echec } from '../domaine/lot.ts';
import { echouer, echouerALire } from './echec.ts';
import type { Place } from './inventaire.ts';

/** Les relevés d'une soumission, en octets, par nom de fichier. */
export type Contenus = ReadonlyMap<string, Buffer>;

/** Le JSON d'un relevé, ses objets et sa forme canonique tiennent dans huit fois sa taille. */
const EXPANSION = 8;

/**
 * Lit d'un coup les relevés d'une soumission : ils servent à sa clé, puis à son bilan. Un texte trop gros pour la borne
 * (en Mio) ferait tomber le processus, et non l'ouvrier : il se refuse avant d'être lu.
 */
export function lireContenus({ nom, dossier, releves }: Place, memoire: number): Contenus | Echec {
  const contenus = new Map<string, Buffer>();
  for (const fichier of releves) {
    const chemin = join(dossier, fichier);
    try {
      const mio = statSync(chemin).size / 2 ** 20;
      if (mio * EXPANSION > memoire) {
        const detail = `${fichier} pèse ${Math.ceil(mio)} Mio, trop pour une borne de ${memoire} Mio`;
        return echouer(nom, 'lot.memoire', detail);
      }
      contenus.set(fichier, readFileSync(chemin));
    } catch (erreur) {
      return echouerALire(nom, erreur, fichier);
    }
  }
  return contenus;
}
