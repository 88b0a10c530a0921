import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lancer } from './faux-contexte.ts';

/** Un ESSMS, deux dossiers, une date impossible, un projet d'un dossier inconnu. */
const FICHIERS = {
  'essms.csv': 'finess_et;finess_ej;raison_sociale\n630781227;630000529;EHPAD Mon Repos\n',
  'dossiers.csv':
    'finess_et;id_dossier;date_entree\n630781227;A1;2024-01-01\n630781227;A2;2024-01-01\n630781227;A3;31/02/2025\n',
  'projets.csv':
    'finess_et;id_dossier;statut\n630781227;A1;actif\n630781227;A2;actif\n630781227;DUPONT-Jeanne;actif\n',
};

let dossierCourant = '';
beforeAll(() => {
  dossierCourant = mkdtempSync(join(tmpdir(), 'esms-cli-'));
  for (const [nom, texte] of Object.entries(FICHIERS)) writeFileSync(join(dossierCourant, nom), texte);
});
afterAll(() => {
  rmSync(dossierCourant, { recursive: true, force: true });
});

const FORMATS = ['table', 'json', 'csv'] as const;

describe('identifiants masqués', () => {
  test.each(FORMATS)('hors d’un terminal, en %s', async (format) => {
    const { code, sortie, erreur } = await lancer(['verifier', '.', '--format', format], { dossierCourant });
    expect(code).toBe(1);
    expect(sortie + erreur).not.toContain('DUPONT');
    expect(sortie).toContain('•••');
    expect(sortie).toContain('31/02/2025');
    expect(erreur).toContain('Des valeurs sont masquées (•••) : --montrer-valeurs les montre.\n');
  });

  test.each(FORMATS)('sur un terminal d’une CI, en %s', async (format) => {
    const reglages = { dossierCourant, terminal: true, env: { CI: 'true' } };
    const { sortie, erreur } = await lancer(['verifier', '.', '--format', format], reglages);
    expect(sortie + erreur).not.toContain('DUPONT');
  });

  test('sur un terminal, ou avec --montrer-valeurs, ils se lisent', async () => {
    const terminal = await lancer(['verifier', '.'], { dossierCourant, terminal: true });
    expect(terminal.sortie).toContain('DUPONT-Jeanne');
    const montre = await lancer(['verifier', '.', '--montrer-valeurs'], { dossierCourant });
    expect(montre.sortie).toContain('DUPONT-Jeanne');
  });

  test('un fichier demandé depuis un terminal est masqué aussi', async () => {
    const appel = ['verifier', '.', '--format', 'json', '--sortie', 'anomalies.txt'];
    const { sortie, erreur } = await lancer(appel, { dossierCourant, terminal: true });
    expect(sortie).toBe('');
    expect(erreur).toContain('Écrit : anomalies.txt\n');
    expect(readFileSync(join(dossierCourant, 'anomalies.txt'), 'utf8')).not.toContain('DUPONT');
    rmSync(join(dossierCourant, 'anomalies.txt'));
  });

  test.each(['table', 'json', 'csv', 'markdown'])('indicateurs en %s', async (format) => {
    const appel = ['indicateurs', '.', '--mois', '2025-09', '--format', format];
    const { sortie, erreur } = await lancer(appel, { dossierCourant });
    expect(sortie + erreur).not.toContain('DUPONT');
    expect(sortie).not.toBe('');
  });
});

describe('codes et flux', () => {
  const indicateurs = (...suite: string[]) =>
    lancer(['indicateurs', '.', '--mois', '2025-09', ...suite], { dossierCourant });

  test('des lignes rejetées : un résultat, les erreurs sur l’erreur standard, code 1', async () => {
    const { code, sortie, erreur } = await indicateurs();
    expect(code).toBe(1);
    expect(sortie).not.toContain('champ.date_invalide');
    expect(erreur).toMatch(
      /^dossiers\.csv:4:date_entree erreur champ\.date_invalide « 31\/02\/2025 » .+\n {4}aide : /,
    );
    expect(erreur).toContain('« esms verifier . » les détaille.');
  });

  test('--tolerer-rejets 1 : code 0 ; --silencieux : rien sur l’erreur standard', async () => {
    const { code, erreur } = await indicateurs('--tolerer-rejets', '1', '--silencieux');
    expect({ code, erreur }).toEqual({ code: 0, erreur: '' });
  });

  test('--exiger-cibles : code 1 si une cible n’est pas atteinte', async () => {
    expect((await indicateurs('--tolerer-rejets', '1', '--exiger-cibles')).code).toBe(1);
  });

  test('--niveau ne rend que ce niveau', async () => {
    const { sortie } = await indicateurs('--niveau', 'og', '--format', 'json');
    const { resultats } = JSON.parse(sortie) as { resultats: { niveau: string }[] };
    expect(new Set(resultats.map(({ niveau }) => niveau))).toEqual(new Set(['og']));
  });

  test('un fichier refusé : rien sur la sortie standard, les anomalies sur l’erreur standard, code 2', async () => {
    const refuse = join(dossierCourant, 'agenda.csv');
    writeFileSync(refuse, '');
    const { code, sortie, erreur } = await indicateurs('--format', 'json', '--silencieux');
    rmSync(refuse);
    expect({ code, sortie }).toEqual({ code: 2, sortie: '' });
    expect(erreur).toContain('agenda.csv erreur fichier.vide ');
    expect(erreur).toContain('REFUSÉ : un fichier ou la configuration ne se lit pas, aucun indicateur.\n');
  });

  test('--max-anomalies borne le détail, pas les totaux', async () => {
    const { sortie } = await lancer(['verifier', '.', '--format', 'json', '--max-anomalies', '0'], {
      dossierCourant,
    });
    const { anomalies } = JSON.parse(sortie) as { anomalies: { erreurs: number; details: unknown[] } };
    expect(anomalies).toMatchObject({ erreurs: 1, details: [] });
  });
});

describe('interruption et défaut', () => {
  test('interrompu : 130, rien sur la sortie standard', async () => {
    const signal = AbortSignal.abort();
    expect(await lancer(['verifier', '.'], { dossierCourant, signal })).toEqual({
      code: 130,
      sortie: '',
      erreur: 'esms : interrompu.\n',
    });
  });

  const aujourdhui = (): never => {
    throw new Error("conversion de 'DUPONT' impossible\nligne « SECRET »");
  };

  test('un défaut se dit en une ligne, sans trace ni donnée, code 70', async () => {
    const { code, sortie, erreur } = await lancer(['verifier', '.'], { dossierCourant, aujourdhui });
    expect({ code, sortie }).toEqual({ code: 70, sortie: '' });
    expect(erreur).toMatch(
      /^défaut interne : conversion de ••• impossible\nCe n'est pas votre faute : signalez-le /,
    );
    expect(erreur).not.toMatch(/DUPONT|SECRET| at /);
  });

  test('ESMS_TRACE=1 donne la trace', async () => {
    const env = { ESMS_TRACE: '1' };
    const { erreur } = await lancer(['verifier', '.'], { dossierCourant, aujourdhui, env });
    expect(erreur).toMatch(/\n {4}at /);
  });
});
