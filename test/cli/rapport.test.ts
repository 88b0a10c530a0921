import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rendreReleve } from '../../src/rapports/releve/json.ts';
import { depotPlante, PLANTES } from '../outils/plante.ts';
import { fabriquer, recevoir } from '../suivi/fabrique.ts';
import { lancer } from './faux-contexte.ts';

const DEMO = join(import.meta.dirname, '../../fixtures/demo');
const DATE = ['--date-reference', '2025-10-20'];

function releves(retouche = (texte: string) => texte): string {
  const dossier = mkdtempSync(join(tmpdir(), 'esms-rapport-'));
  for (const mois of ['2025-07', '2025-08', '2025-09']) {
    const { releve, empreinte } = recevoir(fabriquer(mois)).scelle;
    writeFileSync(join(dossier, `releve-${mois}.json`), retouche(rendreReleve(releve, empreinte)));
  }
  return dossier;
}

describe('esms rapport', () => {
  test('un dépôt et son mois : la page, avec les deux mois d’avant relus dans les mêmes exports', async () => {
    const dossier = mkdtempSync(join(tmpdir(), 'esms-rapport-'));
    const argv = ['rapport', DEMO, '--mois', '2025-09', ...DATE, '--sortie', 'rapport.html'];
    const { code, sortie, erreur } = await lancer(argv, { dossierCourant: dossier });
    // La démonstration a des lignes rejetées : code 1, et la page est écrite.
    expect({ code, sortie }).toEqual({ code: 1, sortie: '' });
    expect(erreur).toContain('Écrit : rapport.html');
    const page = readFileSync(join(dossier, 'rapport.html'), 'utf8');
    expect(page.includes('PREUVE NON FAITE : 1 série sur 5.')).toBe(true);
    expect(page.includes('relus dans les exports d&#39;aujourd&#39;hui')).toBe(true);
    expect(page.match(/https?:|src=|@import|url\(/)).toBeNull();
    // Deux fois les mêmes octets.
    expect((await lancer(['rapport', DEMO, '--mois', '2025-09', ...DATE])).sortie === page).toBe(true);
  });

  test('des relevés : le dernier donne le mois, code 0', async () => {
    const { code, sortie, erreur } = await lancer(['rapport', releves()]);
    expect({ code, erreur }).toEqual({ code: 0, erreur: '' });
    expect(sortie.includes('Septembre 2025. ATTEINT')).toBe(true);
    expect(sortie.includes('PREUVE FAITE : 5 séries sur 5.')).toBe(true);
    expect(sortie.includes('Chaque mois vient du relevé transmis pour lui.')).toBe(true);
  });

  test('un relevé retouché est dit, n’est jamais probant, code 1', async () => {
    const dossier = releves((texte) => texte.replace('"mois": "2025-08"', '"mois": "2025-08" '));
    const chemin = join(dossier, 'releve-2025-08.json');
    writeFileSync(chemin, readFileSync(chemin, 'utf8').replace('"reste_a_faire": 0', '"reste_a_faire": 1'));
    const { code, sortie, erreur } = await lancer(['rapport', dossier]);
    expect(code).toBe(1);
    expect(erreur).toContain('releve.altere');
    expect(sortie.includes('releve.altere')).toBe(true);
    expect(sortie.includes('PREUVE NON FAITE')).toBe(true);
  });

  test.each([
    ['deux dépôts', [DEMO, DEMO, '--mois', '2025-09'], /un seul dépôt à la fois/],
    ['un dépôt sans mois', [DEMO], /aucun relevé .* ce dossier[\s\S]*pour un dépôt, donnez --mois/],
    ['un dossier absent', ['absent', '--mois', '2025-09'], /absent/],
    ['un mois impossible', [DEMO, '--mois', '2025-13'], /2025-13/],
  ])('%s : code 2, et rien n’est écrit', async (_, argv, attendu) => {
    const dossier = mkdtempSync(join(tmpdir(), 'esms-rapport-'));
    const { code, sortie, erreur } = await lancer(['rapport', ...argv, '--sortie', 'r.html'], {
      dossierCourant: dossier,
    });
    expect({ code, sortie, ecrit: existsSync(join(dossier, 'r.html')) }).toEqual({
      code: 2,
      sortie: '',
      ecrit: false,
    });
    expect(erreur).toMatch(attendu);
  });

  test('des identifiants plantés partout n’y sont pas, même sur un terminal', async () => {
    const argv = ['rapport', depotPlante(), '--mois', '2025-09', ...DATE, '--montrer-valeurs'];
    const { code, sortie } = await lancer(argv, { terminal: true });
    expect(code).toBe(1);
    expect(sortie.includes('champ.date_invalide')).toBe(true);
    // Le nom d'un fichier sous le dépôt aide à le corriger ; ce que ses lignes contiennent ne sort pas.
    for (const plante of PLANTES.filter((un) => un !== 'chemin-prive'))
      expect({ plante, sort: sortie.includes(plante) }).toEqual({ plante, sort: false });
  });
});
