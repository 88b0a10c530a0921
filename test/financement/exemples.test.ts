import { expect, test } from 'vitest';
import { evaluerExemple } from '../../src/financement/exemples.ts';
import { chargerReglesLivrees } from '../../src/regles/livrees.ts';

const JEU = chargerReglesLivrees();

/** Les treize situations publiées ou dérivées de la synthèse des règles (§ 6), indépendamment des fichiers de règles. */
const acquisition = { calcul: 'forfaits', annee: 2022, type: 'acquisition' };
const montee = { ...acquisition, type: 'montee_de_version' };

test.each([
  [
    1,
    { ...acquisition, secteur: 'PA', essms: 46 },
    { lignes: { usages: 322_000, logiciel: 667_000 }, total: 989_000 },
  ],
  [
    2,
    { ...acquisition, secteur: 'PH', essms: 46, dui_reference: false },
    { lignes: { usages: 322_000, logiciel: 552_000 }, total: 874_000 },
  ],
  [
    3,
    { ...acquisition, secteur: 'AHI', essms: 46 },
    { lignes: { usages: 322_000, logiciel: 667_000 }, total: 989_000 },
  ],
  [
    4,
    { ...acquisition, secteur: 'DOM', essms: 64 },
    { lignes: { usages: 371_000, logiciel: 752_500 }, total: 1_123_500 },
  ],
  [
    5,
    { ...acquisition, secteur: 'PA', essms: 64, dui_reference: false },
    { lignes: { usages: 371_000, logiciel: 602_000 }, total: 973_000 },
  ],
  [6, { ...montee, secteur: 'PA', essms: 35 }, { lignes: { usages: 175_000 } }],
  [7, { calcul: 'sons', essms_og: 35 }, { montant: 43_120 }],
  [8, { calcul: 'sons', essms_og: 72 }, { montant: 88_704 }],
  [9, { calcul: 'sons', essms_og: 8 }, { montant: 17_520 }],
  [
    10,
    { ...acquisition, secteur: 'PA', essms: 8, essms_petits_og: 8 },
    { lignes: { equipement: 160_000, amoa_projet: 100_000, amoa_marche: 15_000 }, total: 447_000 },
  ],
  [
    11,
    { ...acquisition, secteur: 'PA', essms: 8, essms_petits_og: 8, dui_reference: false },
    { total: 427_000 },
  ],
  [
    12,
    { ...montee, secteur: 'PA', essms: 8, essms_petits_og: 8 },
    { lignes: { usages: 40_000, equipement: 160_000, amoa_projet: 100_000 }, total: 300_000 },
  ],
  [13, { calcul: 'sons', essms_og: 72 }, { avance: 26_611.2, solde: 62_092.8 }],
])('exemple %i', (_, situation, attendu) => {
  expect(evaluerExemple(JEU, situation)).toMatchObject(attendu);
});

test.each([
  [{ calcul: 'sonds' }, 'calcul'],
  [{ calcul: 'sons', essms_og: '35' }, 'essms_og'],
  [{ ...acquisition, secteur: 'XX', essms: 3 }, 'secteur'],
  [{ calcul: 'delai', type: 'acquisition', signature: '2022-02-30' }, 'signature'],
])('une situation mal écrite nomme son champ', (situation, champ) => {
  expect(() => evaluerExemple(JEU, situation)).toThrow(champ);
});
