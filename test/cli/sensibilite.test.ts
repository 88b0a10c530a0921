import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lancer } from './faux-contexte.ts';
import { validerJson } from './sorties.ts';

const DEMO = [
  'indicateurs',
  join(import.meta.dirname, '../../fixtures/demo'),
  '--mois',
  '2025-09',
  '--date-reference',
  '2025-09-30',
];
const AVEC = [...DEMO, '--sensibilite'];

async function rendre(argv: readonly string[], format: string): Promise<string> {
  return (await lancer([...argv, '--format', format, '--silencieux'])).sortie;
}

test('le tableau dit, au niveau qui fait foi, ce qui change et ce qui tient', async () => {
  const sortie = await rendre(AVEC, 'table');
  const bloc = sortie.slice(sortie.indexOf('Sensibilité'), sortie.indexOf('Il manque'));
  expect(bloc).toBe(
    `Sensibilité aux définitions :
 - actifs : atteint sous 5 définitions sur 6 ; non atteint si actif=activité avec population=fin de
   période
 - projets : incertain sous 2 définitions sur 6 ; non atteint si actif=ouvert ou statut
 - agenda : atteint sous 8 définitions sur 12 ; non atteint si actif=ouvert ou statut avec
   agenda=période
 - MSS (atteint) et DMP (non atteint) : tiennent sous toutes les définitions

`,
  );
});

test.each(['table', 'markdown', 'csv', 'json'])('sans l’option, rien n’en paraît en %s', async (format) => {
  expect(await rendre(DEMO, format)).not.toMatch(/sensibilit/i);
});

test('le reste du tableau et du JSON est le même', async () => {
  const table = await rendre(AVEC, 'table');
  const bloc = table.slice(table.indexOf('Sensibilité'), table.indexOf('Il manque'));
  expect(table.replace(bloc, '')).toBe(await rendre(DEMO, 'table'));
  const { sensibilite, ...reste } = JSON.parse(await rendre(AVEC, 'json')) as Record<string, unknown[]>;
  expect(sensibilite).toHaveLength(reste.resultats?.length ?? 0);
  expect(JSON.stringify(reste)).toBe(JSON.stringify(JSON.parse(await rendre(DEMO, 'json'))));
});

test('le JSON suit le contrat publié', async () => {
  await validerJson('indicateurs', AVEC);
});

test('le CSV gagne deux colonnes, une cellule par résultat', async () => {
  const [entete = '', ...lignes] = (await rendre(AVEC, 'csv')).trimEnd().split('\n');
  expect(entete.endsWith(';tient;sensibilite')).toBe(true);
  const grappe = lignes.filter((ligne) => ligne.startsWith('grappe;'));
  expect(
    grappe.map((ligne) => /;(oui|non);("?)([^;"]*)/.exec(ligne.slice(ligne.indexOf('0.1.0')))?.[3]),
  ).toEqual([
    'atteint sous 5 définitions sur 6 ',
    'incertain sous 2 définitions sur 6 ',
    'atteint sous 8 définitions sur 12 ',
    'atteint sous toutes les définitions',
    'non atteint sous toutes les définitions',
  ]);
});

test('sans niveau qui fasse foi, les niveaux montrés le disent, et les ESSMS semblables se disent ensemble', async () => {
  const sortie = await rendre([...AVEC, '--niveau', 'essms'], 'markdown');
  expect(sortie).toContain('## Sensibilité aux définitions');
  expect(sortie).toMatch(
    /^- projets \(.* et \d+ autres\) : atteint sous 2 définitions sur 6 ; non atteint si/m,
  );
  expect(sortie).toMatch(/^- \d+ verdicts sur 80 tiennent sous toutes les définitions$/m);
});
