import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Recueil } from '../../../src/domaine/anomalie.ts';
import { lireDepotYaml } from '../../../src/lecture/depot/lire.ts';

let dossier: string;
beforeEach(() => {
  dossier = mkdtempSync(join(tmpdir(), 'esms-yaml-'));
});
afterEach(() => rmSync(dossier, { recursive: true, force: true }));

async function lire(...lignes: string[]) {
  writeFileSync(join(dossier, 'depot.yaml'), lignes.join('\n'));
  const recueil = new Recueil(100);
  const lu = await lireDepotYaml(dossier, recueil);
  return { depot: lu?.depot ?? null, recueil };
}

/** Les constats en « ligne:colonne code ». */
async function constats(...lignes: string[]): Promise<string[]> {
  const { depot, recueil } = await lire(...lignes);
  expect(depot).toBeNull();
  expect(recueil.aRefus).toBe(true);
  for (const { fichier } of recueil.details) expect(fichier).toBe('depot.yaml');
  return recueil.details.map(({ ligne, colonne, code }) => `${ligne}:${colonne ?? '-'} ${code}`);
}

describe('depot.yaml accepté', () => {
  it('absent : une configuration vide', async () => {
    const recueil = new Recueil(10);
    const lu = await lireDepotYaml(dossier, recueil);
    expect(lu?.depot).toMatchObject({ tables: {}, alias_finess: {}, cibles: {}, definitions: {} });
    expect(recueil.details).toEqual([]);
  });

  it('une seule source, ou une liste ; une seule valeur, ou une liste', async () => {
    const { depot } = await lire(
      'version: 1',
      'tables:',
      '  dossiers: { fichiers: "a.csv", couvre: "630781227" }',
      '  agenda:',
      '    - { fichiers: ["b.csv", "c.csv"], types_exclus: absence }',
      '    - { fichiers: [d.csv], types_exclus: [absence, hospitalisation] }',
    );
    expect(depot?.tables.dossiers).toMatchObject([{ fichiers: ['a.csv'], couvre: ['630781227'] }]);
    expect(depot?.tables.agenda).toMatchObject([
      { fichiers: ['b.csv', 'c.csv'], types_exclus: ['absence'] },
      { fichiers: ['d.csv'], types_exclus: ['absence', 'hospitalisation'] },
    ]);
  });

  it('les valeurs par défaut d’une source', async () => {
    const { depot } = await lire('version: 1', 'tables: { dossiers: { fichiers: a.csv } }');
    expect(depot?.tables.dossiers?.[0]).toMatchObject({
      encodage: 'auto',
      separateur: null,
      format_date: 'auto',
      guillemets: true,
      lignes_ignorees: { debut: 0, fin: 0 },
    });
  });

  it('un identifiant, un mois ou une valeur restent du texte, comme écrits', async () => {
    const { depot } = await lire(
      'version: 1',
      'grappe: { nom: 010, convention: 2024-01-15 }',
      'tables: { dossiers: { valeurs: { statut: { 1: actif, oui: clos } } } }',
    );
    expect(depot?.grappe).toMatchObject({ nom: '010', convention: '2024-01-15' });
    expect(depot?.tables.dossiers?.[0]?.valeurs).toEqual({ statut: { '1': 'actif', oui: 'clos' } });
  });

  it('cibles : décimales au point ou à la virgule, avec leur référence', async () => {
    const { depot } = await lire(
      'version: 1',
      'cibles: { dmp: { valeur: "72,5", reference: "art. 4" }, projets: { valeur: 80, reference: "art. 5" } }',
    );
    expect(depot?.cibles).toEqual({
      dmp: { valeur: 72.5, reference: 'art. 4' },
      projets: { valeur: 80, reference: 'art. 5' },
    });
  });

  it('tabulation : écrite en toutes lettres ou échappée', async () => {
    for (const ecrit of ['tabulation', '"\\t"', "'\\t'"]) {
      const { depot } = await lire('version: 1', `tables: { agenda: { separateur: ${ecrit} } }`);
      expect(depot?.tables.agenda?.[0]?.separateur).toBe('\t');
    }
  });
});

