import { describe, expect, it } from 'vitest';
import { DEPOT_PAR_DEFAUT, SOURCE_PAR_DEFAUT } from '../../../src/lecture/depot/defaut.ts';
import { schemaDepot, schemaSource } from '../../../src/lecture/depot/schema.ts';

describe('un dépôt sans depot.yaml', () => {
  it('vaut un depot.yaml qui ne dit que sa version', () => {
    expect(DEPOT_PAR_DEFAUT).toEqual(schemaDepot.parse({ version: '1' }));
  });

  it('lit chaque table comme une source qui ne dit rien', () => {
    expect(SOURCE_PAR_DEFAUT).toEqual(schemaSource.parse({}));
  });
});
