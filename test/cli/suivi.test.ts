import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rendreReleve } from '../../src/rapports/releve/json.ts';
import { fabriquer, type ReleveFabrique, recevoir } from '../suivi/fabrique.ts';
import { lancer } from './faux-contexte.ts';
import { validerJson } from './sorties.ts';

const ESMS = join(import.meta.dirname, '../../bin/esms.js');

/** Le vrai programme, dans un dossier à lui. */
function executer(dossier: string, ...argv: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [ESMS, 'suivi', ...argv], {
    cwd: dossier,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, XDG_DATA_HOME: tmpdir() },
  });
  return { code: status, sortie: stdout, erreur: stderr };
}

function ecrire(dossier: string, nom: string, texte: string): void {
  writeFileSync(join(dossier, 'releves', nom), texte);
}

function texteDe(mois: string, demande: ReleveFabrique = {}): string {
  const { releve, empreinte } = recevoir(fabriquer(mois, demande)).scelle;
  return rendreReleve(releve, empreinte);
}

/** Trois mois atteints, dans « releves ». */
function troisMois(): string {
  const dossier = mkdtempSync(join(tmpdir(), 'esms-suivi-'));
  mkdirSync(join(dossier, 'releves'));
  for (const mois of ['2025-07', '2025-08', '2025-09']) ecrire(dossier, `releve-${mois}.json`, texteDe(mois));
  return dossier;
}

describe('esms suivi', () => {
  test('un dossier de trois mois atteints : la preuve est faite, code 0', () => {
    const { code, sortie, erreur } = executer(troisMois(), 'releves', '--exiger-preuve');
    expect({ code, erreur }).toEqual({ code: 0, erreur: '' });
    expect(sortie).toMatch(/^Grappe Limagne {3}.*\nPREUVE FAITE : 5 séries sur 5\.\n/);
  });

  test('fichiers et dossier mêlés : chaque fichier une fois, et le même texte dans tout ordre', () => {
    const dossier = troisMois();
    const attendu = executer(dossier, 'releves');
    expect(attendu.code).toBe(0);
    expect(executer(dossier, 'releves/releve-2025-09.json', 'releves')).toEqual(attendu);
    const [sept, aout, juil] = ['09', '08', '07'].map((mois) => `releves/releve-2025-${mois}.json`);
    expect(executer(dossier, `${sept}`, `${juil}`, `${aout}`)).toEqual(attendu);
  });

  test('--exiger-preuve sort 1 quand elle n’est pas faite ; sans l’option, 0', () => {
    const dossier = troisMois();
    const argv = ['releves/releve-2025-08.json', 'releves/releve-2025-09.json'];
    expect(executer(dossier, ...argv).code).toBe(0);
    const { code, sortie } = executer(dossier, ...argv, '--exiger-preuve');
    expect(code).toBe(1);
    expect(sortie).toContain(
      'PREUVE NON FAITE : 0 série sur 5. Au plus tôt le 31/10/2025, ou dès maintenant',
    );
  });

  test('la lecture de la preuve et la première mesure se choisissent', () => {
    const dossier = troisMois();
    ecrire(dossier, 'releve-2025-07.json', texteDe('2025-07', { premiereMesure: true }));
    ecrire(dossier, 'releve-2025-08.json', texteDe('2025-08', { grappe: 'non_atteint' }));
    const code = (...options: string[]) => executer(dossier, 'releves', '--exiger-preuve', ...options).code;
    expect(code()).toBe(1);
    expect(code('--lecture-preuve', 'dernier_atteint')).toBe(0);
    expect(code('--lecture-preuve', 'dernier_atteint', '--premiere-mesure-compte', 'non')).toBe(1);
  });

  test('les relevés du dépôt d’exemple, établis par esms releve, se suivent', async () => {
    const dossier = mkdtempSync(join(tmpdir(), 'esms-suivi-'));
    const demo = join(import.meta.dirname, '../../fixtures/demo');
    for (const mois of ['2025-08', '2025-09']) {
      await lancer(['releve', demo, '--mois', mois, '--sortie', dossier, '--date-reference', '2025-10-20']);
    }
    const { code, sortie } = await lancer(['suivi', dossier, '--niveau', 'grappe']);
    expect(code).toBe(0);
    expect(sortie).toMatch(/PREUVE NON FAITE : 0 série sur 5\. Au plus tôt le 31\/12\/2025\./);
    await validerJson('suivi', ['suivi', dossier]);
  });
});

