import { describe, expect, test } from 'vitest';
import { LARGEUR_PAR_DEFAUT, largeurUtile } from '../../src/terminal/largeur.ts';
import { aCouleur, creerPalette } from '../../src/terminal/palette.ts';
import { creerProgression } from '../../src/terminal/progression.ts';

describe('largeur', () => {
  test('celle du terminal, à défaut COLUMNS, à défaut 100', () => {
    expect(largeurUtile(72, '200')).toBe(72);
    expect(largeurUtile(undefined, '200')).toBe(200);
    expect(largeurUtile(0, undefined)).toBe(LARGEUR_PAR_DEFAUT);
    expect(largeurUtile(undefined, '-3')).toBe(LARGEUR_PAR_DEFAUT);
  });
});

describe('couleurs', () => {
  test.each([
    [true, { sansCouleur: false, estTerminal: true, noColor: undefined }],
    [true, { sansCouleur: false, estTerminal: true, noColor: '' }],
    [false, { sansCouleur: false, estTerminal: true, noColor: '1' }],
    [false, { sansCouleur: true, estTerminal: true, noColor: undefined }],
    [false, { sansCouleur: false, estTerminal: false, noColor: undefined }],
  ])('%s : %o', (attendu, demande) => {
    expect(aCouleur(demande)).toBe(attendu);
  });

  test('sans couleur, le texte est tel quel', () => {
    expect(creerPalette(false).mauvais('x')).toBe('x');
    expect(creerPalette(true).mauvais('x')).toBe('\u001b[31mx\u001b[39m');
  });
});

describe('progression', () => {
  function essayer(estTerminal: boolean, voulue: boolean): string {
    const ecrits: string[] = [];
    const flux = { write: (texte: string) => void ecrits.push(texte), estTerminal, colonnes: 20 };
    const progression = creerProgression(flux, voulue);
    progression.montrer({ etape: 'Lecture', fraction: null });
    progression.montrer({ etape: 'Lecture', fraction: 0.499 });
    progression.montrer({ etape: 'Lecture', fraction: 0.4999 });
    progression.montrer({ etape: 'a\u001bb', fraction: 0 });
    progression.montrer({ etape: 'Un nom qui dépasse la largeur', fraction: 1 });
    progression.effacer();
    return ecrits.join('').replaceAll('\r\u001b[2K', '|');
  }

  test('réécrit une seule ligne, plus courte que le terminal, puis l’efface', () => {
    expect(essayer(true, true)).toBe('|Lecture…|Lecture 49 %|a\ufffdb 0 %|Un nom qui dépasse |');
  });

  test('rien hors d’un terminal, rien avec --silencieux', () => {
    expect(essayer(false, true) + essayer(true, false)).toBe('');
  });
});
