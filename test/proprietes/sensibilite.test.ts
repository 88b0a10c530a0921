import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DateCivile, Mois } from '../../src/domaine/date-civile.ts';
import { type CodeIndicateur, NIVEAUX } from '../../src/domaine/resultat.ts';
import { calculerIndicateurs } from '../../src/indicateurs/calculer.ts';
import { combiner } from '../../src/indicateurs/conditions.ts';
import type { Definitions } from '../../src/indicateurs/definitions.ts';
import type { RapportIndicateurs } from '../../src/rapports/modele.ts';
import { finess } from '../aleatoire/finess.ts';
import { depot, ET } from '../outils/depot.ts';

const DOUZE = combiner(['dossier_actif', 'population', 'evenement_agenda']);

/** Dix personnes, dont deux parties le 20, deux jamais actives et une au statut « clos » : tout dépend de la définition. */
function sensible() {
  const d = depot().essms(ET).essms(finess('et', 1)).pour(ET);
  for (let i = 0; i < 10; i++) {
    const id = `D${i}`;
    const sortie = i < 2 ? '2025-09-20' : '';
    const statut = i === 2 ? 'clos' : 'actif';
    const champs = { date_sortie: sortie, statut };
    if (i < 8) d.actif(id, champs);
    else d.dossier({ id_dossier: id, ...champs });
    if (i < 8) d.projet({ id_dossier: id });
    if (i < 9) d.evenement({ id_dossier: id, date_debut: i < 7 ? '2025-09-15' : '2025-01-15' });
    if (i < 6) d.message({ id_dossier: id });
    if (i < 7) d.alimentation({ id_dossier: id });
  }
  return d;
}

let dossier = '';
beforeAll(() => {
  dossier = sensible().ecrire();
});
afterAll(() => rmSync(dossier, { recursive: true, force: true }));

async function calculer(definitions: Partial<Definitions>, sensibilite = false): Promise<RapportIndicateurs> {
  const { rapport } = await calculerIndicateurs({
    depot: dossier,
    mois: '2025-09' as Mois,
    premiereMesure: false,
    niveaux: NIVEAUX,
    definitions,
    dateReference: '2026-01-05' as DateCivile,
    maxAnomalies: 0,
    sensibilite,
  });
  return rapport;
}

/** L'état que la sensibilité annonce, sous ces définitions, pour le résultat de ce rang. */
function annoncer(
  { sensibilite }: RapportIndicateurs,
  rang: number,
  definitions: Partial<Definitions>,
): string[] {
  const valeurs = definitions as Readonly<Record<string, string>>;
  return (sensibilite?.[rang]?.etats ?? [])
    .filter(({ conditions }) =>
      conditions.some((c) =>
        Object.entries(c).every(([cle, admises]) => admises.includes(valeurs[cle] ?? '')),
      ),
    )
    .map(({ etat }) => etat);
}

describe('sensibilité', () => {
  it('annonce, des douze combinaisons, l’état que « --definition » donne', async () => {
    const eprouve = await calculer({}, true);
    const changent = new Map<CodeIndicateur, Set<string>>();
    for (const definitions of DOUZE) {
      const { resultats } = await calculer(definitions);
      for (const [rang, { niveau, identifiant, indicateur, etat }] of resultats.entries()) {
        const quoi = `${niveau} ${identifiant} ${indicateur} ${JSON.stringify(definitions)}`;
        expect(annoncer(eprouve, rang, definitions), quoi).toEqual([etat]);
        if (niveau === 'essms' && identifiant === ET) {
          changent.set(indicateur, (changent.get(indicateur) ?? new Set()).add(etat));
        }
      }
    }
    // Sans quoi le test ne montrerait rien.
    for (const [indicateur, etats] of changent) expect(etats.size, indicateur).toBeGreaterThan(1);
  });

  it('ne change rien d’autre, et part des définitions en vigueur', async () => {
    for (const definitions of [{}, { dossier_actif: 'statut', population: 'fin_de_periode' } as const]) {
      const { sensibilite, ...reste } = await calculer(definitions, true);
      expect(reste).toEqual(await calculer(definitions));
      expect(
        sensibilite?.map(({ niveau, identifiant, indicateur, etat }) => [
          niveau,
          identifiant,
          indicateur,
          etat,
        ]),
      ).toEqual(
        reste.resultats.map(({ niveau, identifiant, indicateur, etat }) => [
          niveau,
          identifiant,
          indicateur,
          etat,
        ]),
      );
    }
  });
});
