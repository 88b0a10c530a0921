import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { lancer } from './faux-contexte.ts';

const BASE = '--signature 2022-08-31 --type acquisition --date-reference 2023-11-15';

function echeancier(appel: string) {
  return lancer(['echeancier', ...appel.split(' ')]);
}

async function valider(sortie: string) {
  const schema = JSON.parse((await lancer(['schema', 'echeancier'])).sortie) as object;
  const controler = new Ajv2020({ allErrors: true }).compile(schema);
  controler(JSON.parse(sortie));
  return controler.errors;
}

test('le contrat esms/echeancier@1', async () => {
  const { code, sortie } = await echeancier(`${BASE} --montant 989000,01 --nom Limagne --format json`);
  expect(code).toBe(0);
  expect(JSON.parse(sortie)).toMatchObject({
    schema: 'esms/echeancier@1',
    nom: 'Limagne',
    annee: 2022,
    delai_mois: 18,
    fin: '2024-02-29',
    etapes: [
      { code: 'signature', passee: true, versement: { part: 'avance', a: 'porteur', montant: 494500 } },
      { code: 'premiere_mesure', debut: '2023-10-01', fin: '2023-12-31', versement: null },
      { code: 'preuve', debut: '2023-12-01', fin: '2024-02-29' },
      { code: 'fin', debut: '2024-02-29', versement: { part: 'solde', montant: 494500.01 } },
    ],
    avertissements: [],
  });
  expect(await valider(sortie)).toBeNull();
});

test.each([
  '--signature 2024-01-15 --type montee_de_version',
  '--signature 2021-01-15 --type acquisition --date-reference 2021-02-01',
  '--signature 2024-01-15 --type montee_de_version --delai-mois 9 --montant-sons 43120',
])('le schéma publié admet : %s', async (appel) => {
  const { sortie } = await echeancier(`${appel} --format json`);
  expect(await valider(sortie)).toBeNull();
});

test('l’écran d’un directeur : la fin, ce qui court, puis les dates', async () => {
  const { sortie } = await echeancier(`${BASE} --montant 989000`);
  expect(sortie.split('\n').slice(0, 8)).toEqual([
    'Échéancier : acquisition ou renouvellement, convention signée le 31/08/2022',
    "FIN le 29/02/2024 (18 mois) ; en cours jusqu'au 31/12/2023 : première mesure, sur trois mois (au",
    'plus tard).',
    '',
    ' 31/08/2022 (passé)       Signature de la convention ARS/porteur',
    '                          avance 50 % au porteur : 494 500,00 € TTC',
    '                          signer aussi la convention de partenariat',
    ' 01/10/2023 – 31/12/2023  Première mesure, sur trois mois (au plus tard)',
  ]);
});

test('délai inconnu : les dates qui n’en dépendent pas, le conseil, code 1', async () => {
  const { code, sortie } = await echeancier('--signature 2024-01-15 --type acquisition');
  expect(code).toBe(1);
  expect(sortie).toContain("FIN INCONNUE : le délai de 2024 n'a pas été lu.");
  expect(sortie).toContain('--delai-mois');
});

describe('ics', () => {
  const ics = async (appel: string) => (await echeancier(`${appel} --format ics`)).sortie;

  test('un événement par étape, des journées entières, l’horodatage de la date de référence', async () => {
    const sortie = await ics(BASE);
    expect(sortie.match(/^BEGIN:VEVENT\r$/gm)).toHaveLength(4);
    expect(sortie.match(/^DTSTAMP:.*$/gm)).toEqual(Array(4).fill('DTSTAMP:20231115T000000Z'));
    expect(sortie).toContain('DTSTART;VALUE=DATE:20231201\r\nDTEND;VALUE=DATE:20240301\r\n');
    expect(sortie.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('les identifiants ne changent pas d’un jour à l’autre, et distinguent deux projets', async () => {
    const uids = (sortie: string) => sortie.replaceAll('\r\n ', '').match(/^UID:.*$/gm);
    const premier = uids(await ics(BASE));
    expect(premier).toEqual(uids(await ics(BASE.replace('2023-11-15', '2024-01-01'))));
    expect(new Set(premier).size).toBe(4);
    expect(uids(await ics(`${BASE} --nom Limagne`))).not.toEqual(premier);
  });
});

test('csv et markdown', async () => {
  const csv = await echeancier(`${BASE} --montant 989000 --format csv`);
  expect(csv.sortie.split('\n')[4]).toMatch(
    /^;acquisition;2022-08-31;fin;2024-02-29;2024-02-29;.*;solde;porteur;50;494500;non;lue;/,
  );
  const markdown = await echeancier(`${BASE} --format markdown`);
  expect(markdown.sortie).toContain('| 29/02/2024 | Fin du délai');
});

describe('appels fautifs : champ nommé, conseil, code 2', () => {
  test.each([
    ['--type acquisition', 'il manque --signature AAAA-MM-JJ'],
    ['--signature 2022-06-15', 'il manque --type'],
    ['--signature 2022-02-30 --type acquisition', "--signature : « 2022-02-30 » n'est pas une date"],
    [`${BASE} --delai-mois 0`, "--delai-mois : « 0 » n'est pas un nombre de mois"],
    [`${BASE} --montant -5`, "--montant : « -5 » n'est pas un montant"],
    [`${BASE} --montant 12,345`, "--montant : « 12,345 » n'est pas un montant"],
    [`${BASE} --montant-sons 43120`, "--montant-sons : une acquisition financée n'a pas droit au SONS"],
    [`${BASE} --format html`, "--format : « html » n'est pas permis"],
  ])('esms echeancier %s', async (appel, message) => {
    const { code, sortie, erreur } = await echeancier(appel);
    expect({ code, sortie }).toEqual({ code: 2, sortie: '' });
    expect(erreur).toContain(message);
  });
});
