import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Analyse,
  Analyseur,
  type Enregistrement,
  LONGUEUR_MAXIMALE,
  type OptionsAnalyse,
} from '../../src/lecture/analyse.ts';
import { couper, coupes, emietter } from '../outils/blocs.ts';

type Options = Partial<Omit<OptionsAnalyse, 'separateur'>> & { readonly separateur?: string };

function analyser(blocs: readonly Buffer[], options: Options = {}): Analyse & { lus: Enregistrement[] } {
  const lus: Enregistrement[] = [];
  const analyseur = new Analyseur({
    guillemets: true,
    ignorees: { debut: 0, fin: 0 },
    colonnes: 3,
    ...options,
    separateur: (options.separateur ?? ';').charCodeAt(0),
    surEnregistrement: (un) => lus.push({ ...un, octets: Buffer.from(un.octets) }),
  });
  for (const bloc of blocs) analyseur.ajouter(bloc);
  return { ...analyseur.fin(), lus };
}

function lire(texte: string, options: Options = {}) {
  return analyser([Buffer.from(texte)], options);
}

/** Ce qu'un test compare d'un enregistrement. */
function resumer({ ligne, octets, rejet, multiligne }: Enregistrement) {
  return { ligne, texte: octets.toString(), rejet, multiligne };
}

