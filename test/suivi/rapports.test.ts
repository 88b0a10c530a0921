import { describe, expect, test } from 'vitest';
import type { ReglagesPreuve, ReleveRecu } from '../../src/domaine/suivi.ts';
import { type Palette, SANS_COULEUR } from '../../src/rapports/presentation.ts';
import { rendre as rendreCsv } from '../../src/rapports/suivi/csv.ts';
import { direManque } from '../../src/rapports/suivi/manque.ts';
import { rendre as rendreMarkdown } from '../../src/rapports/suivi/markdown.ts';
import { rendre as rendreTable } from '../../src/rapports/suivi/table.ts';
import { rapportDe, relevesExemple } from './exemple.ts';
import { type Etats, fabriquer, recevoir, serieDmp, suite } from './fabrique.ts';

interface Choix {
  readonly largeur?: number;
  readonly tout?: boolean;
  readonly palette?: Palette;
  readonly reglages?: Partial<ReglagesPreuve>;
}

function table(recus: readonly ReleveRecu[], choix: Choix = {}): string {
  const { largeur = 100, tout = false, palette = SANS_COULEUR, reglages = {} } = choix;
  return rendreTable(rapportDe(recus, reglages), { largeur, palette, tout, excel: false });
}

/** Un relevé altéré, un mois sans relevé, et aucun niveau dit. */
const ABIMES = [
  recevoir(fabriquer('2025-06', { niveauPreuve: null })),
  recevoir(fabriquer('2025-08', { niveauPreuve: null, provisoire: true })),
  recevoir(fabriquer('2025-09', { niveauPreuve: null }), { intact: false }),
];

