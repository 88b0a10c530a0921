import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, test } from 'vitest';
import { ecrireDossier, texteReleve } from '../lot/dossier.ts';
import { lancer } from './faux-contexte.ts';
import { executer, grappe, grappes } from './lot-outil.ts';
import { validerJson } from './sorties.ts';

const DEMO = join(import.meta.dirname, '../../fixtures/demo');
const SORTIES = ['anomalies.csv', 'journal.txt', 'lot.csv', 'lot.json', 'registre.json', 'synthese.html'];

const lire = (...noms: readonly string[]): string => readFileSync(join(...noms), 'utf8');
const sortiesDe = (dossier: string): Record<string, string> =>
  Object.fromEntries(
    SORTIES.filter((nom) => nom !== 'journal.txt').map((nom) => [nom, lire(dossier, 'region', nom)]),
  );

/** Les noms d'un journal fait d'enregistrements entiers : une tête, ses octets, et ainsi de suite jusqu'au dernier. */
function tetesDe(journal: string): string[] {
  const octets = readFileSync(journal);
  const noms: string[] = [];
  for (let debut = 0; debut < octets.length; ) {
    const fin = octets.indexOf('\n', debut) + 1;
    const { nom, resultat, csv } = JSON.parse(octets.toString('utf8', debut, fin));
    expect(JSON.parse(octets.toString('utf8', fin, fin + resultat))).toHaveProperty('bilan');
    debut = fin + resultat + csv;
    expect(debut).toBeLessThanOrEqual(octets.length);
    noms.push(nom);
  }
  return noms;
}

describe('esms lot', () => {
  test('sans --sortie : le lot en une page, rien d’écrit, code 0', async () => {
    const dossier = ecrireDossier(grappes(2));
    const { code, sortie, erreur } = await executer(dossier, ['lot', '--silencieux']);
    expect({ code, erreur }).toEqual({ code: 0, erreur: '' });
    expect(sortie).toMatch(/^2 soumissions traitées, 0 échec ; propositions : 2 compléter\.\n/);
    expect(sortie).toContain('2 ESSMS, juillet 2025, août 2025 et septembre 2025');
    expect(readdirSync(dossier)).toEqual(['lot']);
  });

  test('une soumission qui échoue est dite, et n’arrête pas les autres : code 1', async () => {
    const dossier = ecrireDossier({
      ...grappes(2),
      'lot/vide': null,
      'lot/envoi.zip': 'PK',
      'lot/casse/releve-2025-09.json': texteReleve('2025-09').slice(0, 500),
    });
    const { code, sortie } = await executer(dossier, ['lot']);
    expect(code).toBe(1);
    expect(sortie).toMatch(/^2 soumissions traitées, 3 échecs/);
    expect(sortie).toContain(
      'casse : releve.illisible casse/releve-2025-09.json : JSON tronqué ou mal formé',
    );
    expect(sortie).toContain('envoi.zip : lot.archive');
    expect(sortie).toContain('vide : lot.dossier_vide');
  });

  test('les mois demandés, et eux seuls ; aucun de ceux-là est un échec', async () => {
    const dossier = ecrireDossier(grappes(1));
    const lignes = async (...mois: string[]) => {
      await executer(dossier, ['lot', '--sortie', 'region', ...mois]);
      return lire(dossier, 'region/lot.csv').trim().split('\n').length - 1;
    };
    expect(await lignes()).toBe(15);
    expect(await lignes('--mois', '2025-09')).toBe(5);
    expect(await lignes('--du', '2025-08', '--au', '2025-09')).toBe(10);
    const { code, sortie } = await executer(dossier, ['lot', '--mois', '2024-01']);
    expect(code).toBe(1);
    expect(sortie).toContain('g000 : lot.mois_absent aucun relevé de 2024-01');
  });
});