/** Un CSV bien formé : ses cellules, ses fins de ligne, et son texte. */
const csv = fc
  .record({
    separateur: fc.constantFrom(';', ',', '\t', '|'),
    fin: fc.constantFrom('\n', '\r\n', '\r'),
    finale: fc.boolean(),
    lignes: fc.array(
      fc.array(fc.string({ unit: fc.constantFrom(...'abé;,"\n\r \t|€'.split(''), '\r\n'), maxLength: 6 }), {
        minLength: 3,
        maxLength: 3,
      }),
      { maxLength: 8 },
    ),
  })
  .map(({ separateur, fin, finale, lignes }) => {
    const citer = (c: string) =>
      c.includes(separateur) || /["\r\n]/.test(c) ? `"${c.replaceAll('"', '""')}"` : c;
    const ecrites = [['c1', 'c2', 'c3'], ...lignes].map((l) => l.map(citer).join(separateur));
    // Les enregistrements faits d'espaces et de séparateurs ne sont pas des lignes lues (E1).
    const pleines = lignes.flatMap((_, i) =>
      [...(ecrites[i + 1] ?? '')].some((c) => ![' ', '\t', separateur].includes(c)) ? [i] : [],
    );
    const avant = (i: number) => ecrites.slice(0, i + 1).join(fin) + fin;
    return {
      separateur,
      texte: ecrites.join(fin) + (finale ? fin : ''),
      lignes,
      attendus: pleines.map((i) => lignes[i] ?? []),
      physiques: pleines.map((i) => avant(i).split(/\r\n|\r|\n/).length),
    };
  });
type Csv = typeof csv extends fc.Arbitrary<infer C> ? C : never;

describe('analyse, contre csv-parse', () => {
  const fidele = ({ separateur, texte, lignes, attendus }: Csv, blocs: Buffer[]) => {
    const lireCsv = (contenu: string | Buffer, fins: string[]): string[][] =>
      parse(contenu, { delimiter: separateur, record_delimiter: fins });
    expect(lireCsv(texte, ['\r\n', '\n', '\r']).slice(1)).toEqual(lignes);
    const { lus, refus, enregistrements, rejets } = analyser(blocs, { separateur });
    expect(lus.flatMap(({ octets }) => lireCsv(octets, ['\0']))).toEqual(attendus);
    expect({ refus, rejets, enregistrements }).toEqual({
      refus: null,
      rejets: 0,
      enregistrements: attendus.length,
    });
  };

  it('rend les mêmes enregistrements, où que les blocs se coupent', () => {
    fc.assert(
      fc.property(csv, coupes, (un, ou) => fidele(un, couper(Buffer.from(un.texte), ou))),
      { numRuns: 1000 },
    );
  });

  it('rend les mêmes enregistrements, octet par octet', () => {
    fc.assert(fc.property(csv, (un) => fidele(un, emietter(Buffer.from(un.texte)))));
  });

  it('dit de chaque enregistrement sa ligne physique, où que les blocs se coupent', () => {
    fc.assert(
      fc.property(csv, coupes, ({ separateur, texte, physiques }, ou) => {
        const { lus } = analyser(couper(Buffer.from(texte), ou), { separateur });
        expect(lus.map(({ ligne }) => ligne)).toEqual(physiques);
      }),
      { numRuns: 1000 },
    );
  });

  it('dit de chaque enregistrement sa ligne physique, octet par octet', () => {
    fc.assert(
      fc.property(csv, ({ separateur, texte, physiques }) => {
        const { lus } = analyser(emietter(Buffer.from(texte)), { separateur });
        expect(lus.map(({ ligne }) => ligne)).toEqual(physiques);
      }),
      { numRuns: 300 },
    );
  });

  it('E4 le refus arrête la lecture au même endroit, que le bloc s’y coupe ou non', () => {
    const tout = Buffer.from('"\r\n"a\na');
    expect(analyser([tout])).toEqual(analyser(emietter(tout)));
    expect(analyser([tout]).enregistrements).toBe(0);
  });

  it('ne dépend pas de la coupe des blocs, quel que soit le texte', () => {
    const texte = fc.string({
      unit: fc.constantFrom('a', ';', '"', '\n', '\r', '\r\n', ' ', '\0', 'é'),
      maxLength: 40,
    });
    fc.assert(
      fc.property(texte, coupes, (contenu, ou) => {
        const tout = Buffer.from(contenu);
        expect(analyser(couper(tout, ou))).toEqual(analyser([tout]));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('guillemets', () => {
  const entete = 'a;b;c\n';

  for (const [quoi, ligne] of [
    ['du texte après un guillemet fermant', '"x"y;2;3'],
    ['un guillemet au milieu d’une valeur', 'x"y;2;3'],
    ['une espace après un guillemet fermant', '1;"x" ;3'],
  ] as const) {
    it(`E1 ${quoi} : la ligne seule est rejetée`, () => {
      const { lus, refus, rejets } = lire(`${entete}${ligne}\n1;2;3\n`);
      expect(lus.map(({ rejet }) => rejet)).toEqual(['G', null]);
      expect({ refus, rejets }).toEqual({ refus: null, rejets: 1 });
    });
  }

  it('guillemets doublés et champ cité vide sont bien formés', () => {
    expect(lire(`${entete}"dit ""oui""";"";3\n`).lus.map(({ rejet }) => rejet)).toEqual([null]);
  });

  it('E4 jamais refermé : refus, avec la ligne où il s’ouvre', () => {
    const { refus } = lire(`${entete}1;2;3\n1;"x;3\n1;2;3\n`);
    expect(refus).toEqual({ motif: 'non_referme', ligne: 3 });
  });

  it('E4 jamais refermé sur la dernière ligne, sans fin de ligne', () => {
    expect(lire(`${entete}1;2;"`).refus).toEqual({ motif: 'non_referme', ligne: 2 });
  });

  it('E4 mal formé et englobant plusieurs lignes : refus', () => {
    expect(lire(`${entete}1;"x\ny"z;3\n1;2;3\n`).refus).toEqual({ motif: 'multiligne', ligne: 2 });
  });

  it('E4 `guillemets: non` : des caractères comme les autres', () => {
    const { lus, refus } = lire(`${entete}1;"x;3\n"y"z;2;3\n`, { guillemets: false });
    expect(lus.map(resumer)).toEqual([
      { ligne: 2, texte: '1;"x;3', rejet: null, multiligne: false },
      { ligne: 3, texte: '"y"z;2;3', rejet: null, multiligne: false },
    ]);
    expect(refus).toBeNull();
  });
});

describe('enregistrements', () => {
  it('un champ sur plusieurs lignes : une ligne lue, à sa première ligne physique', () => {
    const { lus } = lire('a;b;c\n1;"x\r\ny\nz";3\n4;5;6\n');
    expect(lus.map(({ ligne, multiligne }) => [ligne, multiligne])).toEqual([
      [2, true],
      [5, false],
    ]);
  });

  it('le préambule se compte en lignes physiques, ses guillemets ne veulent rien dire', () => {
    const { lus } = lire('Titre "foyer\r\nÉdité le "\r\na;b;c\r\n1;2;3\r\n', {
      ignorees: { debut: 2, fin: 0 },
    });
    expect(lus.map(resumer)).toEqual([{ ligne: 4, texte: '1;2;3', rejet: null, multiligne: false }]);
  });

  it('la fin ignorée se compte en enregistrements, lignes blanches à part', () => {
    const { lus, enregistrements } = lire('a;b;c\n1;2;3\n4;5;6\n\nTotal;2;\n;;\n', {
      ignorees: { debut: 0, fin: 1 },
    });
    expect(lus.map(({ ligne }) => ligne)).toEqual([2, 3]);
    expect(enregistrements).toBe(2);
  });

  it('une fin ignorée plus longue que le fichier ne laisse rien', () => {
    expect(lire('a;b;c\n1;2;3\n', { ignorees: { debut: 0, fin: 5 } }).enregistrements).toBe(0);
  });

  it('une ligne rejetée de la fin ignorée n’est pas un rejet', () => {
    expect(lire('a;b;c\n1;2;3\nx;"y"z;\n', { ignorees: { debut: 0, fin: 1 } }).rejets).toBe(0);
  });

  it('E1 une colonne de trop, un octet nul, une ligne démesurée : rejetées', () => {
    const longue = 'x'.repeat(LONGUEUR_MAXIMALE);
    const { lus } = lire(`a;b;c\n1;2;3;\n1;\0;3\n${longue};2;3\n1;2\n`);
    expect(lus.map(({ rejet }) => rejet)).toEqual(['T', 'N', 'L', null]);
  });

  it('une ligne démesurée tient en mémoire bornée : ses octets sont tronqués', () => {
    const bloc = Buffer.alloc(1 << 20, 'x');
    const { lus } = analyser([Buffer.from('a;b;c\n'), bloc, bloc, bloc, Buffer.from('\n1;2;3\n')]);
    expect(lus.map(({ octets, rejet }) => [octets.length, rejet])).toEqual([
      [LONGUEUR_MAXIMALE, 'L'],
      [5, null],
    ]);
  });

  it('une ligne démesurée dont le début est blanc n’est pas une ligne blanche', () => {
    const blocs = ['a;b;c\n', ' '.repeat(LONGUEUR_MAXIMALE), 'x;2;3', '\n'].map((un) => Buffer.from(un));
    const { lus } = analyser(blocs);
    expect(lus.map(({ rejet }) => rejet)).toEqual(['L']);
  });

  it('dit où commencent les champs, une colonne de trop comprise', () => {
    expect(lire('a;b;c\nun;"d;x";\n1;2;3;4;5\n').lus.map(({ debuts }) => debuts)).toEqual([
      [0, 3, 9],
      [0, 2, 4, 6],
    ]);
  });
});

describe('fichier régulier (DuckDB le lit tel quel)', () => {
  for (const [quoi, texte, reguliere] of [
    ['guillemets bien formés', 'a;b;c\n1;"x;y";3\n', true],
    ['CRLF', 'a;b;c\r\n1;2;3\r\n', true],
    ['un champ sur deux lignes', 'a;b;c\n1;"x\ny";3\n', false],
    ['une ligne rejetée', 'a;b;c\n1;"x"y;3\n', false],
    ['une ligne blanche', 'a;b;c\n\n1;2;3\n', false],
    ['un CR seul', 'a;b;c\r1;2;3\r', false],
    ['un en-tête sur deux lignes', 'a;"b\nb";c\n1;2;3\n', false],
  ] as const) {
    it(`${quoi} : ${reguliere ? 'oui' : 'non'}`, () => {
      expect(lire(texte).reguliere).toBe(reguliere);
    });
  }
});
