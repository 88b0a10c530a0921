import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { finess } from '../aleatoire/finess.ts';
import { depot, ET } from '../outils/depot.ts';
import { lancer } from './faux-contexte.ts';

/** Un ESSMS dont rien ne se calcule, et un autre dont le calcul et le tableau de bord se contredisent. */
function ecrire(): string {
  return depot()
    .config({ grappe: { nom: 'Grappe', niveau_preuve: 'grappe' } })
    .essms(ET, { raison_sociale: 'EHPAD Déclaré' })
    .declare({ indicateur: 'dossiers_actifs', numerateur: 95, denominateur: 100 })
    .essms(finess('et', 1), { raison_sociale: 'IME Calculé' })
    .effectif({ personnes_accompagnees: 2 })
    .actif('DUPONT')
    .dossier({ id_dossier: 'MARTIN' })
    .declare({ indicateur: 'dossiers_actifs', numerateur: 2, denominateur: 2 })
    .ecrire();
}

let dossier = '';
beforeAll(() => {
  dossier = ecrire();
});
afterAll(() => rmSync(dossier, { recursive: true, force: true }));

async function rendre(format: string): Promise<string> {
  const { code, sortie } = await lancer([
    'indicateurs',
    dossier,
    '--mois',
    '2025-09',
    '--format',
    format,
    '--tout',
  ]);
  expect(code).toBe(0);
  expect(sortie).not.toMatch(/DUPONT|MARTIN/);
  return sortie;
}

test('le tableau marque ce qui est déclaré, et dit l’écart', async () => {
  const sortie = await rendre('table');
  expect(sortie).toMatch(
    /^[A-ZÉ ]+ \(EN PARTIE DÉCLARÉ, non calculé\) : aucune cible sûre, 1 déclarée \(actifs\)/m,
  );
  expect(sortie).toMatch(/EHPAD Déclaré .* 95,0\* ✓/);
  expect(sortie).toMatch(/IME Calculé .* 50,0 ✗/);
  expect(sortie).toMatch(/ENSEMBLE .* 94,1\* ✓/);
  expect(sortie).toContain('\n* déclaré par un tableau de bord, en tout ou partie : non calculé.\n');
  expect(sortie).toContain('\nDéclaré et calculé :\n - IME Calculé, actifs : 2 / 2 déclarés, 1 / 2 calculés');
});

test('le Markdown aussi', async () => {
  const sortie = await rendre('markdown');
  expect(sortie).toContain('| 95,0* ✓ |');
  expect(sortie).toContain('## Déclaré et calculé');
  expect(sortie).toContain('\\* déclaré par un tableau de bord');
});

test('le JSON le dit par les avertissements de chaque résultat', async () => {
  const { resultats } = JSON.parse(await rendre('json')) as {
    resultats: { niveau: string; indicateur: string; avertissements: { code: string }[] }[];
  };
  const codes = resultats
    .filter(({ indicateur }) => indicateur === 'dossiers_actifs')
    .map(({ niveau, avertissements }) => [niveau, ...avertissements.map(({ code }) => code)]);
  expect(codes).toEqual([
    ['essms', 'declare.ecart'],
    ['essms', 'declare.seul'],
    ['og', 'declare.seul', 'declare.ecart'],
    ['grappe', 'declare.seul', 'declare.ecart'],
  ]);
});
