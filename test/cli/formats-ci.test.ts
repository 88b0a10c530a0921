import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { relireXml, tousLes } from '../rapports/ci/relire-xml.ts';
import { fautesSarif } from '../rapports/ci/schema-sarif.ts';
import { lancer as executer } from './faux-contexte.ts';

const RACINE = join(import.meta.dirname, '../..');
const ESMS = join(RACINE, 'bin/esms.js');

const APPELS = {
  verifier: 'verifier depot',
  indicateurs: 'indicateurs depot --mois 2025-09 --date-reference 2025-10-20',
  eligibilite: 'eligibilite depot --annee 2022',
} as const;
const COMMANDES = Object.keys(APPELS) as (keyof typeof APPELS)[];
const FORMATS = ['junit', 'sarif', 'github'] as const;

/** Ce qui ne doit paraître nulle part : des identifiants, et une colonne que le programme ne connaît pas. */
const SECRETS = ['SECRET-DOSSIER', 'SECRET-INCONNU', 'SECRET-NOM', 'SECRET-EVENEMENT'];

const FICHIERS = {
  'essms.csv': [
    'finess_et;finess_ej;raison_sociale;secteur;type_projet',
    '630991016;630990018;"EHPAD ""Les <Tilleuls>"" & Cie, 100 %";PA;achat groupé',
    '630991024;630990018;EHPAD du Parc;PA;acquisition',
  ],
  'dossiers.csv': [
    'finess_et;id_dossier;date_entree;Nom de naissance',
    '630991016;SECRET-DOSSIER-1;31/02/2025;SECRET-NOM-1',
    '630991016;101;01/02/2020;SECRET-NOM-2',
    '630991016;102;01/02/2020;SECRET-NOM-3',
    '63099;SECRET-DOSSIER-2;01/01/2020;SECRET-NOM-4',
    '630991024;SECRET-DOSSIER-3',
  ],
  'agenda.csv': [
    'finess_et;id_dossier;id_evenement;date_debut;statut',
    '630991016;SECRET-INCONNU-1;SECRET-EVENEMENT-1;05/09/2025;Honoré',
    '630991016;101;SECRET-EVENEMENT-2;32/09/2025;Honoré',
    '630991016;102;SECRET-EVENEMENT-3;12/09/2025;Honoré',
  ],
} as const;

let travail = '';
beforeAll(() => {
  travail = mkdtempSync(join(tmpdir(), 'esms-ci-'));
  mkdirSync(join(travail, 'depot'));
  for (const [nom, contenu] of Object.entries(FICHIERS))
    writeFileSync(join(travail, 'depot', nom), `${contenu.join('\n')}\n`);
  for (const nom of ['acquisition', 'ineligible']) {
    cpSync(join(RACINE, 'fixtures/financement', nom), join(travail, nom), { recursive: true });
  }
});
afterAll(() => rmSync(travail, { recursive: true, force: true }));

/** Le programme comme une CI le lance : pas de terminal, un environnement nu. */
function processus(appel: string, dossier = travail) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [ESMS, ...appel.split(' ')], {
    cwd: dossier,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, XDG_DATA_HOME: join(tmpdir(), 'esms-sans-index'), CI: 'true' },
  });
  return { code: status, sortie: stdout, erreur: stderr };
}

/** Le même appel sans processus, pour ce qui se répète. */
function lancer(appel: string, dossier = travail) {
  return executer(appel.split(' '), { dossierCourant: dossier, env: { CI: 'true' } });
}

/** L'empreinte des règles change avec elles. */
const stable = (sortie: string): string => sortie.replace(/[0-9a-f]{64}/g, '<empreinte>');

const EXTENSIONS = { junit: 'xml', sarif: 'json', github: 'txt' } as const;

