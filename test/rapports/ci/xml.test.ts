import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ecrireXml } from '../../../src/rapports/ci/xml.ts';
import { relireXml } from './relire-xml.ts';

const INTERDIT = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
/** N'importe quelles unités UTF-16 : commandes, moitiés de paire et U+FFFE comprises. */
const unites = fc
  .array(
    fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(...[0, 9, 10, 13, 34, 38, 60, 62, 93])),
  )
  .map((codes) => String.fromCharCode(...codes));

const permis = (texte: string): string => [...texte].filter((c) => !INTERDIT.test(c)).join('');

describe('XML 1.0', () => {
  test('tout texte se relit à l’identique, dans un élément comme dans un attribut, aux signes interdits près', () => {
    fc.assert(
      fc.property(unites, unites, (texte, valeur) => {
        const lu = relireXml(
          ecrireXml({ nom: 'a', enfants: [{ nom: 'b', attributs: { cle: valeur }, texte }] }),
        );
        expect(lu.enfants).toEqual([
          { nom: 'b', attributs: { cle: permis(valeur) }, enfants: [], texte: permis(texte) },
        ]);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['\u0000\u001b[31m', '[31m'],
    ['\ud800', ''],
    ['\ufffe\uffff', ''],
    ['😀 é', '😀 é'],
    [']]>', ']]&gt;'],
  ])('%j s’écrit %j', (texte, ecrit) => {
    expect(ecrireXml({ nom: 'a', texte })).toBe(`<?xml version="1.0" encoding="UTF-8"?>\n<a>${ecrit}</a>\n`);
  });

  test('un attribut absent ne s’écrit pas', () => {
    expect(ecrireXml({ nom: 'a', attributs: { b: undefined, c: 0 } })).toContain('<a c="0"/>');
  });
});
