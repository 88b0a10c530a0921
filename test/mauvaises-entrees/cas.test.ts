import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CAS, type Cas } from './cas.ts';
import { ERREURS, mesurer, verifier } from './outil.ts';

async function controler(nom: string, attendu: Cas): Promise<void> {
  const depot = join(ERREURS, nom);
  const { passage, rapport, anomalies } = await verifier(depot);
  expect(anomalies).toEqual(attendu.anomalies ?? []);
  expect(passage.code).toBe(attendu.code);
  if (attendu.dit) expect(JSON.stringify(rapport.anomalies.details)).toContain(dansJson(attendu.dit));
  if (attendu.compte) {
    const comptes = rapport.sources
      .filter(({ fichier }) => fichier !== 'essms.csv')
      .map(
        ({ lignes, retenues, rejetees, ecartees }) => `${lignes} = ${retenues} + ${rejetees} + ${ecartees}`,
      );
    expect(new Set(comptes)).toEqual(new Set([attendu.compte]));
  }
  if (attendu.code === 2) expect((await mesurer(depot)).code).toBe(2);
}

function dansJson(texte: string): string {
  return JSON.stringify(texte).slice(1, -1);
}

for (const [famille, cas] of Object.entries(CAS)) {
  describe.concurrent(`Mauvaises entrées : ${famille}`, () => {
    for (const [nom, attendu] of Object.entries(cas)) {
      it(`${nom} → code ${attendu.code}`, () => controler(nom, attendu));
    }
  });
}

it('chaque dossier de fixtures/erreurs a son attendu', () => {
  const attendus = Object.values(CAS).flatMap((famille) => Object.keys(famille));
  expect(readdirSync(ERREURS).sort()).toEqual(attendus.sort());
});
