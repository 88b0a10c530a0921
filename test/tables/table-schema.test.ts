import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { TABLES } from '../../src/tables/index.ts';
import { tableSchema } from '../../src/tables/table-schema.ts';

/** Ce que le standard Table Schema v1 exige d'un descripteur, réduit aux types que nous employons. */
const contraintes = {
  type: 'object',
  additionalProperties: false,
  properties: {
    required: { const: true },
    pattern: { type: 'string', format: 'regex' },
    enum: { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'string' } },
    minimum: { type: 'number' },
  },
};
const textes = { type: 'array', uniqueItems: true, items: { type: 'string' } };
const champ = {
  type: 'object',
  required: ['name', 'title', 'description', 'type'],
  additionalProperties: false,
  properties: {
    name: { type: 'string', pattern: '^[a-z]+(_[a-z]+)*$' },
    title: { type: 'string', minLength: 1 },
    description: { type: 'string', minLength: 1 },
    type: { enum: ['string', 'date', 'integer', 'number', 'boolean'] },
    format: { enum: ['default', 'any'] },
    trueValues: textes,
    falseValues: textes,
    constraints: contraintes,
    'esms:alias': textes,
  },
  allOf: [
    // biome-ignore lint/suspicious/noThenProperty: mot-clé de JSON Schema, pas une promesse
    { if: { required: ['format'] }, then: { properties: { type: { const: 'date' } } } },
    // biome-ignore lint/suspicious/noThenProperty: mot-clé de JSON Schema, pas une promesse
    { if: { required: ['trueValues'] }, then: { properties: { type: { const: 'boolean' } } } },
  ],
};
const standard = {
  type: 'object',
  required: ['fields', 'missingValues', 'name', 'title', 'description'],
  additionalProperties: false,
  properties: {
    $schema: { type: 'string' },
    name: { type: 'string' },
    title: { type: 'string' },
    description: { type: 'string' },
    fields: { type: 'array', minItems: 1, items: champ },
    missingValues: textes,
    primaryKey: { ...textes, minItems: 1 },
  },
};
const valide = new Ajv({ strict: false, formats: { regex: true } }).compile(standard);

describe.each(Object.values(TABLES))('Table Schema de $nom', (description) => {
  const schema = tableSchema(description);

  test('suit la structure du standard', () => {
    valide(schema);
    expect(valide.errors ?? []).toEqual([]);
  });

  test('a les colonnes, les obligations et la clé de la description', () => {
    expect(schema.fields.map(({ name }) => name)).toEqual(description.champs.map(({ nom }) => nom));
    expect(schema.fields.map(({ constraints }) => constraints?.required)).toEqual(
      description.champs.map(({ obligatoire }) => obligatoire),
    );
    expect(schema.primaryKey).toEqual(description.cleUnique);
  });
});

function motif(nom: string): RegExp {
  const trouve = tableSchema(TABLES.effectifs).fields.find(({ name }) => name === nom)?.constraints?.pattern;
  return new RegExp(trouve ?? 'aucun motif');
}

test('le motif du FINESS et celui du mois sont ancrés aux deux bouts', () => {
  for (const juste of ['630781227', '2A0000123']) expect(juste).toMatch(motif('finess_et'));
  for (const faux of ['6307812270', '63078122', '2C0000123', 'x630781227', '2B00001239']) {
    expect(faux).not.toMatch(motif('finess_et'));
  }
  for (const juste of ['2025-09', '09/2025', '1900-01', '2200-12']) expect(juste).toMatch(motif('mois'));
  for (const faux of ['2025-13', '00/2025', '2201-01', '2025-09-01', '01/09/2025', '25-09']) {
    expect(faux).not.toMatch(motif('mois'));
  }
});

test('oui et non s’écrivent en minuscules, capitale ou majuscules', () => {
  const champ = tableSchema(TABLES.dossiers).fields.find(({ name }) => name === 'eligible_projet');
  expect(champ?.trueValues).toEqual(expect.arrayContaining(['oui', 'Oui', 'OUI', 'x', 'X', '1']));
  expect(champ?.falseValues).toEqual(expect.arrayContaining(['non', 'Non', 'NON', '0']));
});
