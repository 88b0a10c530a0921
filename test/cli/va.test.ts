import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { depot, EJ, ET } from '../outils/depot.ts';
import { lancer } from './faux-contexte.ts';
import { sansSources, validerJson } from './sorties.ts';

const RACINE = join(import.meta.dirname, '../..');
const DEMO = join(RACINE, 'fixtures/demo');
const DATE = ['--date-reference', '2025-10-05'];
const VA = ['va', DEMO, '--mois', '2025-09', ...DATE];
const VSR = ['vsr', DEMO, '--mois', '2025-09', ...DATE];

const sansRegles = (texte: string) => texte.replace(/Règles [0-9a-f]{64}/g, 'Règles …');

/** Un ESSMS qui remplit tout, aux noms choisis. */
const rempli = (nom = 'EHPAD', champs = {}) =>
  depot()
    .essms(ET, {
      raison_sociale: nom,
      logiciel: nom,
      type_projet: 'acquisition',
      deploiement_termine: 'oui',
      formations_terminees: 'oui',
      ...champs,
    })
    .effectif()
    .actif('A')
    .projet()
    .evenement()
    .alimentation({ ins_qualifiee: 'oui' })
    .message({ id_dossier: 'A', destinataire: 'professionnel' })
    .message({ id_dossier: 'A', destinataire: 'usager' });

describe('esms va', () => {
  test('le tableau, sur la démonstration : code 1', async () => {
    const { code, sortie } = await lancer(VA);
    expect(code).toBe(1);
    await expect(sansSources(sortie)).toMatchFileSnapshot('attendus/va.txt');
  });

  test('le brouillon de PV, en Markdown', async () => {
    const { sortie } = await lancer([...VA, '--format', 'markdown']);
    await expect(sansRegles(sortie)).toMatchFileSnapshot('attendus/va.md.txt');
  });

  test('tout est rempli : code 0', async () => {
    const { code, sortie } = await lancer(['va', rempli().ecrire(), '--mois', '2025-09', ...DATE]);
    expect({ code, verdict: sortie.split('\n')[1] }).toEqual({
      code: 0,
      verdict: 'REMPLI : 1 ESSMS sur 1 remplit toutes les conditions.',
    });
  });

  test.each([
    ['non remplie', { formations_terminees: 'non' }],
    ['inconnue', { formations_terminees: '' }],
  ])('une condition %s : code 1', async (_, champs) => {
    const argv = ['va', rempli('EHPAD', champs).ecrire(), '--mois', '2025-09', ...DATE];
    expect((await lancer(argv)).code).toBe(1);
  });

  test('le JSON suit le schéma publié', async () => {
    await validerJson('va', VA);
    const { sortie } = await lancer([...VA, '--format', 'json']);
    expect(JSON.parse(sortie)).toMatchObject({
      schema: 'esms/va@1',
      etat: 'non_remplie',
      og: [{ finess_ej: '030990014', etat: 'remplie', obligation: 'recommandee' }, {}, {}],
    });
  });

  test('le CSV : une ligne par ESSMS et par condition', async () => {
    const { sortie } = await lancer([...VA, '--format', 'csv', '--excel']);
    expect(sortie.trimEnd().split('\n')).toHaveLength(1 + 16 * 4);
    expect(sortie).toContain(
      'va;630990026;630992055;EHPAD Les Jonquilles;acquisition;recommandee;V4;declare;non_remplie;deploiement_termine formations_terminees;;2025-09;2025-10-05',
    );
  });

  test('le programme lui-même', () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(RACINE, 'bin/esms.js'), ...VA, '--silencieux'],
      { encoding: 'utf8', env: { PATH: process.env.PATH, XDG_DATA_HOME: tmpdir() } },
    );
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).toMatch(/^Vérification d'aptitude \(VA\) {3}Grappe Limagne/);
  });
});

