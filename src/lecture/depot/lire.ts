import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Recueil } from '../../domaine/anomalie.ts';
import { DEPOT_PAR_DEFAUT } from './defaut.ts';
import { type DepotLu, NOM_DEPOT } from './depot-lu.ts';

/**
 * Lit `depot.yaml`. Un fichier absent vaut une configuration vide (noms canoniques), sans charger de quoi lire
 * le YAML. Rend `null` quand le fichier est refusé ; les raisons, localisées, sont dans le recueil.
 */
export async function lireDepotYaml(dossier: string, recueil: Recueil): Promise<DepotLu | null> {
  let contenu: string;
  try {
    contenu = readFileSync(join(dossier, NOM_DEPOT), 'utf8');
  } catch (erreur) {
    const { code } = erreur as NodeJS.ErrnoException;
    if (code === 'ENOENT') return { depot: DEPOT_PAR_DEFAUT, situer: () => null };
    recueil.ajouter({ code: 'fichier.illisible', fichier: NOM_DEPOT, message: `lecture refusée (${code})` });
    return null;
  }
  const { lireTexteDepot } = await import('./analyser-yaml.ts');
  return lireTexteDepot(contenu, recueil);
}