describe('les sorties', () => {
  const dossier = ecrireDossier({
    ...grappes(3),
    'lot/vide': null,
    'lot/g000/depot.yaml':
      'version: 1\nconvention:\n  echeance: 2025-12-31\n  finess_et: ["630000000"]\n  pv_vsr: pv.pdf\n',
  });
  beforeAll(async () => {
    await executer(dossier, ['lot', '--sortie', 'region', '--taches', '2', '--format', 'parquet']);
  });

  test('tout est là, et rien de provisoire', () => {
    expect(readdirSync(join(dossier, 'region')).sort()).toEqual([...SORTIES, 'lot.parquet'].sort());
  });

  test('lot.csv : une ligne par ESSMS, mois et indicateur, triée par soumission', () => {
    const [entete = '', ...lignes] = lire(dossier, 'region/lot.csv').trim().split('\n');
    expect(entete).toBe(
      'soumission;grappe;porteur_finess_ej;finess_et;finess_ej;libelle;categorie;secteur;mode_accueil;departement;type_projet;logiciel;places;personnes_declarees;population;mois;premiere_mesure;indicateur;numerateur;denominateur;taux;borne_basse;borne_haute;cible;etat;reste_a_faire;provisoire;declare',
    );
    expect(lignes).toHaveLength(3 * 3 * 5);
    expect(lignes[0]).toMatch(
      /^g000;Grappe 0;.*;2025-07;non;dossiers_actifs;91;100;91;91;91;90;atteint;0;non;non$/,
    );
    expect(lignes.map((ligne) => ligne.slice(0, 4))).toEqual(
      [...lignes].map((ligne) => ligne.slice(0, 4)).sort(),
    );
  });

  test('lot.parquet dit la même chose, en nombres', async () => {
    const connexion = await (await DuckDBInstance.create()).connect();
    const lu = await connexion.runAndReadAll(
      `SELECT count(*)::INTEGER AS n, sum(numerateur)::INTEGER AS somme, bool_or(provisoire) AS provisoire
         FROM '${join(dossier, 'region/lot.parquet')}'`,
    );
    const numerateurs = lire(dossier, 'region/lot.csv')
      .trim()
      .split('\n')
      .slice(1)
      .map((ligne) => Number(ligne.split(';')[18]));
    const somme = numerateurs.reduce((total, un) => total + un, 0);
    expect(lu.getRowObjectsJson()).toEqual([{ n: 45, somme, provisoire: false }]);
  });

  test('lot.json suit le contrat publié, et porte la convention', async () => {
    await validerJson('lot', ['lot', join(dossier, 'lot')]);
    const { soumissions, echecs } = JSON.parse(lire(dossier, 'region/lot.json'));
    expect(soumissions.map(({ nom }: { nom: string }) => nom)).toEqual(['g000', 'g001', 'g002']);
    expect(soumissions[0].convention).toMatchObject({
      echeance: '2025-12-31',
      pv_vsr: { fichier: 'pv.pdf', presente: false },
      depenses: null,
    });
    expect(soumissions[0].proposition.avis).toBe('completer');
    expect(echecs).toMatchObject([{ nom: 'vide', code: 'lot.dossier_vide' }]);
  });

  test('anomalies.csv : l’échec, et ce que chaque contrôle a trouvé', () => {
    const [, echec = ''] = lire(dossier, 'region/anomalies.csv').split('\n');
    expect(echec).toMatch(/^vide;echec;lot\.dossier_vide;erreur;1;/);
  });

  test('registre.json : la première réception de chaque relevé', () => {
    const { releves } = JSON.parse(lire(dossier, 'region/registre.json'));
    expect(releves).toHaveLength(9);
    expect(releves[0]).toMatchObject({ soumission: 'g000', mois: '2025-07', recu_le: '2025-10-20' });
  });

  test.each(['junit', 'sarif', 'github'])('--format %s dit l’échec', async (format) => {
    const { sortie } = await lancer(['lot', join(dossier, 'lot'), '--format', format]);
    expect(sortie).toContain('vide');
    expect(sortie).toMatch(/le dossier est vide/);
  });

  test('une tâche ou deux : les mêmes octets', async () => {
    const avant = sortiesDe(dossier);
    await executer(dossier, ['lot', '--sortie', 'region', '--taches', '1']);
    expect(sortiesDe(dossier)).toEqual(avant);
  });
});

