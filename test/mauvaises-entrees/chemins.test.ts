import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { avecDepot, ET, mesurer, verifier } from './outil.ts';

const DOSSIERS = `finess_et;id_dossier;date_entree\n${ET};D1;2024-01-01\n`;
const HORS = ['exports/b/usagers.csv fichier.hors_depot'];
const MOTIF = 'version: 1\ntables:\n  dossiers:\n    fichiers: ["exports/*/usagers.csv"]\n';

/** Un dossier voisin du dépôt, qui n'en fait pas partie. */
function ecrireDehors(depot: string): string {
  const dehors = join(dirname(depot), 'dehors');
  mkdirSync(dehors);
  writeFileSync(join(dehors, 'usagers.csv'), DOSSIERS);
  return dehors;
}

describe.concurrent('Mauvaises entrées : chemins', () => {
  it('un dépôt absent, ou qui est un fichier, est refusé', async () => {
    await avecDepot({}, async (depot) => {
      for (const chemin of [join(depot, 'absent'), join(depot, 'essms.csv')]) {
        const { passage, anomalies } = await verifier(chemin);
        expect(anomalies).toEqual([`${chemin} depot.absent`]);
        expect(passage.code).toBe(2);
      }
      expect((await mesurer(join(depot, 'absent'))).code).toBe(2);
    });
  });

  it('un dossier temporaire qui n’existe pas est dit, code 2', async () => {
    await avecDepot({}, async (depot) => {
      const absent = { env: { TMPDIR: join(depot, 'absent') } };
      const { passage, anomalies } = await verifier(depot, [], absent);
      expect(anomalies).toEqual([' depot.dossier_temporaire']);
      expect(passage.code).toBe(2);
    });
  });

  it('un lien vers un fichier hors du dépôt est refusé', async () => {
    await avecDepot({}, async (depot) => {
      symlinkSync(join(ecrireDehors(depot), 'usagers.csv'), join(depot, 'dossiers.csv'));
      const { passage, anomalies } = await verifier(depot);
      expect(anomalies).toEqual(['dossiers.csv fichier.hors_depot']);
      expect(passage.code).toBe(2);
      expect((await mesurer(depot)).code).toBe(2);
    });
  });

  it('un dossier lié hors du dépôt est refusé, nommé ou traversé par un motif', async () => {
    await avecDepot({ 'depot.yaml': MOTIF, 'exports/a/usagers.csv': DOSSIERS }, async (depot) => {
      symlinkSync(ecrireDehors(depot), join(depot, 'exports/b'));
      expect((await verifier(depot)).anomalies).toEqual(HORS);
      writeFileSync(join(depot, 'depot.yaml'), MOTIF.replace('*/', 'b/'));
      expect((await verifier(depot)).anomalies).toEqual(HORS);
    });
  });

  it('un lien qui reste dans le dépôt se lit, nommé ou par un motif', async () => {
    await avecDepot(
      { 'depot.yaml': MOTIF, 'anciens/usagers.csv': DOSSIERS, 'exports/a/x': '' },
      async (depot) => {
        symlinkSync('../anciens', join(depot, 'exports/b'));
        const { passage, anomalies, rapport } = await verifier(depot);
        expect(anomalies).toEqual([]);
        expect(rapport.sources.map(({ fichier }) => fichier)).toContain('exports/b/usagers.csv');
        expect(passage.code).toBe(0);
      },
    );
  });

  it('un lien vers un fichier du dehors, trouvé par un motif, est refusé', async () => {
    await avecDepot(
      { 'depot.yaml': MOTIF.replace('*/usagers', '*'), 'exports/a.csv': DOSSIERS },
      async (depot) => {
        symlinkSync(join(ecrireDehors(depot), 'usagers.csv'), join(depot, 'exports/b.csv'));
        expect((await verifier(depot)).anomalies).toEqual(['exports/b.csv fichier.hors_depot']);
      },
    );
  });

  it('un dossier nommé comme un export est refusé ; un motif, lui, ne désigne que des fichiers', async () => {
    await avecDepot({ 'dossiers.csv/vide.txt': '' }, async (depot) => {
      expect((await verifier(depot)).anomalies).toEqual(['dossiers.csv fichier.illisible']);
    });
    const yaml = 'version: 1\ntables:\n  dossiers:\n    fichiers: ["exports/*"]\n';
    const fichiers = { 'depot.yaml': yaml, 'exports/usagers.csv': DOSSIERS, 'exports/archives/x.csv': '' };
    await avecDepot(fichiers, async (depot) => {
      expect((await verifier(depot)).anomalies).toEqual([]);
    });
  });

  // Windows interdit ces noms : le test les écrit, plutôt qu'un dossier de fixtures.
  it.skipIf(process.platform === 'win32')(
    'les noms à guillemet, étoile ou barre inverse se lisent',
    async () => {
      const noms = ['a"b.csv', 'a*.csv', 'a?.csv', 'a\tb.csv', '-a.csv', '#a.csv'];
      const lignes = noms.map((nom, i) => [`exports/${nom}`, DOSSIERS.replace('D1', `D${i}`)] as const);
      const fichiers = noms.map((nom) => `      - ${JSON.stringify(`exports/${nom}`)}\n`).join('');
      const yaml = `version: 1\ntables:\n  dossiers:\n    fichiers:\n${fichiers}`;
      await avecDepot({ ...Object.fromEntries(lignes), 'depot.yaml': yaml }, async (depot) => {
        const { rapport, anomalies } = await verifier(depot);
        expect(anomalies).toEqual([]);
        const lus = rapport.sources.filter(({ retenues }) => retenues === 1).map(({ fichier }) => fichier);
        expect(lus.sort()).toEqual(['essms.csv', ...noms.map((nom) => `exports/${nom}`)].sort());
      });
    },
  );

  // root lit tout : il n'y a alors rien à refuser.
  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'un fichier sans droit de lecture est refusé (sauf pour root)',
    async () => {
      await avecDepot({ 'dossiers.csv': DOSSIERS }, async (depot) => {
        chmodSync(join(depot, 'dossiers.csv'), 0);
        const { passage, anomalies } = await verifier(depot);
        expect(anomalies).toEqual(['dossiers.csv fichier.illisible']);
        expect(passage.code).toBe(2);
      });
    },
  );
});
