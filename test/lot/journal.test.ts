import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ecrireLigne, Journal } from '../../src/lot/journal.ts';
import { ecrireDossier } from './dossier.ts';

const echec = { nom: 'a', code: 'lot.archive', message: 'm', aide: 'a' };

function ligne(nom: string, cle: string): Uint8Array {
  return ecrireLigne(JSON.stringify({ nom, cle, echec }), `${nom};é\n`);
}

const [UNE, AUTRE] = ['a', 'b'].map((lettre) => lettre.repeat(64)) as [string, string];

async function ouvrirAvec(contenu: string | Buffer | null, reprendre = true) {
  const chemin = join(ecrireDossier({}), 'journal.jsonl');
  if (contenu !== null) writeFileSync(chemin, contenu);
  return { chemin, journal: await Journal.ouvrir(chemin, reprendre) };
}

describe('le journal d’un lot', () => {
  test('ce qui y est ajouté s’y relit, et s’y retrouve à la reprise', async () => {
    const { chemin, journal } = await ouvrirAvec(null);
    journal.ajouter('l\'"été" ;', UNE, ligne('l\'"été" ;', UNE));
    journal.ajouter('b', AUTRE, ligne('b', AUTRE));
    expect(journal.lire('b')).toMatchObject({ nom: 'b', cle: AUTRE, csv: 'b;é\n', echec });
    journal.fermer();
    const repris = await Journal.ouvrir(chemin, true);
    expect([repris.cleDe('l\'"été" ;'), repris.cleDe('b'), repris.cleDe('c')]).toEqual([UNE, AUTRE, null]);
    expect(repris.lire('l\'"été" ;')?.csv).toBe('l\'"été" ;;é\n');
    repris.fermer();
  });

  test('la dernière ligne d’un nom l’emporte', async () => {
    const { journal } = await ouvrirAvec(Buffer.concat([ligne('a', UNE), ligne('a', AUTRE)]));
    expect(journal.cleDe('a')).toBe(AUTRE);
    journal.fermer();
  });

  test('une ligne coupée par un arrêt est ôtée, et la suite s’écrit à sa place', async () => {
    const entiere = ligne('a', UNE);
    const { chemin, journal } = await ouvrirAvec(
      Buffer.concat([entiere, ligne('b'.repeat(500), AUTRE).subarray(0, 900)]),
    );
    expect([journal.cleDe('a'), journal.cleDe('b'.repeat(500))]).toEqual([UNE, null]);
    journal.ajouter('c', AUTRE, ligne('c', AUTRE));
    journal.fermer();
    expect(readFileSync(chemin)).toEqual(Buffer.concat([entiere, ligne('c', AUTRE)]));
  });

  test('une ligne qui n’est pas la sienne est laissée, sans perdre les autres', async () => {
    const { journal } = await ouvrirAvec(Buffer.concat([Buffer.from('{"autre":1}\n\n'), ligne('a', UNE)]));
    expect(journal.cleDe('a')).toBe(UNE);
    expect(journal.lire('a')).toMatchObject({ nom: 'a' });
    journal.fermer();
  });

  test('sans reprise, ce qu’il contenait est oublié', async () => {
    const { chemin, journal } = await ouvrirAvec(Buffer.from(ligne('a', UNE)), false);
    expect(journal.cleDe('a')).toBeNull();
    journal.fermer();
    expect(readFileSync(chemin, 'utf8')).toBe('');
  });
});
