import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Criteres } from '../../src/domaine/finess/recherche.ts';
import { chercher } from '../../src/finess/chercher.ts';
import type { IndexFiness } from '../../src/finess/index/ouvrir.ts';
import { proposerPerimetre } from '../../src/finess/perimetre.ts';
import { ALIZES, AUTRE_EJ, EJ, HORIZON, indexDe, PARC, SAD, TILLEULS } from './outil.ts';

let index: IndexFiness;
beforeAll(async () => {
  index = await indexDe();
});
afterAll(() => index.fermer());

async function trouver(criteres: Partial<Criteres>): Promise<string[]> {
  const { trouves } = await chercher(index, {
    mots: '',
    departement: null,
    categorie: null,
    secteur: null,
    finessEj: null,
    fermes: false,
    limite: 20,
    ...criteres,
  });
  return trouves.map(({ finessEt }) => finessEt);
}

describe('chercher', () => {
  test.each([
    ['sans accents', 'alizes', [ALIZES]],
    ['avec accents et casse', 'Alizés', [ALIZES]],
    ["dans n'importe quel ordre", 'tilleuls ehpad', [TILLEULS]],
    ['un début de mot', 'till', [TILLEULS]],
    ['un sigle à points', 'ehpad', [TILLEULS, PARC]],
    ['st pour saint, et saint pour st', 'saint jean', [PARC]],
    ['la commune aussi', 'riom', [HORIZON, ALIZES]],
    ['une apostrophe', "val d'allier", [SAD]],
    ['un mot qui ne convient pas', 'tilleuls riom', []],
    ["une tentative d'injection", "'; DROP TABLE etablissements; --", []],
  ])('%s : « %s »', async (_, mots, attendus) => {
    expect(await trouver({ mots })).toEqual(attendus);
  });

  test('par département, catégorie, secteur et entité juridique', async () => {
    expect(await trouver({ departement: '03' })).toEqual([SAD]);
    expect(await trouver({ categorie: '183' })).toEqual([ALIZES]);
    expect(await trouver({ secteur: 'PA' })).toEqual([TILLEULS, PARC]);
    expect(await trouver({ finessEj: AUTRE_EJ })).toEqual([SAD]);
    expect(await trouver({ secteur: 'PA', mots: 'jean' })).toEqual([PARC]);
  });

  test('la limite coupe la liste, pas le total', async () => {
    const rendu = await chercher(index, {
      mots: '',
      departement: '63',
      categorie: null,
      secteur: null,
      finessEj: null,
      fermes: false,
      limite: 1,
    });
    expect({ total: rendu.total, montres: rendu.trouves.length }).toEqual({ total: 4, montres: 1 });
  });
});

describe('perimetre', () => {
  test('les ESSMS ouverts, au secteur de leur catégorie ; le reste se compte', async () => {
    const propose = await proposerPerimetre(index, EJ, false);
    expect(propose?.essms.map(({ finessEt, secteur }) => [finessEt, secteur])).toEqual([
      [TILLEULS, 'PA'],
      [PARC, 'PA'],
      [ALIZES, 'PH'],
    ]);
    expect(propose).toMatchObject({ autres: 1, tous: false });
  });

  test('--tous garde aussi les autres', async () => {
    const propose = await proposerPerimetre(index, EJ, true);
    expect({ essms: propose?.essms.length, autres: propose?.autres }).toEqual({ essms: 4, autres: 0 });
  });

  test('une entité juridique inconnue : null', async () => {
    expect(await proposerPerimetre(index, '630990026', false)).toBeNull();
  });
});
