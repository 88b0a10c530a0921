import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ajouterJours,
  ajouterMois,
  type DateCivile,
  dernierJour,
  type Mois,
} from '../../src/domaine/date-civile.ts';
import { centimes } from '../../src/domaine/montant.ts';
import { type DemandeEcheancier, dresserEcheancier } from '../../src/financement/echeancier.ts';
import { chargerReglesLivrees } from '../../src/regles/livrees.ts';

const JEU = chargerReglesLivrees();
const jour = (texte: string) => texte as DateCivile;

function dresser(signature: string, demande: Partial<DemandeEcheancier> = {}) {
  return dresserEcheancier(JEU, {
    signature: jour(signature),
    type: 'acquisition',
    dateReference: jour('2022-01-01'),
    ...demande,
  });
}

const dates = ({ etapes }: ReturnType<typeof dresser>) =>
  Object.fromEntries(etapes.map(({ code, debut, fin }) => [code, debut === fin ? debut : [debut, fin]]));

describe('fin du délai : mois civils, prudents en fin de mois', () => {
  test.each([
    ['2022-06-15', 'acquisition', '2023-12-15'],
    ['2022-08-31', 'acquisition', '2024-02-29'],
    ['2022-05-31', 'montee_de_version', '2023-02-28'],
    ['2022-12-31', 'montee_de_version', '2023-09-30'],
  ] as const)('signée le %s, %s : %s', (signature, type, fin) => {
    expect(dresser(signature, { type }).fin).toBe(fin);
  });
});

describe('étapes', () => {
  test('une acquisition : avance, première mesure, preuve sur trois mois, solde', () => {
    expect(dates(dresser('2022-06-15'))).toEqual({
      signature: '2022-06-15',
      premiere_mesure: ['2023-07-01', '2023-09-30'],
      preuve: ['2023-09-01', '2023-11-30'],
      fin: '2023-12-15',
    });
  });

  test('un délai qui finit un dernier jour de mois compte ce mois', () => {
    expect(dates(dresser('2022-08-31')).preuve).toEqual(['2023-12-01', '2024-02-29']);
  });

  test('une montée de version a aussi les clôtures du SONS, dans l’ordre des dates', () => {
    const { etapes } = dresser('2022-06-15', { type: 'montee_de_version' });
    expect(etapes.map(({ code, debut }) => [code, debut])).toEqual([
      ['signature', '2022-06-15'],
      ['premiere_mesure', '2022-10-01'],
      ['preuve', '2022-12-01'],
      ['fin', '2023-03-15'],
      ['sons_fin_avances', '2024-02-28'],
      ['sons_fin_soldes', '2024-12-19'],
    ]);
  });

  test('signée avant l’ouverture du SONS et regardée après : ses clôtures y sont', () => {
    const demande = { type: 'montee_de_version', annee: 2022, dateReference: jour('2023-01-01') } as const;
    const { etapes } = dresser('2021-12-15', demande);
    expect(etapes.map(({ code }) => code)).toContain('sons_fin_soldes');
  });

  test('les versements : 50/50 au porteur, 30/70 à l’éditeur, au centime', () => {
    const { etapes } = dresser('2022-06-15', {
      type: 'montee_de_version',
      montant: centimes(17_500_001),
      montantSons: centimes(4_312_000),
    });
    const versements = etapes.flatMap(({ versement }) => (versement ? [versement] : []));
    expect(versements.map(({ a, part, montant }) => [a, part, montant])).toEqual([
      ['porteur', 'avance', 8_750_000],
      ['porteur', 'solde', 8_750_001],
      ['editeur', 'avance', 1_293_600],
      ['editeur', 'solde', 3_018_400],
    ]);
  });

  test('une étape est passée quand sa fin précède la date de référence', () => {
    const { etapes } = dresser('2022-06-15', { dateReference: jour('2023-10-01') });
    expect(etapes.map(({ code, passee }) => [code, passee])).toEqual([
      ['signature', true],
      ['premiere_mesure', true],
      ['preuve', false],
      ['fin', false],
    ]);
  });
});

describe('délai inconnu', () => {
  test('signée en 2024 : le délai de 2022 n’est pas repris', () => {
    const { delai, fin, etapes, avertissements } = dresser('2024-01-15');
    expect([delai, fin, etapes.map(({ code }) => code)]).toEqual([null, null, ['signature']]);
    expect(avertissements.map(({ code }) => code)).toEqual(['echeancier.delai_inconnu']);
  });

  test('l’année de l’appel à projets, ou le délai de la convention, le donnent', () => {
    expect(dresser('2023-01-15', { annee: 2022 }).fin).toBe('2024-07-15');
    expect(dresser('2024-01-15', { delaiMois: 12 }).fin).toBe('2025-01-15');
  });

  test('un délai trop court pour trois mois de preuve est averti', () => {
    expect(dresser('2022-06-15', { delaiMois: 3 }).avertissements.map(({ code }) => code)).toEqual([
      'echeancier.preuve_trop_courte',
    ]);
  });
});

test('la preuve tient toujours en trois mois civils entiers, les derniers avant la fin', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 364 }), fc.integer({ min: 4, max: 36 }), (decalage, delaiMois) => {
      const { etapes, fin } = dresser(ajouterJours(jour('2022-01-01'), decalage), { delaiMois });
      const preuve = etapes.find(({ code }) => code === 'preuve');
      const premier = preuve?.debut.slice(0, 7) as Mois;
      expect(preuve?.debut).toBe(`${premier}-01`);
      expect(preuve?.fin).toBe(dernierJour(ajouterMois(premier, 2)));
      expect(String(preuve?.fin) <= String(fin)).toBe(true);
      expect(dernierJour(ajouterMois(premier, 3)) > String(fin)).toBe(true);
    }),
  );
});