describe('la reprise', () => {
  test('rien n’est refait, sauf ce qui a changé ; les sorties sont celles d’un lot entier', async () => {
    const dossier = ecrireDossier(grappes(3));
    const argv = ['lot', '--sortie', 'region'];
    await executer(dossier, argv);
    const enregistrements = () => tetesDe(join(dossier, 'region/journal.txt')).length;
    expect(enregistrements()).toBe(3);
    expect((await executer(dossier, [...argv, '--reprendre'])).sortie).toContain('3 soumissions inchangées');
    expect(enregistrements()).toBe(3);
    for (const [nom, texte] of Object.entries(grappe(40)))
      writeFileSync(join(dossier, 'lot/g001', nom), texte);
    expect((await executer(dossier, [...argv, '--reprendre'])).sortie).toContain('2 soumissions inchangées');
    expect(enregistrements()).toBe(4);
    const reprises = sortiesDe(dossier);
    await executer(dossier, argv);
    expect(sortiesDe(dossier)).toEqual(reprises);
  });

  test('un relevé qui change après sa première réception est un constat', async () => {
    const dossier = ecrireDossier(grappes(1));
    await executer(dossier, ['lot', '--sortie', 'region']);
    for (const [nom, texte] of Object.entries(grappe(40)))
      writeFileSync(join(dossier, 'lot/g000', nom), texte);
    await executer(dossier, ['lot', '--sortie', 'region']);
    const anomalies = lire(dossier, 'region/anomalies.csv');
    expect(anomalies.match(/g000;constat;lot\.releve_change;avertissement/g)).toHaveLength(3);
    expect(anomalies).toContain("le relevé d'août 2025 n'est plus celui qui a été reçu le 20/10/2025");
  });

  test('Ctrl-C : 130, des lignes entières au journal, aucune sortie, aucun verrou ; la reprise finit', async () => {
    const dossier = ecrireDossier(grappes(150));
    const argv = ['lot', '--sortie', 'region', '--taches', '1'];
    const journal = join(dossier, 'region/journal.txt');
    const passage = await executer(dossier, argv, (enfant) => {
      const veille = setInterval(() => {
        if (existsSync(journal) && statSync(journal).size > 0 && !enfant.killed) enfant.kill('SIGINT');
      }, 2);
      return () => clearInterval(veille);
    });
    expect(passage).toEqual({ code: 130, sortie: '', erreur: 'esms : interrompu.\n' });
    expect(readdirSync(join(dossier, 'region'))).toEqual(['journal.txt']);
    const faites = tetesDe(journal);
    expect(faites.length).toBeLessThan(150);
    const { code, sortie } = await executer(dossier, [...argv, '--reprendre']);
    expect(code).toBe(0);
    expect(sortie).toContain(`${faites.length} soumission`);
    const reprises = sortiesDe(dossier);
    await executer(dossier, argv);
    expect(sortiesDe(dossier)).toEqual(reprises);
  });
});

describe('un dépôt dans le lot', () => {
  test('ses relevés sont ceux d’esms releve ; sans mois, code 2', async () => {
    const dossier = ecrireDossier(grappes(1));
    cpSync(DEMO, join(dossier, 'lot/demo'), { recursive: true });
    const argv = ['lot', '--mois', '2025-09', '--sortie', 'region', '--silencieux'];
    await executer(dossier, argv);
    const releve = ['releve', DEMO, '--mois', '2025-09', '--sortie', join(dossier, 'r')];
    await lancer([...releve, '--date-reference', '2025-10-20']);
    const [fichier = ''] = readdirSync(join(dossier, 'r'));
    const { empreinte } = JSON.parse(lire(dossier, 'r', fichier));
    const { soumissions } = JSON.parse(lire(dossier, 'region/lot.json'));
    expect(soumissions[0]).toMatchObject({
      nom: 'demo',
      nature: 'depot',
      releves: [{ fichier: `demo/${fichier}`, etat: 'retenu', empreinte }],
    });
    const { code, erreur } = await executer(dossier, ['lot']);
    expect(code).toBe(2);
    expect(erreur).toContain('« demo » est un dépôt : donnez --mois, ou --du et --au.');
  });
});

