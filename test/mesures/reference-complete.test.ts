import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const RACINE = join(import.meta.dirname, '../..');
const charger = (nom: string) => import(pathToFileURL(join(RACINE, 'mesures', nom)).href);

let travail = '';
beforeAll(() => {
  travail = mkdtempSync(join(tmpdir(), 'esms-mesures-'));
});
afterAll(() => rmSync(travail, { recursive: true, force: true }));

function node(...argv: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8' });
  if (status !== 0 && status !== 1) throw new Error(stderr);
  return stdout;
}

const DEPOT = { essms: 12, dossiers: 1_000, evenements: 20_000 };

test('sur un dépôt sale, la requête complète et esms comptent pareil ; un nombre changé se voit', async () => {
  const { genererDepot } = await charger('generer.mjs');
  const { indicateurs } = await charger('commandes.mjs');
  const { verifierComptes } = await charger('verifier-comptes.mjs');
  const depot = join(travail, 'sale');
  genererDepot(depot, { ...DEPOT, sales: 0.05 });

  const [mois, detail] = [join(travail, 'mois.json'), join(travail, 'detail.json')];
  node(...indicateurs(depot, mois));
  node(
    ...indicateurs(depot, detail, '--definition', 'evenement_agenda=existence', '--max-anomalies', '100000'),
  );
  const complete = node(join(RACINE, 'mesures/reference-complete.mjs'), depot);

  const { rejetees, ecartees } = verifierComptes(complete, mois, detail);
  expect(Math.min(rejetees, ecartees)).toBeGreaterThan(300);

  const { essms, fichiers } = JSON.parse(complete) as {
    essms: Record<string, number>[];
    fichiers: { sorts: Record<string, number> }[];
  };
  // Chaque compte vit dans ce dépôt, et diffère de ses voisins : sinon l'égalité ne dirait rien.
  const somme = (nom: string) => essms.reduce((total, un) => total + (un[nom] ?? 0), 0);
  for (const nom of ['indetermines', 'rejetes', 'dmp', 'actifs_projet'])
    expect(somme(nom)).toBeGreaterThan(0);
  expect(somme('actifs')).toBeLessThan(somme('population'));
  expect(somme('actifs_evenement_existence')).toBeLessThan(somme('actifs'));
  expect(somme('actifs_evenement_periode')).toBeLessThan(somme('actifs_evenement_existence'));

  const fausse = (changer: (copie: { essms: typeof essms; fichiers: typeof fichiers }) => void) => {
    const copie = JSON.parse(complete);
    changer(copie);
    return () => verifierComptes(JSON.stringify(copie), mois, detail);
  };
  expect(
    fausse((copie) => {
      (copie.essms[0] as Record<string, number>).actifs_projet = -1;
    }),
  ).toThrow('comptent autrement');
  expect(
    fausse((copie) => {
      (copie.fichiers.at(-1) as { sorts: Record<string, number> }).sorts['champ.date_invalide'] = -1;
    }),
  ).toThrow('lisent autrement');
});

test('sans lignes sales, un dépôt garde ses octets d’une version à l’autre', async () => {
  const { genererDepot } = await charger('generer.mjs');
  const depot = join(travail, 'graine');
  genererDepot(depot, DEPOT);
  expect(readdirSync(depot).filter((nom) => nom.endsWith('.csv'))).toEqual([
    'agenda.csv',
    'dossiers.csv',
    'essms.csv',
    'projets.csv',
  ]);
  const sha256 = createHash('sha256');
  for (const nom of ['essms', 'dossiers', 'projets', 'agenda'])
    sha256.update(readFileSync(join(depot, `${nom}.csv`)));
  expect(sha256.digest('hex')).toBe('f74d6e973444d01ec47b524dfdd4b92e2ac7993e70ce868b90668ca4336293cf');
});

test('les références lentes comptent comme la requête simple', async () => {
  const { genererDepot } = await charger('generer.mjs');
  const depot = join(travail, 'propre');
  genererDepot(depot, DEPOT);
  const simple = JSON.parse(node(join(RACINE, 'mesures/reference-duckdb.mjs'), depot));
  expect(simple.actifs).toBeGreaterThan(0);
  expect(JSON.parse(node(join(RACINE, 'mesures/reference-csv-parse.mjs'), depot))).toEqual(simple);
});