describe('le tableau du terminal', () => {
  test.each<[string, string]>([
    ['suivi-100.txt', table(relevesExemple())],
    ['suivi-60.txt', table(relevesExemple(), { largeur: 60 })],
    ['suivi-100-tout.txt', table(relevesExemple(), { tout: true })],
    ['suivi-100-dernier-atteint.txt', table(relevesExemple(), { reglages: { lecture: 'dernier_atteint' } })],
    ['suivi-100-abime.txt', table(ABIMES)],
    ['suivi-60-abime.txt', table(ABIMES, { largeur: 60 })],
    ['suivi-100-preuve-faite.txt', table(suite('atteint', 'atteint', 'atteint'))],
  ])('%s', async (fichier, texte) => {
    await expect(texte).toMatchFileSnapshot(`attendus/${fichier}`);
  });

  test('aucune ligne ne dépasse la largeur, de 60 à 160 colonnes, ni ne finit par une espace', () => {
    const dixMois = suite(...Array<Etats>(10).fill('incertain'));
    for (let largeur = 60; largeur <= 160; largeur++) {
      for (const recus of [relevesExemple(), ABIMES, dixMois]) {
        const texte = table(recus, { largeur, tout: true });
        expect(texte).not.toMatch(/\u00a0| \n/);
        for (const ligne of texte.split('\n')) {
          expect([...ligne].length, `${largeur} : ${ligne}`).toBeLessThanOrEqual(largeur);
        }
      }
    }
  });

  test('faute de place, les mois les plus anciens se taisent, jamais les trois derniers', () => {
    const dixMois = suite(...Array<Etats>(10).fill('incertain'));
    const entete = (largeur: number) =>
      table(dixMois, { largeur })
        .split('\n')
        .find((ligne) => ligne.includes('ENSEMBLE'));
    expect(entete(60)).toMatch(/ENSEMBLE +cible +août +sept\. +oct\. +série/);
    expect(entete(160)).toContain('janv.');
  });

  test('les couleurs ne changent ni le texte ni sa mise en page', () => {
    const teinte = (texte: string): string => `\u001b[31m${texte}\u001b[39m`;
    const palette: Palette = { bon: teinte, mauvais: teinte, doute: teinte, discret: teinte, fort: teinte };
    const colore = table(relevesExemple(), { palette });
    expect(colore).toContain('\u001b[31m');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: ce sont les couleurs qu'on ôte
    expect(colore.replace(/\u001b\[\d+m/g, '').replace(/ +$/gm, '')).toBe(table(relevesExemple()));
  });

  test('un libellé, un nom de grappe ou de fichier ne pilote pas le terminal', () => {
    const nom = '\u001b[2JEHPAD\r\n\u202eX';
    const releve = fabriquer('2025-09', { nom, essms: [{ id: '630991016', nom, etats: 'non_atteint' }] });
    const double = fabriquer('2025-09', { nom, regles: 'cd'.repeat(32) });
    const texte = table([
      recevoir(releve, { fichier: '\u001b[2Ja.json' }),
      recevoir(double, { fichier: '\u001b[2Jb.json' }),
    ]);
    for (const signe of ['\u001b', '\r', '\u202e']) expect(texte).not.toContain(signe);
  });
});

describe('le verdict', () => {
  const verdict = (recus: readonly ReleveRecu[], reglages?: Partial<ReglagesPreuve>): string =>
    table(recus, { largeur: 200, ...(reglages && { reglages }) })
      .split('\n')
      .find((ligne) => /PREUVE|VERDICT/.test(ligne)) ?? '';

  test('la preuve faite, ou non, en une phrase', () => {
    expect(verdict(relevesExemple())).toBe(
      'PREUVE NON FAITE (EN PARTIE DÉCLARÉE, non calculée) : 3 séries sur 5. Au plus tôt le 31/12/2025.',
    );
    expect(verdict(suite('atteint', 'atteint', 'atteint'))).toBe('PREUVE FAITE : 5 séries sur 5.');
  });

  test('plus tôt si l’on corrige : la date, ou dès maintenant', () => {
    expect(verdict(suite('atteint', 'atteint', { dmp: 'incertain' }))).toBe(
      'PREUVE NON FAITE : 4 séries sur 5. Au plus tôt le 30/06/2025, ou dès maintenant si ce qui manque ou reste incertain est corrigé.',
    );
    expect(verdict(suite('non_atteint', 'atteint', { dmp: 'incertain' }))).toContain(
      'Au plus tôt le 30/06/2025, ou le 30/04/2025 si',
    );
  });

  test('A6 sans niveau dit, les trois ; s’ils ne s’accordent pas, aucun verdict', () => {
    const recus = (essms: Etats) =>
      ['2025-07', '2025-08', '2025-09'].map((mois) =>
        recevoir(fabriquer(mois, { niveauPreuve: null, essms: [{ id: '630991016', etats: essms }] })),
      );
    expect(verdict(recus('atteint'))).toBe(
      'PREUVE FAITE aux trois niveaux ; la convention ne dit pas quel niveau fait foi (grappe.niveau_preuve).',
    );
    const partages = table(recus('non_atteint'));
    expect(partages).toContain('PAS DE VERDICT ; la convention ne dit pas');
    expect(partages).toContain('  Grappe FAITE : 5 séries sur 5.');
    expect(partages).toContain(
      '  ESSMS  NON FAITE : 0 ESSMS sur 1 a ses cinq séries. Au plus tôt le 31/12/2025.',
    );
  });

  test('A6 le niveau qui fait foi décide, même s’il n’est pas montré', () => {
    const recus = relevesExemple([
      { niveauPreuve: 'essms' },
      { niveauPreuve: 'essms' },
      { niveauPreuve: 'essms' },
    ]);
    const rapport = { ...rapportDe(recus), niveaux: ['grappe'] as const };
    const texte = rendreTable(rapport, { largeur: 100, palette: SANS_COULEUR, tout: false, excel: false });
    expect(texte).toContain(': 2 ESSMS sur 7 ont leurs cinq séries.');
    expect(texte).not.toContain('SAD Val');
  });

  test('ce qui empêche de lire une preuve faite comme entière est dans la phrase', () => {
    const trois = (dernier: Parameters<typeof fabriquer>[1]) => [
      ...suite('atteint', 'atteint'),
      recevoir(fabriquer('2025-03', dernier)),
    ];
    expect(verdict(trois({ definitions: { dossier_actif: 'ouvert' } }))).toContain('(DÉFINITIONS MÊLÉES)');
    expect(verdict(trois({ cibleDmp: 20 }))).toContain('(CIBLES MÊLÉES)');
    expect(verdict(trois({ essms: [{ id: '630991016' }, { id: '630991024' }] }))).toContain(
      '(PÉRIMÈTRE CHANGÉ)',
    );
  });

  test('aucun relevé intact : rien à prouver, et c’est dit', () => {
    const altere = recevoir(fabriquer('2025-09'), { intact: false });
    expect(verdict([altere])).toBe('PREUVE NON FAITE aux trois niveaux ; aucun relevé intact.');
    expect(table([altere])).toContain('Grappe inconnue : aucun relevé intact');
  });
});

describe('ce qui manque', () => {
  const dire = (...etats: readonly (Etats | null)[]): string =>
    direManque(serieDmp(suite(...etats))).replaceAll('\u00a0', ' ');

  test.each<[string, readonly (Etats | null)[]]>([
    ['–', ['atteint', 'atteint', 'atteint']],
    ['50 DMP', ['atteint', 'atteint', { dmp: 'non_atteint' }]],
    ['tenir 1 mois', ['non_atteint', 'atteint', 'atteint']],
    ['tenir 2 mois, ou févr. : fournir le relevé', ['atteint', null, 'atteint']],
    ['tenir 2 mois, ou janv. et févr. : non évaluable', ['non_evaluable', 'non_evaluable', 'atteint']],
    ['non évaluable', ['non_atteint', 'non_atteint', 'non_evaluable']],
    ['tenir 2 mois', ['atteint', 'non_atteint', 'atteint']],
  ])('« %s »', (attendu, etats) => {
    expect(dire(...etats)).toBe(attendu);
  });
});

describe('les autres formats', () => {
  test('markdown', async () => {
    await expect(rendreMarkdown(rapportDe(relevesExemple()))).toMatchFileSnapshot('attendus/suivi.md.txt');
  });

  test('csv : une rangée par niveau, identifiant, indicateur et mois', async () => {
    const texte = rendreCsv(rapportDe(relevesExemple()), { excel: false });
    expect(texte.trim().split('\n')).toHaveLength(1 + (1 + 2 + 8) * 5 * 3);
    const grappe = texte.split('\n').filter((ligne) => /^(niveau|grappe);/.test(ligne));
    await expect(`${grappe.join('\n')}\n`).toMatchFileSnapshot('attendus/suivi-grappe.csv');
  });
});