describe('esms vsr', () => {
  test('le tableau, avec les cibles que le solde demande : code 1', async () => {
    const { code, sortie } = await lancer([...VSR, '--bugs-corriges']);
    expect(code).toBe(1);
    await expect(sansSources(sortie)).toMatchFileSnapshot('attendus/vsr.txt');
  });

  test('le brouillon de PV, en Markdown', async () => {
    const { sortie } = await lancer([...VSR, '--format', 'markdown']);
    await expect(sansRegles(sortie)).toMatchFileSnapshot('attendus/vsr.md.txt');
  });

  test('sans mois, seul ce qui est déclaré se lit', async () => {
    const { code, sortie } = await lancer(['vsr', DEMO, ...DATE, '--bugs-corriges']);
    expect(code).toBe(1);
    expect(sortie).toContain('aucun mois mesuré (--mois)');
    expect(sortie).toContain('Tous : V1, V2 et V3 inconnues : aucun mois mesuré (--mois AAAA-MM)');
    await validerJson('vsr', ['vsr', DEMO, ...DATE]);
    await validerJson('vsr', VSR);
  });

  test('tout est rempli, et les bugs déclarés corrigés : code 0 ; sinon 1', async () => {
    const argv = ['vsr', rempli().ecrire(), '--mois', '2025-09', ...DATE];
    expect((await lancer([...argv, '--bugs-corriges'])).code).toBe(0);
    const { code, sortie } = await lancer(argv);
    expect(code).toBe(1);
    expect(sortie).toContain('correction des bugs non déclarée (--bugs-corriges)');
  });

  test('une cible manquée n’est pas une condition de la VSR', async () => {
    const sansAgenda = rempli().actif('B').actif('C').effectif({ mois: '2025-08' }).ecrire();
    const { code, sortie } = await lancer([
      ...['vsr', sansAgenda, '--mois', '2025-09', ...DATE],
      '--bugs-corriges',
    ]);
    expect(code).toBe(0);
    expect(sortie).toMatch(/Cibles d'usage, que le solde demande avec la VSR : .*projets 33,3 ✗/);
  });

  test('la date se déduit de la convention, et se dit telle', async () => {
    const { sortie } = await lancer(['vsr', DEMO, ...DATE]);
    expect(sortie.replace(/\n +/g, ' ')).toContain(
      "Moment : environ 18 mois après le contrat avec l'éditeur. Déduit de la convention du 15/01/2024, qui le précède : pas avant environ le 15/07/2025.",
    );
    const sans = await lancer(['vsr', rempli().ecrire(), ...DATE]);
    expect(sans.sortie.replace(/\n +/g, ' ')).toContain("dont la date n'est pas dans le dépôt");
  });
});

describe('le brouillon de PV', () => {
  test.each(['va', 'vsr'])(
    '%s : une page qui se suffit, en français, sans réseau ni script',
    async (acte) => {
      const argv = [acte, DEMO, '--mois', '2025-09', ...DATE, '--format', 'html'];
      const { sortie } = await lancer(argv);
      expect(sortie).toMatch(/^<!doctype html>\n<html lang="fr">/);
      expect(sortie).toMatch(
        /Content-Security-Policy" content="default-src 'none'; style-src 'sha256-[^']+='/,
      );
      expect(sortie).not.toMatch(/<script|https?:|@import|url\(|\bstyle="|\bon\w+="/i);
      expect(sortie).toContain('@page { size: A4');
      expect(sortie).toMatch(/<title>BROUILLON : /);
      expect(sortie.match(/<p class="verdict brouillon">BROUILLON préparé au 05\/10\/2025/g)).toHaveLength(3);
      expect(await lancer(argv)).toMatchObject({ sortie });
    },
  );

  test('un par OG, avec ses ESSMS et leur FINESS, la commande, les seuils, le signataire, la date', async () => {
    const { sortie } = await lancer([...VA, '--format', 'html']);
    const pieces = sortie.split('<article class="piece">').slice(1);
    expect(pieces).toHaveLength(3);
    const [premiere = ''] = pieces;
    for (const attendu of [
      'OG 030990014',
      '<td>SAD Val d&#39;Allier</td><td>030991012</td>',
      '<td>Commande ou marché : numéro et date</td><td>______________________ (à compléter)</td>',
      '<td>V4 déploiement et formations terminés</td><td>déclaré</td>',
      '<td>Nom et prénom du signataire</td><td>______________________ (à compléter)</td>',
      '<td>Date</td><td>______________________ (à compléter)</td>',
      'Non lu : le guide pratique SONS',
    ]) {
      expect(premiere).toContain(attendu);
    }
    expect(premiere).not.toContain('630991016');
  });

  test('chaque mention cite un document et un endroit', async () => {
    const { sortie } = await lancer([...VA, '--format', 'markdown']);
    const tableaux = sortie.split('| Mention | Valeur | Source de la demande |\n').slice(1);
    expect(tableaux).toHaveLength(6);
    for (const tableau of tableaux) {
      const [, ...lignes] = (tableau.split('\n\n')[0] ?? '').split('\n');
      for (const ligne of lignes) expect(ligne).toMatch(/(kit SESAN, partie|, diapositive \d+)[^|]* \|$/);
    }
  });

  test('non rempli, il dit de ne pas signer', async () => {
    const argv = [
      'va',
      rempli('EHPAD', { deploiement_termine: 'non' }).ecrire(),
      '--mois',
      '2025-09',
      ...DATE,
    ];
    const { sortie } = await lancer([...argv, '--format', 'markdown']);
    expect(sortie).toContain("ce PV n'est pas à signer : un seuil au moins n'est pas atteint");
  });

  test('il nomme chaque ESSMS en défaut, sans en abréger la liste', async () => {
    const d = depot();
    const numeros = ['630991016', '630991024', '630991032', '630991040', '630991057', '630991065'];
    for (const [rang, numero] of numeros.entries()) d.essms(numero, { raison_sociale: `ESSMS ${rang}` });
    const argv = ['va', d.ecrire(), '--mois', '2025-09', ...DATE];
    const { sortie } = await lancer([...argv, '--format', 'markdown']);
    expect(sortie).toMatch(/- Tous : V4 inconnue, non déclaré : déploiement, formations/);
    expect((await lancer(argv)).sortie).toMatch(/Tous : V4 inconnue/);
  });

  test('ce qui vient d’un fichier est échappé', async () => {
    const piege = '<img src=x onerror=alert(1)>|`x`';
    const dossier = rempli(piege)
      .config({ grappe: { nom: piege, porteur_finess_ej: EJ } })
      .ecrire();
    const argv = ['va', dossier, '--mois', '2025-09', ...DATE];
    const { sortie: html } = await lancer([...argv, '--format', 'html']);
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;|`x`');
    expect(html).not.toContain('<img');
    const { sortie: markdown } = await lancer([...argv, '--format', 'markdown']);
    expect(markdown).toContain('\\<img src=x onerror=alert(1)\\>\\|\\`x\\`');
    expect(markdown).not.toMatch(/[^\\]<img/);
    const { sortie: table } = await lancer(argv);
    expect(table).not.toContain('\u001b');
  });

  test('aucun identifiant de personne', async () => {
    const dossier = rempli()
      .actif('DUPONT')
      .evenement({ id_dossier: 'DUPONT', date_debut: '31/02/2025' })
      .ecrire();
    for (const format of ['table', 'json', 'csv', 'markdown', 'html']) {
      const { sortie, erreur } = await lancer([
        'va',
        dossier,
        '--mois',
        '2025-09',
        ...DATE,
        '--format',
        format,
      ]);
      expect({ format, dit: (sortie + erreur).includes('DUPONT') }).toEqual({ format, dit: false });
    }
  });
});

describe('mauvais appels', () => {
  test.each([
    [['va', DEMO], /il manque --mois AAAA-MM, le mois à mesurer. Exemple : esms va /],
    [['va', DEMO, '--mois', '2025-00'], /n'est pas un mois/],
    [['va', DEMO, '--mois', '2025-09', '--format', 'sarif'], /--format : « sarif » n'est pas permis/],
    [['va', DEMO, '--mois', '2025-09', '--bugs-corriges'], /option inconnue « --bugs-corriges »/],
    [['vsr'], /il manque DEPOT/],
    [['vsr', DEMO, '--format', 'html', '--excel'], /--excel va avec --format csv/],
  ])('%j : code 2', async (argv, message) => {
    const { code, sortie, erreur } = await lancer(argv);
    expect({ code, sortie }).toEqual({ code: 2, sortie: '' });
    expect(erreur).toMatch(message);
  });

  test.each(['va', 'vsr'])('%s : un fichier refusé, code 2', async (acte) => {
    const dossier = mkdtempSync(join(tmpdir(), 'esms-va-'));
    writeFileSync(join(dossier, 'essms.csv'), '');
    const { code, sortie, erreur } = await lancer([acte, dossier, '--mois', '2025-09', ...DATE]);
    expect({ code, sortie }).toEqual({ code: 2, sortie: '' });
    expect(erreur).toMatch(/REFUSÉ : .* aucune VS?R?A?\.\n$/);
  });
});
