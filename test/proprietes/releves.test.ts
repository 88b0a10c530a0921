import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ajouterMois, type DateCivile, type Mois } from '../../src/domaine/date-civile.ts';
import type { Definitions } from '../../src/indicateurs/definitions.ts';
import { etablirReleves } from '../../src/suivi/releve/etablir.ts';
import type { Cas } from '../aleatoire/construire.ts';
import { ecrireDepot } from '../aleatoire/ecrire.ts';
import { verifier } from '../aleatoire/verifier.ts';

const N = 8;
/** Le mois d'après, le mois, un mois éloigné : l'ordre n'est pas celui du calendrier. */
const ECARTS = [1, 0, -9];

async function lire({ demande }: Cas, depot: string, mois: readonly Mois[]) {
  return await etablirReleves({
    depot,
    mois,
    premiereMesure: demande.premiereMesure,
    definitions: demande.definitions as Partial<Definitions>,
    dateReference: demande.dateReference as DateCivile,
    maxAnomalies: 1000,
  });
}

describe('relevés : plusieurs mois', () => {
  it(
    'D1, D2 : lus en une fois, ce sont les relevés, empreinte comprise, d’autant de lectures',
    () =>
      verifier(N, async (tire) => {
        const dossier = mkdtempSync(join(tmpdir(), 'esms-releves-'));
        try {
          ecrireDepot(tire.depot, dossier);
          const mois = ECARTS.map((ecart) => ajouterMois(tire.demande.mois as Mois, ecart));
          const ensemble = await lire(tire, dossier, mois);
          for (const [rang, un] of mois.entries()) {
            const seul = await lire(tire, dossier, [un]);
            expect(ensemble.anomalies).toEqual(seul.anomalies);
            expect(ensemble.refus ? null : [ensemble.rendu[rang]]).toEqual(seul.refus ? null : seul.rendu);
          }
        } finally {
          rmSync(dossier, { recursive: true, force: true });
        }
      }),
    1_200_000,
  );
});
