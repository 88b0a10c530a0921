import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { depot, ET } from '../outils/depot.ts';
import { lancer } from './faux-contexte.ts';
import { validerJson } from './sorties.ts';

const RACINE = join(import.meta.dirname, '../..');
const DEMO = join(RACINE, 'fixtures/demo');
const APPEL = ['reste-a-faire', DEMO, '--mois', '2025-09', '--date-reference', '2025-10-05'];

const sansRegles = (texte: string) => texte.replace(/Règles [0-9a-f]{12}/, 'Règles …');

/** Un petit dépôt : « SECRET » est inactif, le reste est complet. */
const petit = () =>
  depot()
    .essms(ET, { raison_sociale: 'EHPAD' })
    .actif('FAIT')
    .projet({ id_dossier: 'FAIT' })
    .evenement({ id_dossier: 'FAIT' })
    .alimentation({ id_dossier: 'FAIT' })
    .dossier({ id_dossier: 'SECRET' })
    .dossier({ id_dossier: 'PARTI', date_sortie: '2025-09-20', motif_sortie: 'deces' });

describe('esms reste-a-faire', () => {
  test('le tableau, sur un terminal', async () => {
    const { code, sortie, erreur } = await lancer(APPEL, { terminal: true, env: { NO_COLOR: '1' } });
    // La démonstration a des lignes rejetées.
    expect(code).toBe(1);
    expect(sortie.split('\n')[0]).toMatch(/^DONNÉES PERSONNELLES/);
    expect(erreur).toContain('DONNÉES PERSONNELLES : identifiants de dossier.');
    await expect(sansRegles(sortie)).toMatchFileSnapshot('attendus/reste-a-faire.txt');
  });

  test('le CSV : une ligne par dossier, qui s’ouvre dans Excel', async () => {
    const { sortie } = await lancer([...APPEL, '--montrer-valeurs', '--format', 'csv', '--excel']);
    expect(sortie).toMatch(/^\ufefffiness_et;essms;id_dossier;situation;/);
    const { dossiers } = JSON.parse(
      (await lancer([...APPEL, '--montrer-valeurs', '--format', 'json'])).sortie,
    ) as { dossiers: unknown[] };
    expect(sortie.trimEnd().split('\n')).toHaveLength(dossiers.length + 1);
    expect(sortie).toContain(
      "030991012;SAD Val d'Allier;VDA0023;inactif;oui;oui;oui;oui;projet;dossiers_actifs projets;non;un projet : règle actifs et projets;2025-09;non",
    );
  });

  test('le JSON suit le schéma publié, et dit ce qu’il porte', async () => {
    const argv = [...APPEL, '--montrer-valeurs'];
    await validerJson('reste_a_faire', argv);
    expect(JSON.parse((await lancer([...argv, '--format', 'json'])).sortie)).toMatchObject({
      schema: 'esms/reste-a-faire@1',
      donnees_personnelles: true,
      mois_clos: false,
    });
  });

  test('la longueur des listes est celle que disent les indicateurs, sur la démonstration', async () => {
    const rendre = async (argv: readonly string[]) =>
      JSON.parse((await lancer([...argv, '--format', 'json', '--montrer-valeurs'])).sortie);
    const { essms } = await rendre(APPEL);
    const { resultats } = await rendre(['indicateurs', ...APPEL.slice(1)]);
    let comparees = 0;
    for (const { finess_et: finess, population, indicateurs } of essms) {
      for (const { indicateur, nommable, listes, sortis } of indicateurs) {
        const resultat = resultats.find(
          (un: { identifiant: string; indicateur: string }) =>
            un.identifiant === finess && un.indicateur === indicateur,
        );
        if (!nommable || resultat.numerateur === null) continue;
        const { numerateur, denominateur } = resultat;
        const tous = Object.values({ ...listes }).concat(Object.values({ ...sortis })) as number[];
        const total = tous.reduce((somme, n) => somme + n, 0);
        const attendu = {
          dossiers_actifs: population - numerateur === total,
          projets: denominateur - numerateur === listes.actif + sortis.actif,
          agenda: denominateur - numerateur === listes.actif + sortis.actif,
          // E vient des effectifs : la population éligible en diffère de quelques personnes.
          dmp: Math.abs(denominateur - numerateur - total) <= 2,
        }[indicateur as 'dmp'];
        expect({ finess, indicateur, attendu }).toEqual({ finess, indicateur, attendu: true });
        comparees += 1;
      }
    }
    expect(comparees).toBeGreaterThan(50);
  });

  test('un seul ESSMS, un seul indicateur', async () => {
    const { sortie } = await lancer([
      ...[...APPEL, '--montrer-valeurs', '--format', 'csv'],
      ...['--essms', '630991016', '--indicateur', 'dmp'],
    ]);
    const [, ...lignes] = sortie.trimEnd().split('\n');
    expect(lignes).toHaveLength(24);
    for (const ligne of lignes) expect(ligne).toMatch(/^630991016;EHPAD Les Tilleuls;/);
  });

  test('la MSSanté est un volume : une ligne par ESSMS, aucun dossier', async () => {
    const { sortie } = await lancer([...APPEL, '--montrer-valeurs', '--indicateur', 'mssante']);
    expect(sortie).toContain('La MSSanté est un volume de messages : aucun dossier à nommer');
    expect(sortie).toContain(
      'MSSanté ✗ : 8 messages à envoyer (12 messages pour 28 personnes éligibles, cible 70 %)',
    );
    expect(sortie).not.toMatch(/VDA\d/);
  });
});

