import { describe, expect, test } from 'vitest';
import { rendreTable } from '../../src/rapports/indicateurs/table.ts';
import type { RapportIndicateurs } from '../../src/rapports/modele.ts';
import { type Palette, SANS_COULEUR } from '../../src/rapports/presentation.ts';
import { rapportExemple } from './exemple.ts';

function rendre(largeur: number, ecarts: Partial<RapportIndicateurs> = {}, tout = false): string {
  return rendreTable(rapportExemple(ecarts), { largeur, palette: SANS_COULEUR, tout, excel: false });
}

const SANS_PREUVE = { nom: null, porteurFinessEj: null, niveauPreuve: null };

describe('tableau du terminal', () => {
  test.each([
    ['indicateurs-100.txt', rendre(100)],
    ['indicateurs-100-tout.txt', rendre(100, {}, true)],
    ['indicateurs-80.txt', rendre(80)],
    ['indicateurs-60.txt', rendre(60)],
    ['indicateurs-sans-niveau-de-preuve.txt', rendre(100, { grappe: SANS_PREUVE })],
  ])('%s', async (fichier, texte) => {
    await expect(texte).toMatchFileSnapshot(`attendus/${fichier}`);
  });

  test('aucune ligne ne dépasse la largeur, de 60 à 160 colonnes', () => {
    for (let largeur = 60; largeur <= 160; largeur++) {
      for (const ligne of rendre(largeur, {}, true).split('\n')) {
        expect([...ligne].length, `${largeur} : ${ligne}`).toBeLessThanOrEqual(largeur);
      }
    }
  });

  test('aucune espace insécable ni en fin de ligne', () => {
    expect(rendre(80)).not.toMatch(/\u00a0| \n/);
  });

  test('T3 : 8 996 / 10 000 se lit 89,9', () => {
    const resultats = rapportExemple().resultats.map((r) =>
      r.niveau === 'grappe' && r.indicateur === 'projets'
        ? {
            ...r,
            etat: 'non_atteint' as const,
            numerateur: 8996,
            denominateur: 10_000,
            taux: 89.96,
            borneBasse: 89.96,
            borneHaute: 89.96,
          }
        : r,
    );
    expect(rendre(100, { resultats })).toMatch(/ENSEMBLE.* 89,9 ✗/);
  });

  test('D4 : un résultat provisoire est dit dans le verdict et dans ce qui manque', () => {
    const resultats = rapportExemple().resultats.map((r) => ({ ...r, provisoire: true }));
    const texte = rendre(100, { resultats }).replace(/\s+/g, ' ');
    expect(texte).toContain('NON ATTEINT (PROVISOIRE, non probant)');
    expect(texte).toContain(
      "Provisoire : 7 ESSMS (EHPAD Mon Repos, SAD Val d'Allier et 5 autres), mesurés avant le 30/09/2025",
    );
  });

  test('A6 : un seul niveau décide quand la convention le dit', () => {
    const grappe = { ...SANS_PREUVE, niveauPreuve: 'essms' as const };
    expect(rendre(100, { grappe }).split('\n')[1]).toBe(
      'NON ATTEINT : 3 ESSMS sur 7 aux cibles ; incertaines : actifs 1, projets 1, agenda 1 ; manquées :',
    );
  });

  test('A6 : aucun niveau élu et des niveaux en désaccord ne font pas de verdict', () => {
    const resultats = rapportExemple().resultats.map((r) =>
      r.niveau === 'grappe' ? { ...r, etat: 'atteint' as const } : r,
    );
    const texte = rendre(100, { grappe: SANS_PREUVE, resultats });
    expect(texte).toContain('PAS DE VERDICT : la convention ne dit pas quel niveau fait foi');
    expect(texte).toContain('  Grappe ATTEINT : 5 cibles sûres.');
    expect(texte).toContain('  OG     NON ATTEINT');
  });

  test('un libellé ne pilote pas le terminal', () => {
    const resultats = rapportExemple().resultats.map((r) => ({ ...r, libelle: '\u001b[2JEHPAD\r\n\u202eX' }));
    expect(rendre(100, { resultats })).not.toSatisfy((texte: string) =>
      ['\u001b', '\r', '\u202e'].some((c) => texte.includes(c)),
    );
  });

  test('deux libellés identiques se distinguent par leur FINESS', () => {
    const resultats = rapportExemple().resultats.map((r) => ({ ...r, libelle: 'EHPAD' }));
    expect(rendre(100, { resultats }, true)).toContain('630781243 EHPAD');
  });

  test('les couleurs ne changent ni le texte ni sa mise en page', () => {
    const teinte = (texte: string): string => `\u001b[31m${texte}\u001b[39m`;
    const palette: Palette = { bon: teinte, mauvais: teinte, doute: teinte, discret: teinte, fort: teinte };
    const colore = rendreTable(rapportExemple(), { largeur: 100, palette, tout: false, excel: false });
    expect(colore).toContain('\u001b[31m');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: ce sont les couleurs qu'on ôte
    expect(colore.replace(/\u001b\[\d+m/g, '').replace(/ +$/gm, '')).toBe(rendre(100));
  });
});
