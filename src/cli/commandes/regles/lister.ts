import { RAPPORTS_REGLES } from '../../../rapports/registre.ts';
import { decrireOutil } from '../../../regles/outil.ts';
import type { Contexte } from '../../contexte.ts';
import { CODES } from '../../erreurs.ts';
import { livrer, presenter } from '../../livraison.ts';
import type { OptionsReglesLister } from '../../options.ts';
import { reglesEnVigueur } from '../../regles-en-vigueur.ts';
import { montrable } from './montrable.ts';

/** `esms regles lister` : toutes les règles en vigueur dans le programme. */
export async function lister(options: OptionsReglesLister, contexte: Contexte): Promise<number> {
  const { jeu } = await reglesEnVigueur(options, contexte);
  const dateReference = options.dateReference ?? contexte.aujourdhui();
  const rapport = {
    outil: decrireOutil(jeu),
    dateReference,
    regles: Object.values(jeu).map((regle) => montrable(regle, dateReference)),
  };
  const rendre = RAPPORTS_REGLES[options.format as keyof typeof RAPPORTS_REGLES];
  await livrer(rendre(rapport, presenter(options, contexte)), options, contexte);
  return CODES.ok;
}
