import { isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Balayage, Balayeur } from '../../src/lecture/balayage.ts';
import { couper, coupes, emietter } from '../outils/blocs.ts';

const SEPARATEURS = [';', ',', '\t', '|'] as const;

function balayer(blocs: readonly Buffer[], separateur = ';'): Balayage {
  const balayeur = new Balayeur(separateur.charCodeAt(0));
  for (const bloc of blocs) balayeur.ajouter(bloc);
  return balayeur.fin();
}

/** Le même compte, d'un seul trait et sans souci de vitesse. */
function compter(tout: Buffer, separateur: string): Balayage {
  const texte = tout.toString('latin1');
  const lignes = texte.split('\n');
  if (lignes.at(-1) === '') lignes.pop();
  const blancs = new Set([' ', '\t', '\r', '\u00a0', '\u00c2', separateur]);
  const blanches = lignes.filter((ligne) => [...ligne].every((c) => blancs.has(c))).length;
  const lf = texte.split('\n').length - 1;
  const crlf = texte.split('\r\n').length - 1;
  const cr = texte.split('\r').length - 1;
  return {
    octets: tout.length,
    utf8: isUtf8(tout),
    guillemets: texte.includes('"'),
    octetsNuls: texte.includes('\0'),
    lignesPleines: lignes.length - blanches,
    lignesBlanches: blanches,
    finsDeLigneRegulieres: cr === crlf && (crlf === 0 || crlf === lf),
    lignePlusLongue: Math.max(0, ...lignes.map((ligne) => ligne.length)),
  };
}

const octets = fc
  .array(
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.constantFrom('\n', '\r\n', ';', ',', '\t', '|', ' ', 'a', 'é', '"', '\u00a0'),
      },
      { weight: 1, arbitrary: fc.constantFrom('\r', '\0', '😀', '\n\n', ';;;') },
    ),
    { maxLength: 60 },
  )
  .map((morceaux) => Buffer.from(morceaux.join('')));
const separateur = fc.constantFrom(...SEPARATEURS);

describe('balayage', () => {
  it('compte comme un découpage naïf', () => {
    fc.assert(
      fc.property(octets, separateur, (tout, sep) => {
        expect(balayer([tout], sep)).toEqual(compter(tout, sep));
      }),
      { numRuns: 1000 },
    );
  });

  it('ne dépend pas de la coupe des blocs', () => {
    fc.assert(
      fc.property(octets, separateur, coupes, (tout, sep, ou) => {
        expect(balayer(couper(tout, ou), sep)).toEqual(balayer([tout], sep));
      }),
      { numRuns: 1000 },
    );
  });

  it('ne dépend pas de la coupe des blocs, octet par octet', () => {
    fc.assert(
      fc.property(octets, separateur, (tout, sep) => {
        expect(balayer(emietter(tout), sep)).toEqual(balayer([tout], sep));
      }),
    );
  });

  it('un fichier vide n’a aucune ligne', () => {
    expect(balayer([])).toMatchObject({ octets: 0, lignesPleines: 0, lignesBlanches: 0 });
  });

  it('une dernière ligne sans fin de ligne compte', () => {
    expect(balayer([Buffer.from('a;b\nc;d')])).toMatchObject({ lignesPleines: 2, lignesBlanches: 0 });
  });

  it('E1 les lignes d’espaces et de séparateurs sont blanches, insécables comprises', () => {
    expect(balayer([Buffer.from('a;b\n\n ; \n;\n\u00a0;\t\r\nc;d\n')])).toMatchObject({
      lignesPleines: 2,
      lignesBlanches: 4,
    });
  });

  for (const [quoi, texte, regulieres] of [
    ['tout en LF', 'a\nb\n', true],
    ['tout en CRLF', 'a\r\nb\r\n', true],
    ['CRLF et LF mêlés', 'a\r\nb\n', false],
    ['un CR seul au milieu', 'a\rb\n', false],
    ['tout en CR', 'a\rb\r', false],
  ] as const) {
    it(`fins de ligne : ${quoi}, ${regulieres ? 'régulières' : 'irrégulières'}`, () => {
      expect(balayer([Buffer.from(texte)]).finsDeLigneRegulieres).toBe(regulieres);
    });
  }
});