describe.each(COMMANDES)('esms %s', (commande) => {
  const appel = `${APPELS[commande]} --silencieux --format`;

  test.each(FORMATS)(
    '--format %s : le compte rendu entier, par le vrai programme, code 1',
    async (format) => {
      const { code, sortie } = processus(`${appel} ${format}`);
      expect(code).toBe(1);
      if (format === 'junit') relireXml(sortie);
      if (format === 'sarif') expect(fautesSarif(sortie)).toEqual([]);
      await expect(stable(sortie)).toMatchFileSnapshot(
        `attendus/ci-${commande}-${format}.${EXTENSIONS[format]}`,
      );
      const rendu = await lancer(`${appel} ${format} --sortie rendu`);
      expect({ code: rendu.code, sortie: rendu.sortie }).toEqual({ code: 1, sortie: '' });
      expect(readFileSync(join(travail, 'rendu'), 'utf8')).toBe(sortie);
    },
  );

  test.each(['table', 'json', 'csv', ...FORMATS])('--format %s : aucun identifiant', async (format) => {
    const { sortie, erreur } = await lancer(`${APPELS[commande]} --format ${format}`);
    expect(sortie).not.toBe('');
    expect(SECRETS.filter((secret) => `${sortie}${erreur}`.includes(secret))).toEqual([]);
  });

  test('--max-anomalies 0 : les totaux restent vrais dans les trois formats', async () => {
    const rendre = async (format: string) => (await lancer(`${appel} ${format} --max-anomalies 0`)).sortie;
    const { anomalies } = JSON.parse(await rendre('json'));
    expect(anomalies.details).toEqual([]);
    const { erreurs, non_detailles } = JSON.parse(await rendre('sarif')).runs[0].properties;
    expect(non_detailles).toBe(anomalies.erreurs + anomalies.avertissements);
    expect(erreurs).toBeGreaterThanOrEqual(anomalies.erreurs);
    const junit = relireXml(await rendre('junit'));
    const proprietes = tousLes('property', junit).map(({ attributs: { name, value } }) => [name, value]);
    expect(Object.fromEntries(proprietes)).toMatchObject({
      erreurs: String(erreurs),
      non_detailles: String(non_detailles),
    });
    const bilan = `^::notice .* ${erreurs} erreurs?, .*dont ${non_detailles} non détaillés?`;
    expect(await rendre('github')).toMatch(new RegExp(bilan, 'm'));
  });
});

test('ces identifiants paraîtraient si rien ne les masquait', async () => {
  for (const format of FORMATS) {
    const { sortie } = await lancer(`verifier depot --format ${format} --montrer-valeurs`);
    expect(sortie).toContain('SECRET-INCONNU-1');
  }
});

