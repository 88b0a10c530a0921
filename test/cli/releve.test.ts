import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { rendreReleve } from '../../src/rapports/releve/json.ts';
import { lireReleveJson } from '../../src/suivi/releve/lire.ts';
import { ConstructeurDepot } from '../outils/depot.ts';
import { depotPlante, PLANTES } from '../outils/plante.ts';
import { lancer } from './faux-contexte.ts';

const DEMO = join(import.meta.dirname, '../../fixtures/demo');
const ESMS = join(import.meta.dirname, '../../bin/esms.js');
const MOIS = ['--mois', '2025-09', '--date-reference', '2025-10-20'];

const dossierNeuf = () => mkdtempSync(join(tmpdir(), 'esms-releves-'));

describe('esms releve', () => {
  test('écrit un fichier par mois, au nom du porteur, qui suit le contrat publié', async () => {
    const dossier = dossierNeuf();
    const { code, sortie, erreur } = await lancer(['releve', DEMO, ...MOIS, '--sortie', 'releves'], {
      dossierCourant: dossier,
    });
    // La démonstration a des lignes rejetées : code 1, et le relevé est écrit.
    expect({ code, sortie }).toEqual({ code: 1, sortie: '' });
    expect(erreur).toContain('Écrit : releves/releve-630990018-2025-09.json');
    const texte = readFileSync(join(dossier, 'releves/releve-630990018-2025-09.json'), 'utf8');
    const schema = JSON.parse((await lancer(['schema', 'releve'])).sortie) as object;
    const valider = new Ajv2020({ allErrors: true }).compile(schema);
    valider(JSON.parse(texte));
    expect(valider.errors).toBeNull();
    expect(readdirSync(join(dossier, 'releves'))).toEqual(['releve-630990018-2025-09.json']);
  });

  test('les mêmes entrées donnent les mêmes octets : inchangé, code inchangé', async () => {
    const dossier = dossierNeuf();
    const argv = ['releve', DEMO, ...MOIS, '--sortie', dossier];
    await lancer(argv);
    const avant = readFileSync(join(dossier, 'releve-630990018-2025-09.json'));
    const { erreur } = await lancer(argv);
    expect(erreur).toContain('Inchangé :');
    expect(readFileSync(join(dossier, 'releve-630990018-2025-09.json')).equals(avant)).toBe(true);
  });

  test('relu, il est intact, et redit tout : les trois niveaux, les agrégats partiels, les chiffres déclarés', async () => {
    const dossier = dossierNeuf();
    await lancer(['releve', DEMO, ...MOIS, '--sortie', dossier]);
    const texte = readFileSync(join(dossier, 'releve-630990018-2025-09.json'), 'utf8');
    const lu = lireReleveJson(texte);
    if (lu.etat !== 'lu') throw new Error(lu.constat.message);
    expect(lu.intact).toBe(true);
    expect(rendreReleve(lu.scelle.releve, lu.scelle.empreinte)).toBe(texte);
  });

  test('le programme installé, sur un dépôt sans constat : code 0, puis 0 inchangé ; les mêmes octets sous un autre fuseau', () => {
    const depot = new ConstructeurDepot().essms().actif().evenement().ecrire();
    const dossier = dossierNeuf();
    const executer = (sortie: string, TZ: string) => {
      const argv = [ESMS, 'releve', depot, ...MOIS, '--sortie', sortie, '--sans-couleur'];
      const env = { PATH: process.env.PATH, XDG_DATA_HOME: dossier, TZ };
      const { status, stdout, stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8', env });
      return { code: status, sortie: stdout, erreur: stderr };
    };
    const lire = (un: string) => readFileSync(join(dossier, un, 'releve-2025-09.json'), 'utf8');
    const premier = executer(join(dossier, 'un'), 'Europe/Paris');
    expect(premier).toMatchObject({ code: 0, sortie: '' });
    expect(premier.erreur).toContain('Écrit : ');
    const second = executer(join(dossier, 'un'), 'Pacific/Kiritimati');
    expect(second).toMatchObject({ code: 0, sortie: '' });
    expect(second.erreur).toContain('Inchangé : ');
    executer(join(dossier, 'deux'), 'Pacific/Kiritimati');
    expect(lire('deux')).toBe(lire('un'));
  });

  test('un relevé qui dit autre chose n’est remplacé que si on le demande', async () => {
    const dossier = dossierNeuf();
    const argv = ['releve', DEMO, ...MOIS, '--sortie', dossier];
    await lancer(argv);
    const fichier = join(dossier, 'releve-630990018-2025-09.json');
    const avant = readFileSync(fichier, 'utf8');
    const refuse = await lancer([...argv, '--definition', 'dossier_actif=ouvert']);
    expect(refuse.code).toBe(2);
    expect(refuse.erreur).toMatch(
      /existe et dit autre chose \(definitions, resultats\) ; --remplacer le remplace\./,
    );
    expect(readFileSync(fichier, 'utf8')).toBe(avant);
    await lancer([...argv, '--definition', 'dossier_actif=ouvert', '--remplacer']);
    expect(JSON.parse(readFileSync(fichier, 'utf8'))).toMatchObject({
      definitions: { dossier_actif: 'ouvert' },
    });
  });

  test('un fichier refusé : code 2, et rien n’est écrit', async () => {
    const depot = dossierNeuf();
    writeFileSync(join(depot, 'essms.csv'), 'finess_et;finess_ej\n630991016;630990018\n');
    writeFileSync(join(depot, 'dossiers.csv'), '');
    const dossier = join(dossierNeuf(), 'releves');
    const { code, erreur } = await lancer(['releve', depot, ...MOIS, '--sortie', dossier]);
    expect({ code, existe: existsSync(dossier) }).toEqual({ code: 2, existe: false });
    expect(erreur).toContain('REFUSÉ : un fichier ou la configuration ne se lit pas, aucun relevé.');
  });

  test.each([
    [['--sortie', 'x'], /il manque --mois AAAA-MM/],
    [['--mois', '2025-09'], /il manque --sortie DOSSIER/],
    [['--mois', '2025-13', '--sortie', 'x'], /n'est pas un mois/],
  ])('%j : code 2', async (argv, message) => {
    const { code, erreur } = await lancer(['releve', DEMO, ...argv]);
    expect(code).toBe(2);
    expect(erreur).toMatch(message);
  });

  test('un dossier de sortie impossible : code 2, sans pile', async () => {
    const dossier = dossierNeuf();
    writeFileSync(join(dossier, 'fichier'), '');
    const { code, erreur } = await lancer(['releve', DEMO, ...MOIS, '--sortie', join(dossier, 'fichier')]);
    expect(code).toBe(2);
    expect(erreur).toMatch(/impossible d'écrire dans/);
  });
});

describe('aucun identifiant de personne, aucun chemin', () => {
  test('des identifiants plantés partout ne sortent ni dans le relevé, ni à l’écran', async () => {
    const depot = depotPlante();
    const dossier = dossierNeuf();
    const { code, sortie, erreur } = await lancer(['releve', depot, ...MOIS, '--sortie', dossier]);
    expect(code).toBe(1);
    const texte = readFileSync(join(dossier, 'releve-2025-09.json'), 'utf8');
    expect(JSON.parse(texte)).toMatchObject({ anomalies: { par_code: { 'champ.date_invalide': 2 } } });
    for (const plante of PLANTES) {
      expect({ plante, releve: texte.includes(plante), sortie: sortie.includes(plante) }).toEqual({
        plante,
        releve: false,
        sortie: false,
      });
    }
    // L'erreur standard cite le fichier fautif pour qu'on le corrige, jamais une valeur de personne.
    for (const plante of PLANTES.filter((un) => un !== 'chemin-prive')) expect(erreur).not.toContain(plante);
    expect(texte).not.toContain(depot);
  });
});
