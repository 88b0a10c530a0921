import { describe, expect, test } from 'vitest';
import { rendreMarkdown } from '../../src/rapports/indicateurs/markdown.ts';
import { echapper } from '../../src/rapports/markdown.ts';
import { rapportExemple } from './exemple.ts';

describe('rapport Markdown', () => {
  test('le rapport entier', async () => {
    await expect(rendreMarkdown(rapportExemple())).toMatchFileSnapshot('attendus/indicateurs.md.txt');
  });

  test('une barre, une balise ou un saut de ligne ne cassent pas un tableau', () => {
    expect(echapper('a|b\n<c> *d* `e`')).toBe('a\\|b \\<c\\> \\*d\\* \\`e\\`');
    const resultats = rapportExemple().resultats.map((r) => ({ ...r, libelle: 'A | B' }));
    const barres = rendreMarkdown(rapportExemple({ resultats }))
      .split('\n')
      .filter((ligne) => ligne.startsWith('| ') && ligne.includes('A \\| B'))
      .map((ligne) => ligne.replaceAll('\\|', '').split('|').length);
    expect(new Set(barres)).toEqual(new Set([12]));
  });
});