describe('--seuil-gravite', () => {
  beforeAll(() => {
    mkdirSync(join(travail, 'averti'));
    writeFileSync(join(travail, 'averti/essms.csv'), 'finess_et;finess_ej\n630991016;630990018\n');
    writeFileSync(
      join(travail, 'averti/effectifs.csv'),
      'finess_et;mois;personnes_accompagnees\n630991016;2025-09;5\n630991024;2025-09;3\n',
    );
  });

  test.each([
    ['', 0, ['skipped']],
    [' --seuil-gravite erreur', 0, []],
    [' --seuil-gravite avertissement', 1, ['failure']],
  ])('un avertissement, verifier%s : code %d, %j', async (option, attendu, issues) => {
    const { code, sortie } = await lancer(`verifier averti --format junit --silencieux${option}`);
    const racine = relireXml(sortie);
    expect(code).toBe(attendu);
    expect(['skipped', 'failure'].filter((nom) => tousLes(nom, racine).length > 0)).toEqual(issues);
    expect(sortie).toMatch(/name="avertissements" value="[1-9]/);
  });

  test('le code vaut pour tout format, et pour indicateurs', async () => {
    const codes = async (appel: string) => [
      (await lancer(appel)).code,
      (await lancer(`${appel} --seuil-gravite avertissement`)).code,
    ];
    expect(await codes('verifier averti --silencieux')).toEqual([0, 1]);
    expect(await codes('indicateurs averti --mois 2025-09 --silencieux')).toEqual([0, 1]);
  });

  test('eligibilite : « à vérifier » sort 0, et 1 au seuil avertissement', async () => {
    const appel = 'eligibilite acquisition --annee 2024 --silencieux --format github';
    expect((await lancer(appel)).code).toBe(0);
    const { code, sortie } = await lancer(`${appel} --seuil-gravite avertissement`);
    expect(code).toBe(1);
    expect(sortie).toMatch(/^::warning title=eligibilite\./m);
  });

  test('une autre gravité est refusée', async () => {
    const { code, sortie, erreur } = await lancer('verifier depot --seuil-gravite grave');
    expect({ code, sortie }).toEqual({ code: 2, sortie: '' });
    expect(erreur).toContain("--seuil-gravite : « grave » n'est pas permis (erreur, avertissement).");
  });
});

describe('--exiger-cibles, sur une grappe dont la convention dit le niveau', () => {
  const DEMO = join(RACINE, 'fixtures/demo');
  const rendre = async (suite: string) =>
    (await lancer(`indicateurs . --mois 2025-09 --silencieux --format ${suite}`, DEMO)).sortie;
  const grappe = (sortie: string) =>
    tousLes('testsuite', relireXml(sortie)).find(({ attributs }) => attributs.name === 'Grappe Limagne')
      ?.attributs;

  test('un cas par cible de ce niveau ; une cible manquée que personne n’exige est ignorée', async () => {
    expect(grappe(await rendre('junit'))).toMatchObject({ tests: '5', failures: '0', skipped: '2' });
  });

  test('exigée, elle est un échec, et une erreur dans les deux autres formats', async () => {
    expect(grappe(await rendre('junit --exiger-cibles'))).toMatchObject({ tests: '5', failures: '2' });
    const github = await rendre('github --exiger-cibles');
    expect(github.match(/^::error title=cible\.\w+::/gm)).toHaveLength(2);
    const [{ results }] = JSON.parse(await rendre('sarif --exiger-cibles')).runs;
    const cibles = results.filter(({ ruleId }: { ruleId: string }) => ruleId.startsWith('cible.'));
    expect(cibles.map(({ level }: { level: string }) => level)).toEqual(['error', 'error']);
  });
});

describe('les chemins', () => {
  test('sont ceux de la CI : depuis le dossier courant', async () => {
    const { sortie } = await lancer('verifier depot --format github');
    expect(sortie).toContain('file=depot/dossiers.csv,line=2');
    const dedans = await lancer('verifier . --format github', join(travail, 'depot'));
    expect(dedans.sortie).toContain('file=dossiers.csv,line=2');
  });

  test('d’un dépôt ailleurs, sont relatifs à lui : jamais ceux du poste', async () => {
    const { sortie } = await lancer(`verifier ${join(travail, 'depot')} --format sarif`, RACINE);
    expect(sortie).not.toContain(travail);
    expect(sortie).toContain('"uri": "dossiers.csv"');
  });
});

describe('ce qui est mal écrit', () => {
  test.each(FORMATS)(
    'un dépôt refusé, en %s : verifier le dit et sort 2, indicateurs ne rend rien',
    async (format) => {
      const absent = await lancer(`verifier absent --format ${format} --silencieux`);
      expect(absent.code).toBe(2);
      expect(absent.sortie).toContain('depot.absent');
      expect(absent.sortie).not.toContain(travail);
      const { code, sortie } = await lancer(`indicateurs absent --mois 2025-09 --format ${format}`);
      expect({ code, sortie }).toEqual({ code: 2, sortie: '' });
    },
  );

  test('les commandes qui n’ont pas ces formats les refusent', async () => {
    const { code, erreur } = await lancer('sons --essms-og 35 --format junit');
    expect(code).toBe(2);
    expect(erreur).toContain("« junit » n'est pas permis");
  });
});
