import { it } from 'vitest';
import { finess } from '../aleatoire/finess.ts';
import { type Cellules, type ConstructeurDepot, depot } from './depot.ts';
import { type Demande, type Mesure, mesurer, type Vue } from './mesure.ts';

/** Un test : ce que l'ESSMS du cas contient, et ce que ses résultats doivent dire. */
export type Cas = (
  titre: string,
  remplir: (depot: ConstructeurDepot) => void,
  verifier: (vue: Vue, mesure: Mesure) => void,
  essms?: Cellules,
) => void;

/**
 * Une série de tests sur un seul dépôt, lu une seule fois : chaque cas y a son propre ESSMS, et ne voit que
 * ses résultats.
 */
export function serie(demande: Demande = {}): Cas {
  const commun = depot();
  let lecture: Promise<Mesure> | undefined;
  let rang = 0;
  return (titre, remplir, verifier, essms = {}) => {
    const numero = finess('et', rang++);
    remplir(commun.fermerSources().essms(numero, essms));
    it(titre, async () => {
      lecture ??= mesurer(commun, demande);
      const mesure = await lecture;
      verifier(mesure.essms(numero), mesure);
    });
  };
}
