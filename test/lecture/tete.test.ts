import { describe, expect, it } from 'vitest';
import { lireTeteCsv } from '../../src/lecture/tete.ts';

function lire(texte: string, options: Partial<Parameters<typeof lireTeteCsv>[1]> = {}) {
  return lireTeteCsv(texte, {
    separateur: ';',
    guillemets: true,
    preambule: 0,
    complete: true,
    lignes: 1000,
    ...options,
  });
}

describe('tête de fichier', () => {
  it('en-têtes et premières lignes, quelle que soit la fin de ligne', () => {
    for (const fin of ['\n', '\r\n', '\r']) {
      expect(lire(['a;b', '1;2', '3;4'].join(fin))).toMatchObject({
        entetes: ['a', 'b'],
        lignes: [
          ['1', '2'],
          ['3', '4'],
        ],
      });
    }
  });

  it('les en-têtes perdent guillemets, espaces insécables et fins de ligne', () => {
    expect(lire('"N°\u00a0dossier";"Date\nd’entrée" ; b"\n').entetes).toEqual([
      'N° dossier',
      'Date d’entrée',
      'b',
    ]);
  });

  it('les lignes blanches, avant ou après l’en-tête, n’en sont pas', () => {
    const { entetes, lignes } = lire('\n;\na;b\n;\n1;2\n');
    expect([entetes, lignes]).toEqual([['a', 'b'], [['1', '2']]]);
  });

  it('un titre au-dessus de l’en-tête se saute en lignes physiques', () => {
    const { entetes } = lire('Titre "foyer\r\nÉdité le 02/10;x\ra;b\n1;2\n', { preambule: 2 });
    expect(entetes).toEqual(['a', 'b']);
  });

  it('plus de titres que de lignes : aucun en-tête', () => {
    expect(lire('a;b\n', { preambule: 3 }).entetes).toEqual([]);
  });

  it('une tête coupée perd sa dernière ligne, peut-être incomplète', () => {
    expect(lire('a;b\n1;2\n3', { complete: false }).lignes).toEqual([['1', '2']]);
    expect(lire('a;b\n1;2\n3', { complete: true }).lignes).toEqual([['1', '2'], ['3']]);
  });

  it('sans guillemets, ils sont des caractères', () => {
    expect(lire('a;b\n1;"x\n2;y"\n', { guillemets: false }).lignes).toEqual([
      ['1', '"x'],
      ['2', 'y"'],
    ]);
  });
});

describe('séparateur en fin de ligne', () => {
  it('des lignes seulement : une colonne vide de plus', () => {
    expect(lire('a;b\n1;2;\n3;4;\n').entetes).toEqual(['a', 'b', '']);
  });

  it('de l’en-tête seulement : la colonne vide n’en est pas une', () => {
    expect(lire('a;b;\n1;2\n3;4\n').entetes).toEqual(['a', 'b']);
  });

  it('de l’en-tête et des lignes : la colonne vide reste', () => {
    expect(lire('a;b;\n1;2;\n').entetes).toEqual(['a', 'b', '']);
  });

  it('de quelques lignes : ce sont des colonnes en trop', () => {
    expect(lire('a;b\n1;2;\n3;4\n').entetes).toEqual(['a', 'b']);
  });

  it('une valeur au-delà de l’en-tête n’est pas un séparateur final', () => {
    expect(lire('a;b\n1;2;x\n3;4;\n').entetes).toEqual(['a', 'b']);
  });
});
