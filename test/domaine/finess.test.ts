import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aCleJuste, aFormeFiness, expliquerForme, MOTIF_FINESS } from '../../src/domaine/finess.ts';

const corps = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 8, maxLength: 8 }),
  fc
    .tuple(
      fc.constantFrom('2A', '2B'),
      fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 6, maxLength: 6 }),
    )
    .map(([tete, suite]) => tete + suite),
);

describe('forme', () => {
  test('neuf chiffres, ou 2A ou 2B suivi de sept chiffres', () => {
    for (const juste of ['630781227', '010780123', '2A0000123', '2B0000123'])
      expect(aFormeFiness(juste)).toBe(true);
    for (const faux of [
      '',
      '63078122',
      '6307812270',
      '2C0000123',
      '2a0000123',
      'A20000123',
      '630 781 227',
      '6,3E+08',
    ]) {
      expect(aFormeFiness(faux), faux).toBe(false);
    }
  });

  test('le motif destiné à SQL dit la même chose', () => {
    const motif = new RegExp(`^(?:${MOTIF_FINESS})$`);
    for (const texte of ['2A0000123', '2B0000123', '2C0000123', '3A0000123']) {
      expect(motif.test(texte), texte).toBe(aFormeFiness(texte));
    }
    const textes = fc.string({ unit: fc.constantFrom(...'0123456789ABC '), minLength: 7, maxLength: 10 });
    fc.assert(
      fc.property(
        fc.oneof(
          textes,
          corps.map((c) => `${c}0`),
        ),
        (texte) => motif.test(texte) === aFormeFiness(texte),
      ),
    );
  });
});

describe('clé', () => {
  test('des numéros publics réels ont une clé juste', () => {
    // APF France handicap, Croix-Rouge française.
    for (const numero of ['750719239', '750721334']) expect(aCleJuste(numero)).toBe(true);
  });

  test('un seul chiffre de clé convient à huit caractères', () => {
    fc.assert(
      fc.property(corps, (debut) => [...'0123456789'].filter((cle) => aCleJuste(debut + cle)).length === 1),
    );
  });

  test('changer un seul chiffre fausse la clé', () => {
    fc.assert(
      fc.property(
        corps,
        fc.integer({ min: 2, max: 8 }),
        fc.integer({ min: 1, max: 9 }),
        (debut, rang, ecart) => {
          const cle = [...'0123456789'].find((chiffre) => aCleJuste(debut + chiffre)) ?? '';
          const juste = debut + cle;
          const change = String((Number(juste[rang]) + ecart) % 10);
          expect(aCleJuste(juste.slice(0, rang) + change + juste.slice(rang + 1))).toBe(false);
        },
      ),
    );
  });

  test('en Corse, A vaut 1 et B vaut 2', () => {
    fc.assert(
      fc.property(corps, fc.integer({ min: 0, max: 9 }), (debut, cle) => {
        const numero = debut + cle;
        expect(aCleJuste(numero)).toBe(aCleJuste(numero.replace('A', '1').replace('B', '2')));
      }),
    );
  });
});

describe('ce qui a sans doute abîmé un numéro', () => {
  test('la notation scientifique d’un tableur', () => {
    for (const valeur of ['6,3E+08', '6.30781E+08', '63E7', '6e8']) {
      expect(expliquerForme(valeur), valeur).toContain('notation scientifique');
    }
  });

  test('le zéro de tête perdu, et si le numéro rétabli aurait une clé juste', () => {
    const cle = [...'0123456789'].find((chiffre) => aCleJuste(`01078012${chiffre}`)) ?? '';
    const autre = String((Number(cle) + 1) % 10);
    expect(expliquerForme(`1078012${cle}`)).toContain(`« 01078012${cle} » a une clé juste`);
    expect(expliquerForme(`1078012${autre}`)).toContain('pas une clé juste');
  });

  test('des espaces, ou rien de connu', () => {
    expect(expliquerForme('630 781 227')).toBe('ôtez les espaces');
    expect(expliquerForme('EHPAD')).toContain('neuf chiffres');
    expect(expliquerForme('12 34')).toContain('neuf chiffres');
  });
});