describe('les données', () => {
  test('le JSON suit le contrat publié, et dit le niveau qui fait foi', async () => {
    const dossier = troisMois();
    ecrire(dossier, 'releve-2025-08.json', texteDe('2025-08', { grappe: { dmp: 'incertain' } }));
    await validerJson('suivi', ['suivi', join(dossier, 'releves')]);
    const { sortie } = await lancer([
      'suivi',
      join(dossier, 'releves'),
      '--format',
      'json',
      '--niveau',
      'grappe',
    ]);
    expect(JSON.parse(sortie)).toMatchObject({
      preuve: { niveau: 'grappe', faite: false },
      mois: [{ mois: '2025-07' }, { mois: '2025-08' }, { mois: '2025-09' }],
      niveaux: [{ niveau: 'grappe', au_plus_tot: '2025-11-30', au_plus_tot_corrige: '2025-09-30' }],
    });
  });

  test('CSV pour Excel, et --excel seulement avec lui', () => {
    const dossier = troisMois();
    const { sortie } = executer(dossier, 'releves', '--format', 'csv', '--excel', '--niveau', 'grappe');
    expect(sortie.charCodeAt(0)).toBe(0xfeff);
    expect(sortie.trim().split('\n')).toHaveLength(1 + 5 * 3);
    expect(executer(dossier, 'releves', '--excel').code).toBe(2);
  });

  test('--sortie écrit le fichier, et le dit', () => {
    const dossier = troisMois();
    const { code, sortie, erreur } = executer(
      dossier,
      'releves',
      '--format',
      'markdown',
      '--sortie',
      'suivi.md',
    );
    expect({ code, sortie, erreur }).toEqual({ code: 0, sortie: '', erreur: 'Écrit : suivi.md\n' });
    expect(readFileSync(join(dossier, 'suivi.md'), 'utf8')).toContain('**PREUVE FAITE : 5 séries sur 5.**');
  });
});

/** Code 2 : rien sur la sortie standard, un constat nommé et localisé, une phrase pour finir. */
const REFUS: readonly (readonly [string, (dossier: string) => string, string])[] = [
  [
    'une autre version du contrat',
    () => texteDe('2025-09').replace('esms/releve@1', 'esms/releve@2'),
    "releve.version « esms/releve@2 » relevé d'une autre version ; ce programme lit esms/releve@1",
  ],
  [
    'tronqué',
    () => texteDe('2025-09').slice(0, 4000),
    "releve.illisible JSON tronqué ou mal formé : ce n'est pas un relevé entier",
  ],
  ['vide', () => '', 'releve.illisible JSON tronqué ou mal formé'],
  ['un autre JSON', () => '{"schema":"DUPONT"}', "releve.illisible ce n'est pas un relevé d'esms"],
  [
    'une clé de moins',
    () => texteDe('2025-09').replace('"definitions"', '"definition"'),
    'releve.illisible le relevé ne suit pas son contrat',
  ],
  [
    'un mois qui n’existe pas',
    () => texteDe('2025-09').replace('"mois": "2025-09"', '"mois": "2025-19"'),
    'releve.illisible le mois et la fenêtre du relevé ne vont pas ensemble',
  ],
];

