import { tmpdir } from 'node:os';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ouvrirSession, type Session } from '../../src/moteur/session.ts';
import { cas, date, ident, liste, texte, texteOuNull } from '../../src/moteur/sql.ts';

let session: Session;
beforeAll(async () => {
  session = await ouvrirSession({ fichiersPermis: [], dossierTemporaire: tmpdir() });
});
afterAll(() => session.fermer());

const retors = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom("'", '"', '\\', ';', '-', '\n', '%', '$', '{', 'é', ' ') }),
);

describe('citation SQL', () => {
  it('un texte revient tel qu’il est entré, quels que soient ses caractères', async () => {
    await fc.assert(
      fc.asyncProperty(retors, async (valeur) => {
        fc.pre(!valeur.includes('\0'));
        expect(await session.lignes(`SELECT ${texte(valeur)} AS v`)).toEqual([{ v: valeur }]);
      }),
    );
  });

  it('un identifiant revient tel qu’il est entré', async () => {
    await fc.assert(
      fc.asyncProperty(retors, async (nom) => {
        fc.pre(nom !== '' && !nom.includes('\0'));
        const [ligne] = await session.lignes(`SELECT 1 AS ${ident(nom)}`);
        expect(Object.keys(ligne ?? {})).toEqual([nom]);
      }),
    );
  });

  it('une liste revient telle qu’elle est entrée', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(retors, { maxLength: 5 }), async (valeurs) => {
        fc.pre(!valeurs.some((valeur) => valeur.includes('\0')));
        const [ligne] = await session.lignes(`SELECT ${liste(valeurs)}::VARCHAR[] AS v`);
        expect(ligne?.v).toEqual(valeurs);
      }),
    );
  });

  it('un octet nul est refusé', () => {
    expect(() => texte('a\0b')).toThrow(RangeError);
    expect(() => liste(['a', '\0'])).toThrow(RangeError);
    expect(() => texteOuNull('\0')).toThrow(RangeError);
  });

  it('les guillemets sont doublés, et rien d’autre ne change', () => {
    expect(texte("l'été")).toBe("'l''été'");
    expect(ident('a"b')).toBe('"a""b"');
    expect(liste(['a', "b'"], '()')).toBe("('a', 'b''')");
    expect([texteOuNull(null), texteOuNull('')]).toEqual(['NULL', "''"]);
    expect(date('2025-09-01')).toBe("DATE '2025-09-01'");
  });

  it('CASE : branche à branche, ou la seule valeur par défaut', () => {
    expect(cas([], 'NULL')).toBe('NULL');
    expect(
      cas(
        [
          ['a', '1'],
          ['b', '2'],
        ],
        '3',
      ),
    ).toBe('CASE WHEN a THEN 1 WHEN b THEN 2 ELSE 3 END');
  });
});
