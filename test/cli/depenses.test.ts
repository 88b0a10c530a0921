import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { lancer } from './faux-contexte.ts';
import { sansSources, validerJson } from './sorties.ts';

const ACQUISITION = join(import.meta.dirname, '../../fixtures/financement/acquisition');
const AU = ['--annee', '2022', '--date-reference', '2023-03-01'] as const;

describe('esms depenses', () => {
  test('le tableau : postes, OG, ESSMS, et ce qui est mis à part ; code 1', async () => {
    const { code, sortie, erreur } = await lancer(['depenses', ACQUISITION, ...AU]);
    expect(code).toBe(1);
    await expect(sansSources(sortie)).toMatchFileSnapshot('attendus/depenses.txt');
    expect(erreur).toContain('depenses.csv:10:numero_facture erreur depense.facture_en_double');
    expect(erreur).toContain('depenses.csv:11:numero_facture avertissement depense.facture_en_double');
    expect(erreur).toContain('depenses.csv:12:date erreur depense.hors_projet');
    expect(erreur).toContain('depenses.csv:14:poste erreur depense.poste_non_eligible « equipement »');
    expect(erreur).toContain('depenses.csv:15:finess_ej erreur depense.og_inconnu « 750712184 »');
  });

  test('le document à joindre, en Markdown', async () => {
    const { sortie } = await lancer(['depenses', ACQUISITION, ...AU, '--format', 'markdown']);
    await expect(sansSources(sortie)).toMatchFileSnapshot('attendus/depenses.md.txt');
  });

  test('le CSV des postes, et celui des dépenses', async () => {
    const postes = await lancer(['depenses', ACQUISITION, ...AU, '--format', 'csv']);
    expect(postes.sortie).toContain(
      'grappe;grappe;;Grappe Limagne;total;non;574700;0;74800.5;38400;461499.5;0',
    );
    const detail = await lancer(['depenses', ACQUISITION, ...AU, '--format', 'csv', '--detail']);
    expect(detail.sortie.split('\n')).toHaveLength(16);
    expect(detail.sortie).toContain(
      'depenses.csv;7;2022-11-05;InfoPlus;Avoir sur tablettes;equipement;-999.99;',
    );
  });

  test('le JSON suit le schéma publié', async () => {
    await validerJson('etat_depenses', ['depenses', ACQUISITION, ...AU]);
  });

  test('--detail sans CSV : code 2', async () => {
    const { code, erreur } = await lancer(['depenses', ACQUISITION, '--detail']);
    expect({ code, erreur }).toEqual({ code: 2, erreur: 'esms : --detail va avec --format csv.\n' });
  });
});

