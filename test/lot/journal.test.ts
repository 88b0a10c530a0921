import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ecrireEnregistrement, Journal, NOM_JOURNAL } from '../../src/lot/journal.ts';
import { ecrireDossier } from './dossier.ts';

const echec = { nom: 'a', code: 'lot.archive', message: '≥ 3 ✗', aide: 'a' };

function ecrire(nom: string, cle: string, csv = `${nom};é\n`): Uint8Array {
  return ecrireEnregistrement(nom, cle, JSON.stringify({ echec }), csv);
}

const [UNE, AUTRE] = ['a', 'b'].map((lettre) => lettre.repeat(64)) as [string, string];

function ouvrirAvec(contenu: string | Uint8Array | null, reprendre = true) {
  const chemin = join(ecrireDossier({}), NOM_JOURNAL);
  if (contenu !== null) writeFileSync(chemin, contenu);
  return { chemin, journal: new Journal(chemin, reprendre) };
}

const lignesDe = (journal: Journal, nom: string): string => Buffer.from(journal.lignesDe(nom)).toString();

describe('le journal d’un lot', () => {
  test('ce qui y est ajouté s’y relit, et s’y retrouve à la reprise', () => {
    const { chemin, journal } = ouvrirAvec(null);
    journal.ajouter(ecrire('l\'"été" ;', UNE));
    journal.ajouter(ecrire('b', AUTRE, ''));
    expect(journal.resultatDe('b')).toEqual({ echec });
    expect([lignesDe(journal, 'b'), lignesDe(journal, 'c')]).toEqual(['', '']);
    journal.fermer();
    const repris = new Journal(chemin, true);
    expect([repris.cleDe('l\'"été" ;'), repris.cleDe('b'), repris.cleDe('c')]).toEqual([UNE, AUTRE, null]);
    expect(lignesDe(repris, 'l\'"été" ;')).toBe('l\'"été" ;;é\n');
    expect(repris.resultatDe('l\'"été" ;')).toEqual({ echec });
    repris.fermer();
  });

  test('un nom de dossier aussi long que le système le permet se retrouve', () => {
    const nom = '\u0001'.repeat(255);
    const { journal } = ouvrirAvec(ecrire(nom, UNE));
    expect(journal.cleDe(nom)).toBe(UNE);
    journal.fermer();
  });

  test('le dernier enregistrement d’un nom l’emporte', () => {
    const { journal } = ouvrirAvec(
      Buffer.concat([ecrire('a', UNE, 'avant\n'), ecrire('a', AUTRE, 'après\n')]),
    );
    expect([journal.cleDe('a'), lignesDe(journal, 'a')]).toEqual([AUTRE, 'après\n']);
    journal.fermer();
  });

  test('où qu’un arrêt le coupe, un enregistrement est ôté, et la suite s’écrit à sa place', () => {
    const [entier, coupe, suite] = [ecrire('a', UNE), ecrire('b', AUTRE, '1;2\n3;4\n'), ecrire('c', AUTRE)];
    fc.assert(
      fc.property(fc.nat(coupe.length - 1), (longueur) => {
        const { chemin, journal } = ouvrirAvec(Buffer.concat([entier, coupe.subarray(0, longueur)]));
        expect([journal.cleDe('a'), journal.cleDe('b')]).toEqual([UNE, null]);
        journal.ajouter(suite);
        journal.fermer();
        expect(readFileSync(chemin)).toEqual(Buffer.concat([entier, suite]));
      }),
      { numRuns: 40 },
    );
  });

  test.each(['{"autre":1}\n', '\n', 'pas du JSON', '{"nom":"b","cle":"c","resultat":-1,"csv":0}\n{}\n'])(
    'ce qui suit %j est refait : sa longueur ne se sait pas',
    (etranger) => {
      const { journal } = ouvrirAvec(
        Buffer.concat([ecrire('a', UNE), Buffer.from(etranger), ecrire('z', AUTRE)]),
      );
      expect([journal.cleDe('a'), journal.cleDe('b'), journal.cleDe('z')]).toEqual([UNE, null, null]);
      journal.fermer();
    },
  );

  test('un résultat abîmé depuis ne se relit pas, et le dit', () => {
    const { chemin, journal } = ouvrirAvec(null);
    journal.ajouter(ecrire('a', UNE));
    writeFileSync(chemin, readFileSync(chemin, 'utf8').replace('{"echec"', '?"echec"'));
    expect(journal.resultatDe('a')).toBeNull();
    journal.fermer();
  });

  test('sans reprise, ce qu’il contenait est oublié', () => {
    const { chemin, journal } = ouvrirAvec(ecrire('a', UNE), false);
    expect(journal.cleDe('a')).toBeNull();
    journal.fermer();
    expect(readFileSync(chemin, 'utf8')).toBe('');
  });
});
