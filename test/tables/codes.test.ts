import { describe, expect, test } from 'vitest';
import { codesDe, pourquoiSansCode } from '../../src/tables/codes.ts';
import { TABLES } from '../../src/tables/index.ts';
import { normaliserValeur } from '../../src/tables/normaliser.ts';
import { VALEURS_USUELLES } from '../../src/tables/valeurs-usuelles.ts';

const fermes = Object.values(TABLES).flatMap((table) =>
  table.champs.flatMap((champ) =>
    champ.valeurs ? [{ table: table.nom, champ: champ.nom, codes: champ.valeurs }] : [],
  ),
);

function lire(table: Parameters<typeof codesDe>[0], champ: string, valeur: string): string | undefined {
  return codesDe(table, champ).get(normaliserValeur(valeur));
}

describe.each(fermes)('$table.$champ', ({ table, champ, codes }) => {
  const fiches = VALEURS_USUELLES[`${table}.${champ}`] ?? [];

  test('un code se lit lui-même, avec ou sans ses traits', () => {
    for (const code of codes) {
      expect(lire(table, champ, code)).toBe(code);
      expect(lire(table, champ, code.replaceAll('_', ' ').toUpperCase())).toBe(code);
    }
  });

  test('chaque choix vise un code de la liste et dit pourquoi', () => {
    for (const { code, pourquoi } of fiches) {
      if (code !== null) expect(codes).toContain(code);
      expect(pourquoi).not.toBe('');
    }
  });

  test('une écriture n’a qu’une lecture', () => {
    const ecrits = [...codes, ...fiches.flatMap(({ valeurs }) => valeurs)].map(normaliserValeur);
    expect(ecrits.filter((valeur, rang) => ecrits.indexOf(valeur) !== rang)).toEqual([]);
    expect(ecrits).not.toContain('');
  });

  test('une écriture laissée sans code est inconnue, et on sait dire pourquoi', () => {
    for (const { code, valeurs } of fiches) {
      for (const valeur of valeurs) {
        expect(lire(table, champ, valeur), valeur).toBe(code ?? undefined);
        expect(pourquoiSansCode(table, champ, valeur) !== null, valeur).toBe(code === null);
      }
    }
  });
});

test('toute entrée des valeurs usuelles porte sur une liste fermée', () => {
  const connus = fermes.map(({ table, champ }) => `${table}.${champ}`);
  expect(connus).toEqual(expect.arrayContaining(Object.keys(VALEURS_USUELLES)));
});

test.each([
  ["En cours d'élaboration", 'en_preparation'],
  ['Rédigé', 'en_preparation'],
  ['À signer', 'en_preparation'],
  ['Signé', 'actif'],
  ['Validé le 12/03', 'actif'],
  ['À réévaluer', 'actif'],
  ['Échu', 'termine'],
  ['Archivé', 'termine'],
  ['PPA 2', undefined],
])('N4 le statut de projet « %s » se lit %s', (valeur, code) => {
  expect(lire('projets', 'statut', valeur)).toBe(code);
});

test('N5 « Absent » à l’agenda n’est ni réalisé ni annulé : inconnu', () => {
  expect(lire('agenda', 'statut', 'Absent')).toBeUndefined();
});

test('N7 « Envoyé » au DMP ne dit pas que le dépôt a réussi : inconnu', () => {
  expect(lire('dmp_detail', 'etat', 'Envoyé')).toBeUndefined();
});

test('oui et non : la liste du contrat, et rien d’autre', () => {
  const codes = codesDe('dossiers', 'eligible_projet');
  expect([...codes]).toEqual([
    ['oui', 'oui'],
    ['o', 'oui'],
    ['vrai', 'oui'],
    ['1', 'oui'],
    ['x', 'oui'],
    ['non', 'non'],
    ['n', 'non'],
    ['faux', 'non'],
    ['0', 'non'],
  ]);
  expect(lire('dossiers', 'eligible_projet', 'OUI')).toBe('oui');
});

test('un champ libre n’a pas de codes', () => {
  expect(codesDe('agenda', 'type').size).toBe(0);
});
