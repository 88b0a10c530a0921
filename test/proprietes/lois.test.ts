import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cas } from '../aleatoire/construire.ts';
import { finess } from '../aleatoire/finess.ts';
import { verifier } from '../aleatoire/verifier.ts';
import { mesurer, type Rendu, type ResultatRendu } from './outil.ts';
import { ajouterRejet, couper, permuter } from './transformer.ts';

const N = 15;
const LIMITE = 1_200_000;

async function rendreResultats(tire: Cas): Promise<readonly ResultatRendu[]> {
  return (await mesurer(tire)).resultats;
}

/** Chaque résultat d'avant, avec celui d'après. */
function paires(avant: Rendu, apres: Rendu): [ResultatRendu, ResultatRendu][] {
  return avant.resultats.flatMap((r, i) => {
    const autre = apres.resultats[i];
    return autre ? [[r, autre]] : [];
  });
}

describe('indicateurs : lois', () => {
  it(
    'E1 : lignes lues = retenues + rejetées + écartées, et le code de sortie le dit',
    () =>
      verifier(N, async (tire) => {
        const { sources, anomalies } = await mesurer(tire);
        for (const s of sources) expect(s.retenues + s.rejetees + s.ecartees).toBe(s.lignes);
        const rejets = sources.reduce((total, s) => total + s.rejetees, 0);
        expect(anomalies.erreurs).toBeGreaterThanOrEqual(rejets);
      }),
    LIMITE,
  );

  it(
    'N1, N6 : l’ordre des lignes ne change aucun résultat',
    () =>
      verifier(N, async (tire) =>
        expect(await rendreResultats(permuter(tire, 3))).toEqual(await rendreResultats(tire)),
      ),
    LIMITE,
  );

  it(
    'N9 : un fichier coupé en deux donne les mêmes résultats',
    () =>
      verifier(N, async (tire) =>
        expect(await rendreResultats(couper(tire))).toEqual(await rendreResultats(tire)),
      ),
    LIMITE,
  );

  it(
    'section 6 : une ligne rejetée de plus dans dossiers ne relève aucune borne basse',
    () =>
      verifier(N, async (tire) => {
        const abime = ajouterRejet(tire, finess('et', 0));
        fc.pre(abime !== null);
        for (const [avant, apres] of paires(await mesurer(tire), await mesurer(abime))) {
          expect(apres.borne_basse ?? -1, `${avant.identifiant} ${avant.indicateur}`).toBeLessThanOrEqual(
            avant.borne_basse ?? -1,
          );
        }
      }),
    LIMITE,
  );

  it(
    'T2 : les bornes encadrent la valeur',
    () =>
      verifier(N, async (tire) => {
        for (const r of (await mesurer(tire)).resultats) {
          if (r.taux === null) continue;
          expect(r.borne_basse).toBeLessThanOrEqual(r.taux);
          if (r.borne_haute !== null) expect(r.borne_haute).toBeGreaterThanOrEqual(r.taux);
        }
      }),
    LIMITE,
  );

  it(
    'N2 : « ouvert » n’a jamais moins de dossiers actifs que « activite » ou « statut »',
    () =>
      verifier(N, async (tire) => {
        const ouvert = {
          ...tire.demande,
          definitions: { ...tire.demande.definitions, dossier_actif: 'ouvert' } as const,
        };
        for (const [avant, apres] of paires(
          await mesurer(tire),
          await mesurer({ ...tire, demande: ouvert }),
        )) {
          if (avant.indicateur !== 'dossiers_actifs' || avant.numerateur === null) continue;
          expect(apres.numerateur).toBeGreaterThanOrEqual(avant.numerateur);
        }
      }),
    LIMITE,
  );
});
