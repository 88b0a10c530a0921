import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { echapperMessage, echapperPropriete, rendreGithub } from '../../../src/rapports/ci/github.ts';
import { rendreJunit } from '../../../src/rapports/ci/junit.ts';
import { rendreSarif } from '../../../src/rapports/ci/sarif.ts';
import { CI, RAPPORT_CI } from './exemple.ts';
import { relireXml, tousLes } from './relire-xml.ts';
import { fautesSarif } from './schema-sarif.ts';

const SANS_RIEN = { ...RAPPORT_CI, elements: [], tus: { erreurs: 0, avertissements: 0 } };

describe('junit', () => {
  const attributs = (seuil?: 'erreur' | 'avertissement') =>
    relireXml(rendreJunit(RAPPORT_CI, { ...CI, seuil })).attributs;

  test('le compte rendu entier', async () => {
    await expect(rendreJunit(RAPPORT_CI, CI)).toMatchFileSnapshot('attendus/junit.xml');
  });

  test('par défaut une erreur est un échec, un avertissement ne l’est pas, et rien n’est tu', () => {
    expect(attributs()).toMatchObject({ tests: '7', failures: '3', skipped: '3' });
  });

  test('--seuil-gravite erreur tait les avertissements ; avertissement en fait des échecs', () => {
    expect(attributs('erreur')).toMatchObject({ tests: '6', failures: '3', skipped: '2' });
    expect(attributs('avertissement')).toMatchObject({ tests: '7', failures: '4', skipped: '2' });
  });

  test('chaque nom est unique : GitLab ignore le second', () => {
    const noms = tousLes('testcase', relireXml(rendreJunit(RAPPORT_CI, CI))).map(
      ({ attributs: a }) => a.name,
    );
    expect(new Set(noms).size).toBe(noms.length);
  });

  test('les comptes de chaque suite et du tout sont ceux de leurs cas', () => {
    const racine = relireXml(rendreJunit(RAPPORT_CI, CI));
    for (const suite of [racine, ...tousLes('testsuite', racine)]) {
      expect({
        tests: Number(suite.attributs.tests),
        failures: Number(suite.attributs.failures),
        skipped: Number(suite.attributs.skipped),
      }).toEqual({
        tests: tousLes('testcase', suite).length,
        failures: tousLes('failure', suite).length,
        skipped: tousLes('skipped', suite).length,
      });
    }
  });

  test('rien à dire : un cas réussi, jamais un compte rendu vide, que Jenkins refuse', () => {
    expect(relireXml(rendreJunit(SANS_RIEN, CI)).attributs).toMatchObject({ tests: '1', failures: '0' });
  });

  test.each([
    [{ erreurs: 3, avertissements: 0 }, undefined, 'failure'],
    [{ erreurs: 0, avertissements: 3 }, undefined, 'skipped'],
    [{ erreurs: 0, avertissements: 3 }, 'avertissement', 'failure'],
    [{ erreurs: 0, avertissements: 3 }, 'erreur', 'system-out'],
  ] as const)('ce qui n’est pas détaillé (%o, seuil %s) est un cas : %s', (tus, seuil, issue) => {
    const racine = relireXml(rendreJunit({ ...SANS_RIEN, tus }, { ...CI, seuil }));
    expect(tousLes(issue, racine)).toHaveLength(1);
  });
});

