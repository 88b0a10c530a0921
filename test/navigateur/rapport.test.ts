import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lancer } from '../cli/faux-contexte.ts';
import { NAVIGATEUR, ouvrirNavigateur } from './navigateur.ts';

const DEMO = join(import.meta.dirname, '../../fixtures/demo');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const REGLES_AXE = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const DATE = ['--date-reference', '2025-10-20'];

const TITRE =
  NAVIGATEUR === null
    ? 'les pages HTML : sautées, Chromium absent du PATH (Debian : apt-get install chromium)'
    : 'les pages HTML, dans un vrai Chromium';

const PAGES = {
  rapport: ['rapport', DEMO, '--mois', '2025-09', ...DATE],
  va: ['va', DEMO, '--mois', '2025-09', '--format', 'html', ...DATE],
} as const;

describe.skipIf(NAVIGATEUR === null)(TITRE, () => {
  const dossier = mkdtempSync(join(tmpdir(), 'esms-pages-'));
  let navigateur: Browser;

  beforeAll(async () => {
    for (const [nom, argv] of Object.entries(PAGES)) {
      writeFileSync(join(dossier, `${nom}.html`), (await lancer(argv)).sortie);
    }
    navigateur = await ouvrirNavigateur(NAVIGATEUR ?? '');
  }, 120_000);

  afterAll(async () => await navigateur?.close());

  /** Ouvre une page, et note tout ce qu'elle demande ou reproche. */
  async function ouvrir(nom: keyof typeof PAGES, options: BrowserContextOptions = {}) {
    // Le contrôle d'accessibilité s'injecte : la page seule, elle, garde sa politique (voir le premier test).
    const contexte = await navigateur.newContext(options);
    const page = await contexte.newPage();
    const demandes: string[] = [];
    const reproches: string[] = [];
    page.on('request', (requete) => demandes.push(requete.url()));
    page.on('console', (message) => reproches.push(message.text()));
    page.on('pageerror', (erreur) => reproches.push(erreur.message));
    await page.goto(pathToFileURL(join(dossier, `${nom}.html`)).href);
    return { page, demandes, reproches };
  }

  const noms = (page: Page) =>
    page
      .locator('#essms tbody tr:visible th')
      .evaluateAll((titres) => titres.map((t) => t.firstChild?.textContent?.trim()));

  test.each(Object.keys(PAGES) as (keyof typeof PAGES)[])(
    '%s : une seule requête, la page elle-même, et sa politique de sécurité ne reproche rien',
    async (nom) => {
      const { demandes, reproches } = await ouvrir(nom);
      expect(demandes).toEqual([pathToFileURL(join(dossier, `${nom}.html`)).href]);
      expect(reproches).toEqual([]);
    },
  );

  test('la politique bloque un script étranger', async () => {
    const { page, reproches } = await ouvrir('rapport');
    await page.evaluate(`
      const script = document.createElement('script');
      script.textContent = 'document.title = "pris"';
      document.body.append(script);
    `);
    expect(await page.title()).not.toBe('pris');
    expect(reproches.join('\n')).toContain('Content Security Policy');
  });

  test.each(
    (Object.keys(PAGES) as (keyof typeof PAGES)[]).flatMap((nom) =>
      [1280, 400].map((largeur) => [nom, largeur] as const),
    ),
  )('%s à %d pixels : axe-core ne trouve rien (WCAG AA), et rien ne déborde', async (nom, largeur) => {
    const { page } = await ouvrir(nom, { viewport: { width: largeur, height: 900 }, bypassCSP: true });
    await page.addScriptTag({ content: AXE });
    const { violations, passes } = await page.evaluate(
      async (valeurs) =>
        (await (globalThis as unknown as { axe: { run: (o: object) => Promise<AxeResults> } }).axe.run({
          runOnly: { type: 'tag', values: valeurs },
        })) as AxeResults,
      REGLES_AXE,
    );
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    expect(passes.map(({ id }) => id)).toContain('color-contrast');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(largeur);
  });

  test('les ESSMS se trient, dans les deux sens, sans la souris', async () => {
    const { page } = await ouvrir('rapport');
    const titre = page.getByRole('columnheader', { name: 'Personnes' }).last();
    const personnes = () =>
      page
        .locator('#essms tbody tr td:nth-child(3)')
        .evaluateAll((cases) => cases.map((c) => Number(c.getAttribute('data-tri'))));
    const croissant = [...(await personnes())].sort((a, b) => a - b);
    await titre.getByRole('button').press('Enter');
    expect(await personnes()).toEqual(croissant);
    expect(await titre.getAttribute('aria-sort')).toBe('ascending');
    await titre.getByRole('button').press('Enter');
    expect(await personnes()).toEqual(croissant.reverse());
    expect(await titre.getAttribute('aria-sort')).toBe('descending');
  });

  test('les ESSMS se filtrent sans accents ni casse, et par ce qui reste à faire', async () => {
    const { page } = await ouvrir('rapport');
    const tous = await noms(page);
    await page.getByLabel('Filtrer').fill('ehpad');
    expect(await noms(page)).toEqual(tous.filter((nom) => nom?.startsWith('EHPAD')));
    await page.getByLabel('Filtrer').fill('alizes');
    expect(await noms(page)).toEqual(['IME Les Alizés']);
    expect(await page.getByRole('status').textContent()).toBe(`1 ESSMS sur ${tous.length}`);
    await page.getByLabel('Filtrer').fill('');
    await page.getByLabel('seulement ceux').check();
    const aFaire = await noms(page);
    expect(aFaire).toContain("SAD Val d'Allier");
    expect(aFaire).not.toContain('EHPAD La Source');
  });

  test('sans script, tout se lit et les commandes du tri ne se montrent pas', async () => {
    const { page } = await ouvrir('rapport', { javaScriptEnabled: false });
    expect(await page.locator('#essms tbody tr').count()).toBe(16);
    expect(await page.locator('.outils').isVisible()).toBe(false);
    expect(await page.locator('.courbe').count()).toBe(5);
  });

  test("à l'impression, le A4 ne coupe aucune colonne", async () => {
    const { page } = await ouvrir('rapport', { viewport: { width: 687, height: 1000 } });
    await page.emulateMedia({ media: 'print' });
    // 687 pixels : la largeur utile d'une A4 entre ses marges de 14 mm.
    const largeurs = await page.locator('table').evaluateAll((tables) => tables.map((t) => t.scrollWidth));
    expect(Math.max(...largeurs)).toBeLessThanOrEqual(687);
    expect(await page.locator('.outils').isVisible()).toBe(false);
  });
});
