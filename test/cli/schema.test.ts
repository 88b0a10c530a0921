import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { lancer } from './faux-contexte.ts';

const DEMO = join(import.meta.dirname, '../../fixtures/demo');

test.each([
  ['indicateurs', ['indicateurs', DEMO, '--mois', '2025-09']],
  ['verification', ['verifier', DEMO]],
])('ce que rend l’outil sur le dépôt d’exemple suit le schéma « %s » qu’il publie', async (nom, appel) => {
  const schema = JSON.parse((await lancer(['schema', nom])).sortie) as object;
  const { code, sortie } = await lancer([...appel, '--format', 'json']);
  expect(code).toBe(1);
  const valider = new Ajv2020({ allErrors: true }).compile(schema);
  valider(JSON.parse(sortie));
  expect(valider.errors).toBeNull();
});
