import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ecrituresDe } from '../../src/tables/ecritures.ts';
import { TABLES } from '../../src/tables/index.ts';
import { normaliser, normaliserValeur, sqlNormaliserValeur } from '../../src/tables/normaliser.ts';
import { VALEURS_USUELLES } from '../../src/tables/valeurs-usuelles.ts';

test('la casse, les accents et la ponctuation ne comptent pas, espaces insécables comprises', () => {
  expect(normaliser("  Date d'entrée ")).toBe('date d entree');
  expect(normaliser('DATE D’ENTRÉE')).toBe('date d entree');
  expect(normaliser('N° FINESS')).toBe('n finess');
  expect(normaliser('id_dossier')).toBe('id dossier');
  expect(normaliser('N\u00a0°\u202fdossier')).toBe('n dossier');
  expect(normaliser('e\u0301tat')).toBe('etat');
  expect(normaliser(' - ')).toBe('');
});

test('la date qui suit un code est ôtée, celle qui le précède non', () => {
  expect(normaliserValeur('Validé le 12/03')).toBe('valide');
  expect(normaliserValeur('Validé le 12/03/2025')).toBe('valide');
  expect(normaliserValeur('Validé le lundi')).toBe('valide le lundi');
  expect(normaliserValeur('le 12/03')).toBe('le 12 03');
});

/** Latin-1 imprimable et de contrôle, et ce que windows-1252 et les tableurs y ajoutent. */
const CARACTERES = [
  ...Array.from({ length: 255 }, (_, i) => String.fromCharCode(i + 1)),
  ...'œŒ€’“”…–—ŸŽž\u202f\u2009\u0301\u0308',
];

test('le jumeau SQL rend la même chose que la fonction, sur tous les alias et au hasard', async () => {
  const aleatoires = fc.sample(
    fc.oneof(
      fc.string({ unit: fc.constantFrom(...CARACTERES), maxLength: 30 }),
      fc
        .tuple(
          fc.string({ unit: fc.constantFrom(...CARACTERES), maxLength: 12 }),
          fc.constantFrom(' le 12/03', ' LE 1er', ' le 12 le 13', ' Le\u00a012.03.2025 '),
        )
        .map((morceaux) => morceaux.join('')),
    ),
    2_000,
  );
  const textes = [
    ...Object.values(TABLES).flatMap((table) =>
      table.champs.flatMap((champ) => [champ.nom, champ.titre, ...champ.alias, ...ecrituresDe(champ)]),
    ),
    ...Object.values(VALEURS_USUELLES).flatMap((fiches) => fiches?.flatMap(({ valeurs }) => valeurs) ?? []),
    ...CARACTERES,
    ...aleatoires,
  ];
  const instance = await DuckDBInstance.create();
  const connexion = await instance.connect();
  try {
    await connexion.run('create table textes (rang integer, x varchar)');
    const ajout = await connexion.createAppender('textes');
    textes.forEach((texte, rang) => {
      ajout.appendInteger(rang);
      ajout.appendVarchar(texte);
      ajout.endRow();
    });
    ajout.closeSync();
    const lu = await connexion.runAndReadAll(
      `select x, ${sqlNormaliserValeur('x')} from textes order by rang`,
    );
    const lignes = lu.getRows();
    expect(lignes).toHaveLength(textes.length);
    const ecarts = lignes.filter(([texte, valeur]) => normaliserValeur(String(texte)) !== valeur);
    expect(ecarts).toEqual([]);
  } finally {
    connexion.closeSync();
    instance.closeSync();
  }
});