describe('sarif', () => {
  test('le journal entier, conforme au schéma', async () => {
    const journal = rendreSarif(RAPPORT_CI, CI);
    expect(fautesSarif(journal)).toEqual([]);
    await expect(journal).toMatchFileSnapshot('attendus/sarif.json');
  });

  test('le schéma refuse ce qui n’en est pas', () => {
    const journal = JSON.parse(rendreSarif(RAPPORT_CI, CI));
    journal.runs[0].results[0].level = 'grave';
    journal.runs[0].results[1].locations[0].physicalLocation.artifactLocation.uri = 'a b';
    expect(fautesSarif(JSON.stringify(journal)).length).toBeGreaterThan(0);
    expect(fautesSarif('{"version":"2.1.0"}')).not.toEqual([]);
  });

  test('chaque résultat renvoie à sa règle, et à un chemin relatif', () => {
    const [execution] = JSON.parse(rendreSarif(RAPPORT_CI, CI)).runs;
    for (const { ruleId, ruleIndex, locations } of execution.results) {
      expect(execution.tool.driver.rules[ruleIndex].id).toBe(ruleId);
      expect(locations[0].physicalLocation.artifactLocation.uri).toMatch(/^mon-depot(\/|$)/);
    }
  });

  test('sans rien, un journal conforme, aux totaux nuls', () => {
    const journal = rendreSarif(SANS_RIEN, { base: '' });
    expect(fautesSarif(journal)).toEqual([]);
    expect(JSON.parse(journal).runs[0].properties).toMatchObject({ erreurs: 0, avertissements: 0 });
  });

  test('tout chemin se relit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (nom) => {
        const fichier = nom.replaceAll('/', '_');
        const elements = [{ ...RAPPORT_CI.elements[0], fichier }] as typeof RAPPORT_CI.elements;
        const [execution] = JSON.parse(rendreSarif({ ...RAPPORT_CI, elements }, CI)).runs;
        const { uri } = execution.results[0].locations[0].physicalLocation.artifactLocation;
        expect(decodeURIComponent(uri)).toBe(`mon-depot/${fichier.replaceAll('\u00a0', ' ')}`);
      }),
    );
  });
});

describe('github', () => {
  /** Le lecteur de GitHub : une commande par ligne, les propriétés avant « :: ». */
  const lire = (ligne: string) => /^::(error|warning|notice) ([^:]*)::(.*)$/.exec(ligne);
  const retablir = (texte: string): string =>
    texte
      .replaceAll('%2C', ',')
      .replaceAll('%3A', ':')
      .replaceAll('%0A', '\n')
      .replaceAll('%0D', '\r')
      .replaceAll('%25', '%');

  test('les annotations entières', async () => {
    await expect(rendreGithub(RAPPORT_CI, CI)).toMatchFileSnapshot('attendus/github.txt');
  });

  test('les erreurs d’abord, une seule notice, la dernière, avec les totaux vrais', () => {
    const lignes = rendreGithub(RAPPORT_CI, CI).trimEnd().split('\n').map(lire);
    expect(lignes.map((lu) => lu?.[1])).toEqual(['error', 'error', 'warning', 'notice']);
    expect(lignes.at(-1)?.[3]).toContain('1 002 erreurs, 2 avertissements, dont 1 001 non détaillés');
  });

  test('--seuil-gravite erreur ne montre que les erreurs ; les totaux restent', () => {
    const texte = rendreGithub(RAPPORT_CI, { ...CI, seuil: 'erreur' });
    expect(texte).not.toContain('::warning');
    expect(texte).toContain('2 avertissements');
  });

  const signes = fc.constantFrom(...',:%\r\n', '%2C', '::error::');
  const piege = fc.array(fc.oneof(signes, fc.string({ unit: 'binary' }))).map((bouts) => bouts.join(''));

  test('aucun texte n’ouvre une autre commande, ni ne déborde de sa propriété', () => {
    fc.assert(
      fc.property(piege, piege, (propriete, message) => {
        const ligne = `::error title=${echapperPropriete(propriete)}::${echapperMessage(message)}`;
        expect(ligne.split(/[\r\n]/)).toHaveLength(1);
        const [, , proprietes = '', lu = ''] = lire(ligne.replace(/[\u2028\u2029]/g, ' ')) ?? [];
        expect(proprietes.split(',')).toHaveLength(1);
        expect(retablir(proprietes)).toBe(`title=${propriete}`.replace(/[\u2028\u2029]/g, ' '));
        expect(retablir(lu)).toBe(message.replace(/[\u2028\u2029]/g, ' '));
      }),
      { numRuns: 1000 },
    );
  });
});
