/**
 * `.ci/run` : la somme des comptes rendus JSON de vitest, plus les étapes ratées. Un fichier de test qui ne se
 * charge pas n'a aucun test : il compte pour un échec, comme une suite ratée sans qu'aucun test ne le dise.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [dossier = '', etapesRatees = '0', suiteRatee = '0'] = process.argv.slice(2);

function lireRapports() {
  try {
    const noms = readdirSync(dossier).filter((nom) => nom.endsWith('.json'));
    return noms.map((nom) => [nom, JSON.parse(readFileSync(join(dossier, nom), 'utf8'))]);
  } catch {
    return [];
  }
}

let reussis = 0;
let rates = 0;
for (const [nom, rapport] of lireRapports()) {
  const fichiersRates = rapport.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  reussis += rapport.numPassedTests;
  rates += rapport.numFailedTests + fichiersRates;
  console.log(`${nom} : ${rapport.numPassedTests} réussis, ${rapport.numFailedTests + fichiersRates} ratés`);
}
if (suiteRatee !== '0' && rates === 0) rates = 1;
rates += Number(etapesRatees);
console.log(`${reussis} passed, ${rates} failed`);
if (rates > 0) process.exitCode = 1;
