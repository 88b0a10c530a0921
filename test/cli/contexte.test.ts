import { describe, expect, test } from 'vitest';
import { invocationDe } from '../../src/cli/contexte.ts';

describe("l'appel à recopier", () => {
  test.each([
    ['/projet/bin/esms.js', '/projet', 'node bin/esms.js'],
    ['/mon projet/bin/esms.js', '/', 'node "mon projet/bin/esms.js"'],
    ['/projet/node_modules/.bin/esms', '/projet', 'npx esms'],
    ['/projet/node_modules/esms-numerique/bin/esms.js', '/projet', 'npx esms'],
    ['/usr/local/bin/esms', '/projet', 'esms'],
  ])('%s depuis %s : %s', (script, dossier, attendu) => {
    expect(invocationDe(script, dossier)).toBe(attendu);
  });
});