describe('des identifiants : où ils s’écrivent', () => {
  const appel = (...suite: string[]) => [
    'reste-a-faire',
    petit().ecrire(),
    '--mois',
    '2025-09',
    '--date-reference',
    '2025-10-05',
    ...suite,
  ];

  test('sur un terminal, oui ; jamais celui d’une personne sortie', async () => {
    const { code, sortie, erreur } = await lancer(appel(), { terminal: true });
    expect(code).toBe(0);
    expect(sortie).toContain('SECRET');
    expect(sortie + erreur).not.toContain('PARTI');
    expect(sortie).toContain('hors de la liste : 1 personne sortie');
  });

  test('vers un tube, non : code 2, et pourquoi', async () => {
    const { code, sortie, erreur } = await lancer(appel());
    expect({ code, sortie }).toEqual({ code: 2, sortie: '' });
    expect(erreur).toBe(
      "esms : cette liste porte des identifiants de dossier : hors d'un terminal, elle ne s'écrit que dans un fichier (--sortie FICHIER), ou avec --montrer-valeurs.\n",
    );
  });

  test('vers un tube, avec --montrer-valeurs, oui', async () => {
    expect((await lancer(appel('--montrer-valeurs'))).sortie).toContain('SECRET');
  });

  test('dans un fichier, oui', async () => {
    const fichier = join(mkdtempSync(join(tmpdir(), 'esms-liste-')), 'liste.csv');
    const { code, sortie, erreur } = await lancer(appel('--format', 'csv', '--sortie', fichier));
    expect({ code, sortie }).toEqual({ code: 0, sortie: '' });
    expect(erreur).toMatch(/^DONNÉES PERSONNELLES/);
    expect(readFileSync(fichier, 'utf8')).toContain(';SECRET;');
  });

  test('avec CI définie, seulement avec --montrer-valeurs, même dans un fichier', async () => {
    const fichier = join(mkdtempSync(join(tmpdir(), 'esms-liste-')), 'liste.csv');
    const argv = appel('--format', 'csv', '--sortie', fichier);
    const { code, erreur } = await lancer(argv, { env: { CI: 'true' }, terminal: true });
    expect(code).toBe(2);
    expect(erreur).toMatch(
      /dans une CI \(la variable CI est définie\), elle ne s'écrit qu'avec --montrer-valeurs/,
    );
    expect(() => statSync(fichier)).toThrow();
    expect((await lancer([...argv, '--montrer-valeurs'], { env: { CI: 'true' } })).code).toBe(0);
  });

  test('le programme lui-même, vers un tube', () => {
    const lancerEsms = (...suite: string[]) =>
      spawnSync(process.execPath, [join(RACINE, 'bin/esms.js'), ...appel(...suite)], {
        encoding: 'utf8',
        env: { PATH: process.env.PATH, XDG_DATA_HOME: tmpdir() },
      });
    const refuse = lancerEsms();
    expect([refuse.status, refuse.stdout]).toEqual([2, '']);
    const montre = lancerEsms('--montrer-valeurs', '--silencieux', '--format', 'csv');
    expect([montre.status, montre.stderr]).toEqual([0, '']);
    expect(montre.stdout.split('\n')).toHaveLength(3);
  });

  test('une formule plantée dans un identifiant ne s’exécute pas, un caractère de commande ne pilote rien', async () => {
    const dossier = depot()
      .essms()
      .dossier({ id_dossier: '=1+1' })
      .dossier({ id_dossier: 'X\u001b[31mY' })
      .ecrire();
    const argv = [
      'reste-a-faire',
      dossier,
      '--mois',
      '2025-09',
      '--date-reference',
      '2025-10-05',
      '--montrer-valeurs',
    ];
    expect((await lancer([...argv, '--format', 'csv'])).sortie).toContain(";'=1+1;");
    expect((await lancer(argv)).sortie).not.toContain('\u001b');
  });
});