describe('depot.yaml refusé, avec la ligne', () => {
  it('YAML mal formé', async () => {
    expect(await constats('version: 1', 'tables:', '  dossiers: [a')).toEqual([
      expect.stringMatching(/^[34]:- depot\.yaml_syntaxe$/),
    ]);
  });

  it('clé écrite deux fois', async () => {
    expect(await constats('version: 1', 'tables: {}', 'tables: {}')).toEqual(['3:- depot.yaml_syntaxe']);
  });

  it('clé inconnue : sa ligne, et une suggestion', async () => {
    const { recueil } = await lire('version: 1', 'tables:', '  agenda:', '    - fichier: [a.csv]');
    expect(recueil.details[0]).toMatchObject({ code: 'depot.cle_inconnue', ligne: 4 });
    expect(recueil.details[0]?.aide).toContain('« fichiers »');
  });

  it('clé inconnue à la racine', async () => {
    const { recueil } = await lire('version: 1', '', 'alias_fines: {}');
    expect(recueil.details[0]).toMatchObject({
      code: 'depot.cle_inconnue',
      ligne: 3,
      colonne: 'alias_fines',
    });
    expect(recueil.details[0]?.aide).toContain('« alias_finess »');
  });

  it('version absente ou inconnue', async () => {
    expect((await constats('version: 2')).map((c) => c.split(' ')[1])).toEqual(['depot.version']);
    expect((await constats('tables: {}')).map((c) => c.split(' ')[1])).toEqual(['depot.version']);
  });

  for (const [quoi, lignes, attendu] of [
    ['une date impossible', ['  dossiers: { date_extraction: 2025-02-30 }'], '3:tables.dossiers'],
    ['un nombre négatif', ['  dossiers: { lignes_ignorees: { debut: -1 } }'], '3:tables.dossiers'],
    ['une liste au lieu d’un texte', ['  dossiers:', '    logiciel: [a, b]'], '4:tables.dossiers'],
    ['un FINESS de forme fausse dans couvre', ['  agenda:', '    couvre: ["63078122"]'], '4:tables.agenda'],
  ] as const) {
    it(`mauvais type : ${quoi}`, async () => {
      const [constat, ...suite] = await constats('version: 1', 'tables:', ...lignes);
      expect(suite).toEqual([]);
      expect(constat).toMatch(/ depot\.type_invalide$/);
      expect(constat?.startsWith(attendu)).toBe(true);
    });
  }

  it('une valeur hors d’une liste fermée', async () => {
    const { recueil } = await lire('version: 1', 'definitions:', '  population: presense');
    expect(recueil.details[0]).toMatchObject({ ligne: 3, colonne: 'definitions.population' });
    expect(recueil.details).toHaveLength(1);
  });

  it('plusieurs fautes sont toutes dites, chacune à sa ligne', async () => {
    const dites = await constats(
      'version: 1',
      'gappe: {}',
      'tables:',
      '  agnda: {}',
      '  essms: { encodage: ascii }',
    );
    expect(dites.map((une) => une.split(':')[0]).sort()).toEqual(['2', '4', '5']);
  });

  it('un dossier au lieu d’un fichier', async () => {
    mkdirSync(join(dossier, 'depot.yaml'));
    const recueil = new Recueil(10);
    expect(await lireDepotYaml(dossier, recueil)).toBeNull();
    expect(recueil.details[0]).toMatchObject({ code: 'fichier.illisible', fichier: 'depot.yaml' });
  });
});

describe('FINESS non cité', () => {
  for (const [quoi, ligne, valeur] of [
    ['valeur d’alias_finess', 'alias_finess: { "630999999": 630781227 }', '630781227'],
    ['clé d’alias_finess', 'alias_finess: { 630999999: "630781227" }', '630999999'],
    ['porteur_finess_ej', 'grappe: { porteur_finess_ej: 010780123 }', '010780123'],
    ['constantes', 'tables: { agenda: { constantes: { finess_et: 63E7 } } }', '63E7'],
    ['couvre', 'tables: { agenda: { couvre: [630781227] } }', '630781227'],
  ] as const) {
    it(`${quoi} : une erreur, et le conseil des guillemets`, async () => {
      const { depot, recueil } = await lire('version: 1', ligne);
      expect(depot).toBeNull();
      const constat = recueil.details.find(({ code }) => code === 'depot.finess_non_cite');
      expect(constat).toMatchObject({ ligne: 2, valeur });
      expect(constat?.aide).toContain(`"${valeur}"`);
    });
  }

  it('cité, entre guillemets simples ou doubles : accepté', async () => {
    const { depot } = await lire('version: 1', `alias_finess: { '630999999': "630781227" }`);
    expect(depot?.alias_finess).toEqual({ '630999999': '630781227' });
  });

  it('un autre nombre n’est pas un FINESS', async () => {
    const { depot } = await lire('version: 1', 'tables: { agenda: { lignes_ignorees: { debut: 2 } } }');
    expect(depot?.tables.agenda?.[0]?.lignes_ignorees).toEqual({ debut: 2, fin: 0 });
  });
});
