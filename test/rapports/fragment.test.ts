import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { html } from '../../src/rapports/fragment.ts';

describe('le gabarit HTML', () => {
  test('échappe un texte, dans une balise comme dans un attribut', () => {
    expect(html`<a title="${'"x'}">${'<b>&'}</a>`.texte).toBe('<a title="&quot;x">&lt;b&gt;&amp;</a>');
  });

  test('compose les fragments sans les échapper deux fois, et déroule les listes', () => {
    expect(html`<ul>${[html`<li>${'a&b'}</li>`, html`<li>${2}</li>`]}</ul>`.texte).toBe(
      '<ul><li>a&amp;b</li><li>2</li></ul>',
    );
  });

  test('aucun texte ne peut ouvrir une balise, fermer un attribut ni y glisser un caractère de commande', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (texte) => {
        // biome-ignore lint/suspicious/noControlCharactersInRegex: c'est ce qu'on cherche
        expect(html`${texte}`.texte).not.toMatch(/[<>"'\u0000-\u001f]/);
      }),
    );
  });
});