describe('un mois clos', () => {
  const clos = ['reste-a-faire', DEMO, '--mois', '2025-09', '--montrer-valeurs'];

  test('refusé plus de dix jours après sa fin : code 2, et pourquoi', async () => {
    const { code, sortie, erreur } = await lancer([...clos, '--date-reference', '2025-10-11']);
    expect({ code, sortie }).toEqual({ code: 2, sortie: '' });
    expect(erreur).toBe(
      "esms : septembre 2025 est clos : fini le 30/09/2025, plus de 10 jours avant le 11/10/2025. Une liste de travail pour un mois clos inviterait à antidater ; un geste d'aujourd'hui compte pour le mois en cours. Pour comprendre ce mois sans rien y saisir : --mois-clos.\n",
    );
    expect((await lancer([...clos, '--date-reference', '2025-10-10'])).code).toBe(1);
  });

  test('sans --date-reference, la date du jour décide', async () => {
    expect((await lancer(clos)).code).toBe(2);
  });

  test('--mois-clos le montre, et le dit', async () => {
    const { code, sortie } = await lancer([...clos, '--mois-clos']);
    expect(code).toBe(1);
    expect(sortie).toContain('MOIS CLOS au 20/10/2025 : cette liste explique un résultat');
  });
});

describe('mauvais appels', () => {
  test.each([
    [['--montrer-valeurs'], /il manque --mois AAAA-MM, le mois à travailler/],
    [['--mois', '2025-13'], /n'est pas un mois/],
    [
      ['--mois', '2025-09', '--indicateur', 'projet'],
      /--indicateur : « projet » n'est pas permis .* Vouliez-vous dire « projets »/,
    ],
    [['--mois', '2025-09', '--essms', '12'], /--essms : « 12 » n'est pas un numéro FINESS/],
    [['--mois', '2025-09', '--excel'], /--excel va avec --format csv/],
    [['--mois', '2025-09', '--format', 'html'], /--format : « html » n'est pas permis \(table, csv, json\)/],
  ])('%j : code 2', async (suite, message) => {
    const { code, sortie, erreur } = await lancer(['reste-a-faire', DEMO, ...suite]);
    expect({ code, sortie }).toEqual({ code: 2, sortie: '' });
    expect(erreur).toMatch(message);
  });

  test('un ESSMS hors du périmètre : code 2, et ceux qui y sont', async () => {
    const { code, sortie, erreur } = await lancer([...APPEL, '--montrer-valeurs', '--essms', '750000000']);
    expect({ code, sortie }).toEqual({ code: 2, sortie: '' });
    expect(erreur).toMatch(/--essms : 750000000 n'est pas au périmètre \(030991012, .* et 11 autres\)/);
  });

  test('un fichier refusé : code 2, rien sur la sortie', async () => {
    const dossier = mkdtempSync(join(tmpdir(), 'esms-refus-'));
    writeFileSync(join(dossier, 'essms.csv'), 'finess_et;finess_ej\n630991016;630990018\n');
    writeFileSync(join(dossier, 'dossiers.csv'), '');
    const { code, sortie, erreur } = await lancer([
      ...['reste-a-faire', dossier, '--mois', '2025-09', '--date-reference', '2025-10-05'],
      '--montrer-valeurs',
    ]);
    expect({ code, sortie }).toEqual({ code: 2, sortie: '' });
    expect(erreur).toContain('REFUSÉ : un fichier ou la configuration ne se lit pas, aucune liste.');
  });
});
