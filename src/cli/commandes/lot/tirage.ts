import { resolve } from 'node:path';
import { lirePopulation } from '../../../lot/lire-population.ts';
import { confianceDe, tirer } from '../../../lot/tirage.ts';
import { type RapportTirage, rendreCsv, rendreTable } from '../../../rapports/lot/tirage.ts';
import { finir } from '../../../rapports/texte.ts';
import { direAnomalie } from '../../../rapports/verification/anomalies.ts';
import type { Contexte } from '../../contexte.ts';
import { CODES, ErreurUsage } from '../../erreurs.ts';
import { livrer, paletteDe, presenter } from '../../livraison.ts';
import type { OptionsTirage } from '../../programme-lot/tirage.ts';

/** `esms lot tirage` : 2 si le lot ne se lit pas ; une ligne illisible laisserait un ESSMS hors du tirage : 2 aussi. */
export async function tirage(chemin: string, options: OptionsTirage, contexte: Contexte): Promise<number> {
  const { graine, taille } = options;
  if (graine === undefined) {
    throw new ErreurUsage(`il manque --graine N. Exemple : esms lot tirage ${chemin} --graine 20251001`);
  }
  if (taille === 0) throw new ErreurUsage('--taille : il faut tirer un ESSMS au moins.');
  const absolu = resolve(contexte.dossierCourant, chemin);
  const { population, anomalies } = await lirePopulation(absolu, chemin, contexte.signal);
  if (anomalies.erreurs > 0 || population === null) {
    const palette = paletteDe(contexte.erreur, options, contexte);
    contexte.erreur.write(finir(anomalies.details.flatMap((une) => direAnomalie(une, palette))));
    return CODES.usage;
  }
  if (taille > population.length) {
    throw new ErreurUsage(`--taille ${taille} : le lot n'a que ${population.length} ESSMS.`);
  }
  const parFiness = new Map(population.map((un) => [un.finessEt, un]));
  const rapport: RapportTirage = {
    graine,
    population: population.length,
    tires: tirer([...parFiness.keys()], graine, taille).flatMap((finessEt) => parFiness.get(finessEt) ?? []),
    ...confianceDe(population.length, taille),
  };
  const rendre = options.format === 'csv' ? rendreCsv : rendreTable;
  await livrer(rendre(rapport, presenter(options, contexte)), options, contexte);
  return CODES.ok;
}