describe('mauvaises entrées', () => {
  test('la sortie est tenue : code 2, qui dit par qui, et rien n’est touché', async () => {
    const verrou = JSON.stringify({
      pid: process.pid,
      poste: hostname(),
    });
    const dossier = ecrireDossier({ ...grappes(1), 'region/.esms-lot.verrou': verrou });
    const { code, sortie, erreur } = await executer(dossier, ['lot', '--sortie', 'region']);
    expect({ code, sortie }).toEqual({ code: 2, sortie: '' });
    expect(erreur).toMatch(new RegExp(`region est tenu par le processus ${process.pid} `));
    expect(readdirSync(join(dossier, 'region'))).toEqual(['.esms-lot.verrou']);
  });

  test('un dossier illisible parmi trois cents : nommé, et les autres sont tous là', async () => {
    const { 'releve-2025-07.json': releve = '' } = grappe(0);
    const lot = Object.fromEntries(
      Array.from({ length: 300 }, (_, rang) => [`lot/g${rang}/releve-2025-07.json`, releve]),
    );
    // Un dossier à la place d'un relevé : illisible pour tous, même pour qui a tous les droits.
    const dossier = ecrireDossier({ ...lot, 'lot/illisible/releve-2025-07.json': null });
    const { code, sortie } = await executer(dossier, ['lot', '--sortie', 'region']);
    expect(code).toBe(1);
    expect(sortie).toMatch(/^300 soumissions traitées, 1 échec/);
    expect(sortie).toContain(
      "illisible : lot.illisible releve-2025-07.json ne se lit pas : c'est un dossier, pas un fichier",
    );
    const { soumissions, echecs } = JSON.parse(lire(dossier, 'region/lot.json'));
    expect([soumissions.length, echecs.length]).toEqual([300, 1]);
    expect(lire(dossier, 'region/lot.csv').trim().split('\n')).toHaveLength(1 + 300 * 5);
  });

  test('une soumission qui épuise sa borne de mémoire est un échec, les autres sont traitées', async () => {
    const dossier = ecrireDossier(grappes(4));
    const gros = join(dossier, 'lot/a-gros');
    mkdirSync(gros);
    const essms = Array.from({ length: 400 }, (_, rang) => ({ id: `64${String(rang).padStart(7, '0')}` }));
    const texte = texteReleve('2025-09', { essms });
    for (let rang = 0; rang < 150; rang++) writeFileSync(join(gros, `releve-${rang}.json`), texte);
    const { code, sortie, erreur } = await executer(dossier, ['lot', '--memoire', '60', '--taches', '1']);
    expect(code).toBe(1);
    expect(sortie).toMatch(/^4 soumissions traitées, 1 échec/);
    expect(sortie).toContain('a-gros : lot.memoire plus de 60 Mio demandés');
    expect(erreur).not.toMatch(/défaut interne|FATAL|\bat /);
  });

  test.each([
    [['absent'], "absent n'existe pas"],
    [['lot', '--mois', '2025-09', '--du', '2025-07'], '--mois ne va pas avec --du et --au'],
    [['lot', '--du', '2025-07'], '--du et --au vont ensemble'],
    [['lot', '--du', '2025-09', '--au', '2025-07'], 'est après'],
    [['lot', '--reprendre'], '--reprendre va avec --sortie'],
    [['lot', '--format', 'parquet'], '--format parquet va avec --sortie'],
    [['lot', '--taches', '0'], '--taches : il en faut au moins 1'],
  ])('%s : code 2', async (argv, raison) => {
    const dossier = ecrireDossier(grappes(1));
    const { code, sortie, erreur } = await lancer(['lot', ...argv], { dossierCourant: dossier });
    expect({ code, sortie }).toEqual({ code: 2, sortie: '' });
    expect(erreur).toContain(raison);
  });
});

/** Un disque de `taille`, ou `null` si ce poste ne laisse pas en monter. */
function monter(taille: string): string | null {
  const point = ecrireDossier({});
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${taille}`, 'tmpfs', point], { stdio: 'ignore' });
    return point;
  } catch {
    rmSync(point, { recursive: true });
    return null;
  }
}

describe('un disque plein', () => {
  test.for(['8k', '32k', '64k'])('de %s : dit, code 2, rien d’à moitié écrit', async (taille, { skip }) => {
    const point = monter(taille);
    if (point === null) return skip();
    try {
      const dossier = ecrireDossier(grappes(8));
      const { code, sortie, erreur } = await executer(dossier, ['lot', '--sortie', point]);
      expect({ code, sortie }).toEqual({ code: 2, sortie: '' });
      expect(erreur).toMatch(/^esms : impossible d'écrire .* : disque plein\n$/);
      expect(readdirSync(point)).toEqual(['journal.txt']);
      expect(tetesDe(join(point, 'journal.txt')).length).toBeLessThanOrEqual(8);
    } finally {
      execFileSync('umount', [point]);
    }
  });
});
