import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { avecDepot, ERREURS, ET, lancer, mesurer, verifier } from './outil.ts';

/** Un identifiant qu'on reconnaîtrait n'importe où dans une sortie. */
const SECRET = 'NOM-SECRET-4242';

const FICHIERS = {
  'depot.yaml': 'version: 1\nalias_finess: { "630991017": "630991016" }\n',
  'dossiers.csv': [
    'finess_et;id_dossier;date_entree;statut',
    `${ET};D1;2024-01-01;actif`,
    `${ET};${SECRET};31/02/2024;actif`,
    `${ET};"${SECRET}"x;2024-01-01;actif`,
    `${ET};${SECRET}`,
    `630991017;D2;2024-01-01;actif`,
  ].join('\n'),
  'agenda.csv': `finess_et;id_dossier;date_debut;id_evenement\n${ET};${SECRET};2025-09-10;${SECRET}\n`,
  'projets.csv': `finess_et;id_dossier;statut;id_projet\n${ET};${SECRET};actif;${SECRET}\n`,
  'mss.csv': `finess_et;date_envoi;destinataire;id_message;id_dossier\n${ET};2025-09-31;usager;${SECRET};${SECRET}\n`,
} as const;

const FORMATS = ['table', 'json', 'csv'] as const;

describe.concurrent('Mauvaises entrées : masquage', () => {
  it("hors d'un terminal, avec ou sans CI, aucun identifiant ne sort ; un FINESS, si", async () => {
    await avecDepot(FICHIERS, async (depot) => {
      for (const env of [{}, { CI: 'true' }]) {
        for (const format of FORMATS) {
          const vu = await lancer(['verifier', depot, '--format', format], { env });
          expect(`${vu.sortie}${vu.erreur}`).not.toContain(SECRET);
          expect(vu.sortie).toContain('630991017');
          expect(vu.code).toBe(1);
        }
      }
      for (const format of [...FORMATS, 'markdown']) {
        const vu = await mesurer(depot, ['--format', format]);
        expect(`${vu.sortie}${vu.erreur}`).not.toContain(SECRET);
        expect(vu.code).toBe(1);
      }
    });
  });

  it('--montrer-valeurs les montre', async () => {
    await avecDepot(FICHIERS, async (depot) => {
      const vu = await lancer(['verifier', depot, '--montrer-valeurs'], { env: { CI: '1' } });
      expect(vu.sortie).toContain(SECRET);
    });
  });

  it('un FINESS de depot.yaml reste lisible', async () => {
    const { sortie } = await lancer(['verifier', join(ERREURS, 'yaml-finess-nu-liste')]);
    expect(sortie).toContain('630991016');
  });
});

describe.concurrent('Mauvaises entrées : codes et comptes', () => {
  const depot = join(ERREURS, 'dates-etranges');

  it('--max-anomalies borne le détail, jamais les totaux', async () => {
    for (const maximum of [0, 1, 5]) {
      const { rapport, passage } = await verifier(depot, ['--max-anomalies', String(maximum)]);
      expect(rapport.anomalies.details).toHaveLength(maximum);
      expect(rapport.anomalies).toMatchObject({ erreurs: 11, par_code: { 'champ.date_invalide': 11 } });
      expect(passage.code).toBe(1);
    }
  });

  it('--tolerer-rejets admet N lignes rejetées, pas une de plus', async () => {
    for (const [tolere, code] of [
      [10, 1],
      [11, 0],
    ]) {
      const options = ['--tolerer-rejets', String(tolere)];
      expect((await verifier(depot, options)).passage.code).toBe(code);
      expect((await mesurer(depot, options)).code).toBe(code);
    }
  });

  it('--tolerer-rejets ne pardonne ni une autre erreur, ni un refus', async () => {
    const options = ['--tolerer-rejets', '1000'];
    expect((await verifier(join(ERREURS, 'dossier-cle-incoherente'), options)).passage.code).toBe(1);
    expect((await verifier(join(ERREURS, 'guillemet-non-referme'), options)).passage.code).toBe(2);
  });

  it('verifier contrôle les autres fichiers quand un est refusé', async () => {
    const fichiers = {
      'dossiers.csv': `finess_et;id_dossier;date_entree\n${ET};D1;2024-13-01\n`,
      'agenda.csv': '',
    };
    await avecDepot(fichiers, async (depot) => {
      const { passage, anomalies } = await verifier(depot);
      expect(anomalies).toEqual([
        'agenda.csv fichier.vide',
        'dossiers.csv:2:date_entree champ.date_invalide « 2024-13-01 »',
      ]);
      expect(passage.code).toBe(2);
    });
  });
});