describe('le document HTML', () => {
  test('se suffit : français, sans réseau ni script, sa seule feuille de style permise', async () => {
    const { sortie } = await lancer(['depenses', ACQUISITION, ...AU, '--format', 'html']);
    expect(sortie).toMatch(/^<!doctype html>\n<html lang="fr">/);
    expect(sortie).toMatch(/Content-Security-Policy" content="default-src 'none'; style-src 'sha256-[^']+='/);
    expect(sortie).not.toMatch(/<script|https?:|@import|url\(|\bstyle="|\bon\w+="/i);
    expect(sortie).toContain('@page { size: A4');
    expect(await lancer(['depenses', ACQUISITION, ...AU, '--format', 'html'])).toMatchObject({ sortie });
  });
});

/** Un dépôt copié de la fixture, avec ses propres dépenses. */
describe('dépenses mal écrites', () => {
  let dossier = '';
  afterEach(() => rmSync(dossier, { recursive: true, force: true }));

  function copier(depenses: string | null): string {
    dossier = mkdtempSync(join(tmpdir(), 'esms-depenses-'));
    cpSync(ACQUISITION, dossier, { recursive: true });
    if (depenses === null) rmSync(join(dossier, 'depenses.csv'));
    else writeFileSync(join(dossier, 'depenses.csv'), depenses);
    return dossier;
  }
  const avec = (montant: string, poste = 'logiciel', objet = '') =>
    copier(
      `date;fournisseur;objet;poste;montant_ttc;numero_facture;finess_et\n2022-09-01;Alvéole;${objet};${poste};${montant};F1;630993004\n`,
    );
  const lire = async (montant: string) => {
    const { sortie } = await lancer(['depenses', avec(montant), ...AU, '--format', 'json', '--silencieux']);
    return (JSON.parse(sortie) as { readonly lues: number; readonly depenses: readonly unknown[] }).lues;
  };

  test.each([
    ['1 234,56', 1234.56],
    ['1\u00a0234\u202f567,8', 1_234_567.8],
    ['1234.5 €', 1234.5],
    ['-120', -120],
    ['\u2212 3,05 EUR', -3.05],
    ['0,1', 0.1],
    ['999 999 999,99', 999_999_999.99],
  ])('« %s » se lit %d', async (ecrit, attendu) => {
    expect(await lire(ecrit)).toBe(attendu);
  });

  test.each([
    '1,234',
    '12,345',
    '1.234,56',
    '1 23,4',
    '12 €50',
    '1e3',
    '(12,00)',
    '1 000 000 000',
    'douze',
    '--5',
  ])('« %s » est rejeté, avec sa ligne et un conseil', async (ecrit) => {
    const { code, sortie, erreur } = await lancer(['depenses', avec(ecrit), ...AU]);
    expect(code).toBe(1);
    expect(erreur).toContain(`depenses.csv:2:montant_ttc erreur champ.montant_invalide « ${ecrit} »`);
    expect(erreur).toMatch(/aide : écrivez le montant TTC en euros/);
    expect(sortie).toContain('0 dépense lue');
    expect(sortie).toMatch(/17 lignes = 16 retenues \+ 1\s+rejetées/);
  });

  test('un poste inconnu est rejeté, un poste ambigu dit pourquoi', async () => {
    const { erreur } = await lancer(['depenses', avec('10', 'restauration'), ...AU]);
    expect(erreur).toContain('depenses.csv:2:poste erreur champ.code_inconnu « restauration »');
    rmSync(dossier, { recursive: true });
    expect((await lancer(['depenses', avec('10', 'AMOA'), ...AU])).erreur).toContain(
      'marché public ou conduite de projet : deux forfaits',
    );
  });

  test('un ESSMS d’une autre grappe est écarté, et compté', async () => {
    const depenses = `date;fournisseur;poste;montant_ttc;finess_et\n2022-09-01;A;logiciel;10;630781227\n2022-09-01;A;logiciel;20;\n`;
    const { sortie, erreur } = await lancer(['depenses', copier(depenses), ...AU]);
    expect(erreur).toContain('depenses.csv:2:finess_et avertissement perimetre.essms_inconnu « 630781227 »');
    expect(erreur).toContain('depenses.csv:3:finess_et avertissement depense.sans_rattachement');
    expect(sortie).toMatch(/18 lignes = 17 retenues \+ 0\s+rejetées \+ 1\s+écartées/);
  });

  test('sans table depenses : code 2, et ce qu’il faut faire', async () => {
    const { code, sortie, erreur } = await lancer(['depenses', copier(null), ...AU]);
    expect({ code, sortie }).toEqual({ code: 2, sortie: '' });
    expect(erreur).toContain('depenses.csv erreur depot.table_absente');
    expect(erreur).toContain('esms schema depenses');
  });

  test('ce qui vient d’un fichier est échappé dans le HTML et le Markdown', async () => {
    const piege = '<img src=x onerror=alert(1)>|`x`';
    const html = await lancer(['depenses', avec('10', 'logiciel', piege), ...AU, '--format', 'html']);
    expect(html.sortie).toContain('&lt;img src=x onerror=alert(1)&gt;|`x`');
    expect(html.sortie).not.toContain('<img');
    rmSync(dossier, { recursive: true });
    const markdown = await lancer(['depenses', avec('10', 'logiciel', piege), ...AU, '--format', 'markdown']);
    expect(markdown.sortie).toContain('\\<img src=x onerror=alert(1)\\>\\|\\`x\\`');
  });

  test('une formule ne s’exécute pas dans un tableur', async () => {
    const appel = ['depenses', avec('10', 'logiciel', '=1+1'), ...AU, '--format', 'csv', '--detail'];
    expect((await lancer(appel)).sortie).toContain(";'=1+1;");
  });
});
