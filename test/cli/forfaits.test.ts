import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { lancer } from './faux-contexte.ts';

const BASE = '--annee 2022 --type acquisition --secteur PA --essms 46';

function forfaits(appel: string) {
  return lancer(['forfaits', ...appel.split(' ')]);
}

async function valider(sortie: string) {
  const schema = JSON.parse((await lancer(['schema', 'forfaits'])).sortie) as object;
  const controler = new Ajv2020({ allErrors: true }).compile(schema);
  controler(JSON.parse(sortie));
  return controler.errors;
}

describe('le contrat esms/forfaits@1', () => {
  test('clé par clé', async () => {
    const { code, sortie } = await forfaits(`${BASE} --format json`);
    const rendu = JSON.parse(sortie) as { lignes: { source: string }[] };
    expect(code).toBe(0);
    expect(rendu).toEqual({
      schema: 'esms/forfaits@1',
      annee: 2022,
      lignes: [
        { code: 'usages', libelle: 'Usages', quantite: 46, montant: 322000, source: expect.any(String) },
        { code: 'logiciel', libelle: 'Logiciel', quantite: 46, montant: 667000, source: expect.any(String) },
      ],
      total: 989000,
      avance: 494500,
      solde: 494500,
      fourchette: { min: 989000, max: 989000 },
      avertissements: [],
    });
    expect(rendu.lignes[0]?.source).toMatch(/diapositives 63, 64 et 65 ; lecture : lue ; réserve : /);
    expect(await valider(sortie)).toBeNull();
  });

  test('un montant inconnu : null, total null, code 1', async () => {
    const { code, sortie } = await forfaits(
      '--annee 2024 --type acquisition --secteur PA --essms 8 --essms-petits-og 8 --format json',
    );
    expect(code).toBe(1);
    expect(JSON.parse(sortie)).toMatchObject({
      lignes: [{ montant: null }, { montant: null }, { code: 'equipement', montant: 80000 }, {}, {}],
      total: null,
      avance: null,
      solde: null,
      fourchette: { min: null, max: null },
    });
    expect(await valider(sortie)).toBeNull();
  });

  test.each([
    '--annee 2021 --type montee_de_version --secteur PDE --essms 3',
    '--annee 2022 --type acquisition --secteur AHI --essms 64 --dui-non-reference',
    '--annee 2022 --type acquisition --secteur dom --essms 64 --heures-eligibles 12500,5 --heures-totales 20000 --lecture reduit_des_le_51e',
  ])('le schéma publié admet : %s', async (appel) => {
    const { sortie } = await forfaits(`${appel} --format json`);
    expect(await valider(sortie)).toBeNull();
  });
});

describe('les autres formats', () => {
  test('l’écran d’un directeur : le total, le calcul, les deux versements', async () => {
    const { sortie } = await forfaits(BASE);
    expect(sortie.split('\n').slice(0, 10)).toEqual([
      'ESMS Numérique 2022 : acquisition ou renouvellement, secteur PA, 46 ESSMS, DUI référencé Ségur',
      '989 000,00 € TTC au porteur du projet.',
      '',
      ' ligne     calcul         lecture   montant TTC',
      ' Usages    46 × 7 000 €   lue      322 000,00 €',
      ' Logiciel  46 × 14 500 €  lue      667 000,00 €',
      ' total                             989 000,00 €',
      '',
      ' avance  50 %  494 500,00 €  signature de la convention ARS/porteur',
      " solde   50 %  494 500,00 €  cibles d'usage atteintes et VSR signée",
    ]);
  });

  test('à 64 ESSMS : la lecture retenue et la fourchette', async () => {
    const { sortie } = await forfaits('--annee 2022 --type acquisition --secteur PA --essms 64');
    const texte = sortie.replace(/\n\s*/g, ' ');
    expect(texte).toContain(
      '1 123 500,00 € TTC au porteur du projet ; selon la lecture, de 1 123 500,00 € à 1 145 000,00 €.',
    );
    expect(texte).toContain('lecture exemple_publie, qui laisse 1 ESSMS sans financement');
  });

  test('les plafonds se disent', async () => {
    const { sortie } = await forfaits(
      '--annee 2022 --type acquisition --secteur PA --essms 20 --essms-petits-og 8',
    );
    expect(sortie).toContain('plafonds compris');
    expect(sortie).toContain('Équipement, petits OG (plafond)');
  });

  test('csv : une rangée par ligne, puis total, avance, solde', async () => {
    const { sortie } = await forfaits(`${BASE} --format csv`);
    const rangees = sortie
      .trim()
      .split('\n')
      .map((ligne) => ligne.split(';'));
    expect(rangees.map((cellules) => [cellules[7], cellules[10]])).toEqual([
      ['code', 'montant'],
      ['usages', '322000'],
      ['logiciel', '667000'],
      ['total', '989000'],
      ['avance', '494500'],
      ['solde', '494500'],
    ]);
  });

  test('markdown', async () => {
    const { sortie } = await forfaits(`${BASE} --format markdown`);
    expect(sortie).toContain('| Usages | 46 × 7 000 € | lue | 322 000,00 € |');
    expect(sortie).toContain('## Sources');
  });
});

describe('appels fautifs : champ nommé, conseil, code 2', () => {
  test.each([
    ['--type acquisition --secteur PA --essms 46', 'il manque --annee AAAA'],
    ['--annee 2022 --secteur PA --essms 46', 'il manque --type'],
    ['--annee 2022 --type acquisition --essms 46', 'il manque --secteur'],
    ['--annee 2022 --type acquisition --secteur PA', 'il manque --essms N'],
    [
      '--annee 2030 --type acquisition --secteur PA --essms 46',
      '--annee : aucune règle pour 2030 (connues : 2021, 2022, 2023, 2024, 2025)',
    ],
    ['--annee 22 --type acquisition --secteur PA --essms 46', "--annee : « 22 » n'est pas une année"],
    [
      '--annee 2022 --type acquisition --secteur XX --essms 46',
      "--secteur : « XX » n'est pas permis (PA, PH, DOM, PDS, PDE, AHI, PJM).",
    ],
    ['--annee 2022 --type aquisition --secteur PA --essms 46', 'Vouliez-vous dire « acquisition » ?'],
    ['--annee 2022 --type acquisition --secteur PA --essms -1', '--essms : « -1 » est négatif'],
    ['--annee 2022 --type acquisition --secteur PA --essms 4.5', "--essms : « 4.5 » n'est pas entier"],
    [
      `${BASE} --essms-petits-og 47`,
      '--essms-petits-og : 47 ESSMS de petits OG dans un projet qui en compte 46',
    ],
    [`${BASE} --lecture exemple`, "--lecture : « exemple » n'est pas permis"],
    [`${BASE} --heures-eligibles 10`, '--heures-eligibles et --heures-totales vont ensemble.'],
    [
      `${BASE} --heures-eligibles 10 --heures-totales 20`,
      'le prorata ne vaut que pour --secteur DOM, pas PA',
    ],
    [
      '--annee 2022 --type acquisition --secteur DOM --essms 4 --heures-eligibles 30 --heures-totales 20',
      "--heures-eligibles : plus d'heures éligibles",
    ],
    [
      '--annee 2022 --type acquisition --secteur DOM --essms 4 --heures-eligibles 0 --heures-totales 20',
      "--heures-eligibles : « 0 » n'est pas un nombre d'heures",
    ],
  ])('esms forfaits %s', async (appel, message) => {
    const { code, sortie, erreur } = await forfaits(appel);
    expect({ code, sortie }).toEqual({ code: 2, sortie: '' });
    expect(erreur).toContain(message);
  });
});
