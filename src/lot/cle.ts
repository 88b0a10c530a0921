import { createHash, type Hash } from 'node:crypto';
import { createReadStream, readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { NOM_DEPOT } from '../lecture/depot/depot-lu.ts';
import type { Contenus } from './contenus.ts';
import type { Place } from './inventaire.ts';

/**
 * SHA-256 de ce qu'une soumission donne à lire, et de `reglages` (version, règles, mois, date de référence) : la même clé,
 * le même résultat. Le nom de chaque fichier compte ; le contenu, de ceux qui se lisent : un PV n'est que cherché.
 */
export async function calculerCle(
  { dossier, nature }: Place,
  contenus: Contenus,
  reglages: string,
): Promise<string> {
  const hache = createHash('sha256').update(reglages);
  const absorber = async (nom: string): Promise<void> => {
    const lu = contenus.get(nom);
    if (lu) hache.update(createHash('sha256').update(lu).digest());
    else if (nature === 'depot' || nom === NOM_DEPOT) hache.update(await hacherFichier(join(dossier, nom)));
  };
  await parcourir(dossier, '', hache, absorber);
  return hache.digest('hex');
}

/** Sans attendre : à une soumission par dix millisecondes, chaque aller-retour au système se voit. */
async function parcourir(
  racine: string,
  sous: string,
  hache: Hash,
  absorber: (nom: string) => Promise<void>,
): Promise<void> {
  const fiches = readdirSync(join(racine, sous), { withFileTypes: true });
  for (const fiche of fiches.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const nom = join(sous, fiche.name);
    hache.update(`\n${nom}\0`);
    if (fiche.isDirectory()) await parcourir(racine, nom, hache, absorber);
    else {
      if (fiche.isSymbolicLink()) hache.update(readlinkSync(join(racine, nom)));
      await absorber(nom);
    }
  }
}

/** Au fil de l'eau : un export peut peser des gigaoctets. */
async function hacherFichier(chemin: string): Promise<Buffer | string> {
  const hache = createHash('sha256');
  try {
    await pipeline(createReadStream(chemin), hache);
    return hache.digest();
  } catch (erreur) {
    // Ce qui ne s'ouvre pas sera dit par la lecture ; le réparer change la clé.
    return (erreur as NodeJS.ErrnoException).code ?? '';
  }
}
