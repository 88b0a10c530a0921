import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { creerProgramme } from '../../src/cli/programme.ts';
import { VERSION } from '../../src/version.ts';
import { CONTEXTE, lancer } from './faux-contexte.ts';

/** Toutes les commandes du programme, sous-commandes comprises : aucune n'échappe à ces contrôles. */
function nommer(commande: Command, prefixe = ''): string[] {
  return commande.commands.flatMap((une) => {
    const nom = `${prefixe}${une.name()}`;
    return [nom, ...nommer(une, `${nom} `)];
  });
}

const COMMANDES = nommer(creerProgramme(CONTEXTE, () => undefined));

describe('aide', () => {
  test.each(['', ...COMMANDES])('esms %s --aide', async (commande) => {
    const mots = commande.split(' ').filter(Boolean);
    const { code, sortie, erreur } = await lancer([...mots, '--aide']);
    expect({ code, erreur }).toEqual({ code: 0, erreur: '' });
    const fichier = ['aide', ...mots].join('-');
    await expect(sortie).toMatchFileSnapshot(`attendus/${fichier}.txt`);
  });

  test.each(['', ...COMMANDES])('esms %s : -h et --help disent la même chose', async (commande) => {
    const mots = commande.split(' ').filter(Boolean);
    const attendu = await lancer([...mots, '--aide']);
    expect(await lancer([...mots, '-h'])).toEqual(attendu);
    expect(await lancer([...mots, '--help'])).toEqual(attendu);
  });

  test.each(['', ...COMMANDES])('esms %s : pas un mot d’anglais, un exemple', async (commande) => {
    const { sortie } = await lancer([...commande.split(' ').filter(Boolean), '--aide']);
    expect(sortie).not.toMatch(/\b(Usage:|Options:|Commands:|Arguments:|display|help|default|choices)\b/);
    expect(sortie).toMatch(/Exemples? :\n {2}esms /);
  });

  test('sans commande : l’aide sur l’erreur standard, code 2', async () => {
    const { code, sortie, erreur } = await lancer([]);
    expect({ code, sortie }).toEqual({ code: 2, sortie: '' });
    expect(erreur).toBe((await lancer(['--aide'])).sortie);
  });

  test('--version', async () => {
    expect(await lancer(['--version'])).toEqual({ code: 0, sortie: `esms ${VERSION}\n`, erreur: '' });
  });
});
