import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Constat, Recueil } from '../../src/domaine/anomalie.ts';
import { avecDepot } from '../../src/lecture/charger.ts';
import { chargerTable } from '../../src/lecture/charger-table.ts';
import { trouverFichiers } from '../../src/lecture/depot/fichiers.ts';
import { lireDepotYaml } from '../../src/lecture/depot/lire.ts';
import type { FichierPret } from '../../src/lecture/fichier-pret.ts';
import { preparerFichier, recopier } from '../../src/lecture/preparer.ts';
import { grouper } from '../../src/lecture/relations.ts';
import { creerDossierPrive } from '../../src/moteur/dossier-prive.ts';
import type { Session } from '../../src/moteur/session.ts';
import { TABLES } from '../../src/tables/index.ts';
import { ET } from '../outils/depot.ts';

const FICHIERS = {
  'essms.csv': `finess_et;finess_ej;secteur\n${ET};630000529;PA\n`,
  'dossiers.csv': `finess_et;id_dossier;date_entree\n${ET};A;2020-01-01\n${ET};B;2020-01-01\n`,
  // Deux colonnes de trop : `read_csv` la saute sans un mot.
  'a.csv': `finess_et;id_dossier;date_debut\n${ET};A;2025-09-01\n${ET};A;2025-09-02;x;y\n${ET};B;2025-09-03\n`,
  'b.csv': `finess_et;id_dossier;date_debut\n${ET};A;2025-09-04\n${ET};A;2025-02-30\n`,
  'depot.yaml': 'version: 1\ntables:\n  agenda:\n    - fichiers: [a.csv, b.csv]\n',
};

describe('E1 : une ligne que DuckDB saute', () => {
  it('fait relire sa relation par des copies : rejetée à sa ligne, et rien ne se perd de l’autre fichier', async () => {
    const dossier = mkdtempSync(join(tmpdir(), 'esms-table-'));
    try {
      for (const [nom, texte] of Object.entries(FICHIERS)) writeFileSync(join(dossier, nom), texte);
      const recueil = new Recueil(100);
      const sources = await avecDepot({ dossier, fenetres: [] }, recueil, async (charge) => charge.sources);
      const agenda = sources?.filter(({ table }) => table === 'agenda') ?? [];
      expect(
        agenda.map(({ fichier, lignes, retenues, rejetees }) => [fichier, lignes, retenues, rejetees]),
      ).toEqual([
        ['a.csv', 3, 2, 1],
        ['b.csv', 2, 1, 1],
      ]);
      expect(
        recueil.bilan().details.map(({ fichier, ligne, code }) => `${fichier}:${ligne} ${code}`),
      ).toEqual(['a.csv:3 ligne.colonnes_en_trop', 'b.csv:3 champ.date_invalide']);
    } finally {
      rmSync(dossier, { recursive: true, force: true });
    }
  });
});

describe('une copie qui ne peut pas s’écrire', () => {
  it('refuse chacun de ses fichiers, dans leur ordre, et la relation n’est pas lue', async () => {
    const dossier = mkdtempSync(join(tmpdir(), 'esms-table-'));
    const prive = creerDossierPrive();
    try {
      for (const [nom, texte] of Object.entries(FICHIERS)) writeFileSync(join(dossier, nom), texte);
      const recueil = new Recueil(100);
      const noter = (constat: Constat): void => recueil.ajouter(constat);
      const lu = await lireDepotYaml(dossier, recueil);
      if (lu === null) throw new Error('depot.yaml illisible');
      const prets: FichierPret[] = [];
      for (const [rang, fichier] of (await trouverFichiers(dossier, lu, recueil, ['agenda'])).entries()) {
        const pret = await preparerFichier(fichier, rang, prive, { noter });
        if (pret) prets.push({ ...pret, cheminCopie: join(dossier, 'absent', `${rang}.csv`) });
      }
      // Une session qui n'a rien lu : aucun compte ne tombe juste.
      const session = { executer: async () => undefined, lignes: async () => [] } as unknown as Session;
      const lues = await chargerTable(session, TABLES.agenda, {
        pressenties: [],
        attendre: async () => grouper(prets, 0),
        garde: null,
        recopier: (pret) => recopier(pret, noter, undefined),
      });
      expect(lues).toEqual([]);
      expect(recueil.bilan().details.map(({ fichier, code }) => `${fichier} ${code}`)).toEqual([
        'a.csv fichier.illisible',
        'b.csv fichier.illisible',
      ]);
      expect(recueil.aRefus).toBe(true);
    } finally {
      prive.effacer();
      rmSync(dossier, { recursive: true, force: true });
    }
  });
});
