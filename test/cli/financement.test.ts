import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { lancer } from './faux-contexte.ts';
import { sansSources, validerJson } from './sorties.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/financement');
const depot = (nom: string) => join(FIXTURES, nom);
const EN_2022 = ['--annee', '2022', '--date-reference', '2022-10-01'] as const;

describe('esms financement', () => {
  test('le plan entier d’une acquisition : totaux, OG, ESSMS, versements et preuves', async () => {
    const { code, sortie, erreur } = await lancer(['financement', depot('acquisition'), ...EN_2022]);
    expect(code).toBe(0);
    expect(erreur).toMatch(/^Aucun index FINESS : .+\n$/);
    await expect(sansSources(sortie)).toMatchFileSnapshot('attendus/financement-acquisition.txt');
  });

  test('une montée de version : le SONS à l’éditeur, un montant inconnu hors du total', async () => {
    const { code, sortie } = await lancer([
      'financement',
      depot('montee'),
      ...EN_2022,
      '--format',
      'markdown',
    ]);
    expect(code).toBe(0);
    await expect(sansSources(sortie)).toMatchFileSnapshot('attendus/financement-montee.md.txt');
  });

  test('le CSV donne chaque montant une fois : les ESSMS, le projet et les OG font les totaux', async () => {
    const appel = ['financement', depot('montee'), ...EN_2022, '--format', 'csv'];
    const { sortie } = await lancer(appel);
    const lignes = parse(sortie, { columns: true, delimiter: ';' }) as Record<string, string>[];
    const somme = (niveaux: readonly string[], dispositif?: string) =>
      lignes
        .filter((une) => niveaux.includes(une.niveau ?? '') && (!dispositif || une.dispositif === dispositif))
        .reduce((total, une) => total + Number(une.montant), 0);
    expect(somme(['essms', 'projet'])).toBe(somme(['total'], 'esms_numerique'));
    expect(somme(['og'])).toBe(somme(['total'], 'sons'));
    expect(somme(['essms', 'projet', 'og'])).toBe(somme(['total'], 'ensemble'));
  });

  test('--lecture change le total, et les trois restent dits', async () => {
    const appel = ['financement', depot('national'), ...EN_2022, '--lecture', 'reduit_des_le_51e'];
    const { sortie } = await lancer(appel);
    expect(sortie).toContain('TOTAL : 1 145 000,00 € TTC au porteur.');
    expect(sortie).toMatch(/exemple_publie\s+1 123 500 €/);
  });

  test('une année non lue : aucun montant repris d’une autre, code 1', async () => {
    const { code, sortie } = await lancer(['financement', depot('acquisition'), '--annee', '2023']);
    expect(code).toBe(1);
    expect(sortie).toContain('TOTAL PARTIEL : montant inconnu au porteur');
    expect(sortie).toContain('forfaits 2023 non lus');
    expect(sortie).not.toContain('14 500,00');
  });

  test('une grappe inéligible : le plan est montré quand même, code 1', async () => {
    const { code, sortie } = await lancer(['financement', depot('ineligible'), ...EN_2022]);
    expect(code).toBe(1);
    expect(sortie).toContain('GRAPPE INÉLIGIBLE');
    expect(sortie).toContain('Hors du plan :');
  });

  test.each(['acquisition', 'montee', 'ineligible', 'national'])('%s suit le schéma publié', async (nom) => {
    await validerJson('financement', ['financement', depot(nom), ...EN_2022]);
    await validerJson('financement', ['financement', depot(nom), '--annee', '2024']);
  });

  test.each([
    [['--annee', '22'], /--annee : « 22 » n'est pas une année/],
    [['--lecture', 'reduit'], /--lecture : « reduit » n'est pas permis/],
    [['--format', 'html'], /--format : « html » n'est pas permis/],
  ])('%j : code 2', async (options, message) => {
    const { code, sortie, erreur } = await lancer(['financement', depot('acquisition'), ...options]);
    expect({ code, sortie }).toEqual({ code: 2, sortie: '' });
    expect(erreur).toMatch(message);
  });
});