describe('mauvaises entrées', () => {
  test.each(REFUS)('%s : refusé, code 2', (_, contenu, constat) => {
    const dossier = troisMois();
    ecrire(dossier, 'releve-2025-09.json', contenu(dossier));
    const { code, sortie, erreur } = executer(dossier, 'releves');
    expect({ code, sortie }).toEqual({ code: 2, sortie: '' });
    expect(erreur).toContain('releves/releve-2025-09.json');
    expect(erreur).toContain(constat);
    expect(erreur).toMatch(/\nREFUSÉ : .*aucun suivi\.\n$/);
    expect(erreur).not.toMatch(/DUPONT|défaut interne|\bat .*\.js/);
  });

  test('une autre grappe : refusé, code 2, les deux nommées', () => {
    const dossier = troisMois();
    ecrire(dossier, 'releve-2025-06.json', texteDe('2025-06', { porteur: '630990026', nom: 'Autre' }));
    const { code, sortie, erreur } = executer(dossier, 'releves');
    expect({ code, sortie }).toEqual({ code: 2, sortie: '' });
    expect(erreur).toContain(
      'releves/releve-2025-06.json erreur releve.autre_grappe porteur 630990026 ; 630990018 dans le relevé de septembre 2025',
    );
  });

  test('retouché à la main : code 1, cité, jamais probant, ses chiffres tus', () => {
    const dossier = troisMois();
    const retouche = texteDe('2025-09', { grappe: { dmp: 'non_atteint' } }).replaceAll(
      'non_atteint',
      'atteint',
    );
    ecrire(dossier, 'releve-2025-09.json', retouche);
    const { code, sortie } = executer(dossier, 'releves');
    expect(code).toBe(1);
    expect(sortie).toContain('PREUVE NON FAITE : 0 série sur 5.');
    expect(sortie).toMatch(/ERREUR releves\/releve-2025-09\.json : septembre 2025 : l'empreinte/);
    expect(sortie).toMatch(/DMP +70 % +95,0 ✓ +95,0 ✓ +! +0\/3 +refaire le relevé/);
  });

  test('réindenté par un éditeur, il est intact', () => {
    const dossier = troisMois();
    ecrire(dossier, 'releve-2025-09.json', `\ufeff${JSON.stringify(JSON.parse(texteDe('2025-09')))}`);
    expect(executer(dossier, 'releves').code).toBe(0);
  });

  test('S3 deux fois le même mois : code 1, les deux cités', () => {
    const dossier = troisMois();
    ecrire(dossier, 'releve-copie.json', texteDe('2025-09', { dateReference: '2025-10-20' }));
    const { code, sortie } = executer(dossier, 'releves');
    expect(code).toBe(1);
    expect(sortie.replace(/\s+/g, ' ')).toContain(
      'ERREUR releves/releve-2025-09.json : septembre 2025 a deux relevés : releves/releve-copie.json est retenu, celui-ci est écarté',
    );
  });

  test('en données, les erreurs sont aussi sur l’erreur standard, sauf --silencieux', () => {
    const dossier = troisMois();
    ecrire(dossier, 'releve-copie.json', texteDe('2025-09'));
    const { code, sortie, erreur } = executer(dossier, 'releves', '--format', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(sortie)).toMatchObject({ anomalies: { erreurs: 1 } });
    expect(erreur).toContain('releve.mois_double');
    expect(executer(dossier, 'releves', '--format', 'json', '--silencieux').erreur).toBe('');
  });

  test('un dossier sans relevé, un fichier absent : chacun dit, code 2', () => {
    const dossier = troisMois();
    mkdirSync(join(dossier, 'vide'));
    writeFileSync(join(dossier, 'vide/notes.json'), '{}');
    const { code, sortie, erreur } = executer(dossier, 'vide', 'absent.json', 'releves');
    expect({ code, sortie }).toEqual({ code: 2, sortie: '' });
    expect(erreur).toContain('vide erreur releve.introuvable aucun relevé (releve-*.json) dans ce dossier');
    expect(erreur).toContain("absent.json erreur releve.introuvable ce fichier ou ce dossier n'existe pas");
  });

  test.each([
    [[], /il manque RELEVE/],
    [['x', '--niveau', 'grape'], /--niveau : « grape » n'est pas permis/],
    [['x', '--lecture-preuve', 'deux'], /--lecture-preuve : « deux » n'est pas permis/],
    [['x', '--premiere-mesure-compte', 'peut-etre'], /n'est pas permis \(oui, non\)/],
    [['x', '--format', 'html'], /--format : « html » n'est pas permis/],
  ])('appel %j : code 2', async (argv, message) => {
    const { code, erreur } = await lancer(['suivi', ...argv]);
    expect(code).toBe(2);
    expect(erreur).toMatch(message);
  });
});
