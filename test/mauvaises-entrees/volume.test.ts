import { describe, expect, it } from 'vitest';
import { avecDepot, ET, mesurer, verifier } from './outil.ts';

const MIO = 1 << 20;

/** La mémoire d'un passage ne suit pas la taille du fichier (Mio) : DuckDB et Node en prennent déjà 200. */
const PIC = 600;

const AGENDA = 'finess_et;id_dossier;date_debut\n';
const DOSSIERS = `finess_et;id_dossier;date_entree\n${ET};D1;2024-01-01\n`;

/** Répète une ligne jusqu'à `octets`. */
function remplir(ligne: string, octets: number): Buffer {
  return Buffer.alloc(Math.floor(octets / ligne.length) * ligne.length, ligne);
}

describe('Mauvaises entrées : volume', () => {
  it('trois millions de dates dans un autre format : rejetées, en mémoire bornée', async () => {
    const lignes = 3_000_000;
    const ligne = `${ET};1;7/9/2025\n`;
    const agenda = Buffer.concat([Buffer.from(AGENDA), Buffer.alloc(lignes * ligne.length, ligne)]);
    await avecDepot({ 'agenda.csv': agenda }, async (depot) => {
      const { passage, rapport } = await verifier(depot, ['--max-anomalies', '1'], { memoire: true });
      expect(rapport.anomalies.par_code).toEqual({ 'champ.date_invalide': lignes });
      expect(rapport.anomalies.details).toHaveLength(1);
      expect(rapport.sources.at(-1)).toMatchObject({ lignes, rejetees: lignes });
      expect(passage.code).toBe(1);
      expect(passage.pic).toBeLessThan(PIC);
    });
  });

  it('des millions de numéros à neuf chiffres dans la colonne FINESS : comptés, en mémoire bornée', async () => {
    const lignes = 500_000;
    const numeros = Array.from({ length: lignes }, (_, i) => `${100_000_000 + i};1;2025-09-07\n`);
    await avecDepot({ 'agenda.csv': AGENDA + numeros.join('') }, async (depot) => {
      const { passage, rapport } = await verifier(depot, ['--max-anomalies', '2'], { memoire: true });
      expect(rapport.anomalies.par_code).toEqual({
        'perimetre.essms_inconnu': lignes,
        'finess.cle': lignes * 0.9,
      });
      expect(passage.pic).toBeLessThan(PIC);
    });
  });

  it('une ligne de 100 000 colonnes : rejetée', async () => {
    const dossiers = `${DOSSIERS}${ET};D2;2024-01-02${';x'.repeat(100_000)}\n${ET};D3;2024-01-03\n`;
    await avecDepot({ 'dossiers.csv': dossiers }, async (depot) => {
      const { passage, rapport, anomalies } = await verifier(depot, [], { memoire: true });
      expect(anomalies).toEqual(['dossiers.csv:3 ligne.colonnes_en_trop']);
      expect(rapport.sources.at(-1)).toMatchObject({ lignes: 3, retenues: 2, rejetees: 1 });
      expect(passage.pic).toBeLessThan(PIC);
    });
  });

  it('un en-tête de 100 000 colonnes : refusé', async () => {
    const dossiers = `finess_et;id_dossier${';x'.repeat(100_000)}\n`;
    await avecDepot({ 'dossiers.csv': dossiers }, async (depot) => {
      const { passage, anomalies } = await verifier(depot);
      expect(anomalies).toEqual(['dossiers.csv:1 fichier.entete_demesure']);
      expect(passage.code).toBe(2);
    });
  });

  it('un champ de 10 Mo, cité ou non : la ligne est rejetée', async () => {
    const enorme = 'é'.repeat(5 * MIO);
    const dossiers = `${DOSSIERS}${ET};${enorme};2024-01-02\n${ET};"${enorme}";2024-01-03\n${ET};D4;2024-01-04\n`;
    await avecDepot({ 'dossiers.csv': dossiers }, async (depot) => {
      const { rapport, anomalies } = await verifier(depot);
      expect(anomalies).toEqual(['dossiers.csv:3 ligne.trop_longue', 'dossiers.csv:4 ligne.trop_longue']);
      expect(rapport.sources.at(-1)).toMatchObject({ lignes: 4, retenues: 2, rejetees: 2 });
    });
  });

  it('E4 un guillemet jamais refermé à la fin de 100 Mo : refusé, à sa ligne, en mémoire bornée', async () => {
    const ligne = `${ET};D1;2025-09-07\n`;
    const plein = remplir(ligne, 100 * MIO);
    const agenda = Buffer.concat([Buffer.from(AGENDA), plein, Buffer.from(`${ET};"D1;2025-09-07\n`)]);
    await avecDepot({ 'agenda.csv': agenda }, async (depot) => {
      const { passage, anomalies } = await verifier(depot, [], { memoire: true });
      const rang = plein.length / ligne.length + 2;
      expect(anomalies).toEqual([`agenda.csv:${rang} fichier.guillemet_non_referme`]);
      expect(passage.code).toBe(2);
      expect(passage.pic).toBeLessThan(PIC);
      await mesurer(depot);
    });
  });

  it("E4 un guillemet ouvert au début de 100 Mo : refusé, et rien n'est gardé de la suite", async () => {
    const plein = remplir(`${ET};D1;2025-09-07\n`, 100 * MIO);
    const agenda = Buffer.concat([Buffer.from(`${AGENDA}${ET};"D1;2025-09-07\n`), plein]);
    await avecDepot({ 'agenda.csv': agenda }, async (depot) => {
      const { passage, anomalies } = await verifier(depot, [], { memoire: true });
      expect(anomalies).toEqual(['agenda.csv:2 fichier.guillemet_non_referme']);
      expect(passage.pic).toBeLessThan(PIC);
    });
  });

  it('100 Mo d’octets nuls : binaire en tête de fichier, une ligne rejetée ensuite', async () => {
    const nuls = Buffer.alloc(100 * MIO);
    await avecDepot({ 'dossiers.csv': nuls }, async (depot) => {
      const { passage, anomalies } = await verifier(depot, [], { memoire: true });
      expect(anomalies).toEqual(['dossiers.csv fichier.binaire']);
      expect(passage.pic).toBeLessThan(PIC);
    });
    const suivis = Buffer.concat([Buffer.from(DOSSIERS), nuls, Buffer.from(`\n${ET};D2;2024-01-01\n`)]);
    await avecDepot({ 'dossiers.csv': suivis }, async (depot) => {
      const { passage, rapport, anomalies } = await verifier(depot, [], { memoire: true });
      expect(anomalies).toEqual(['dossiers.csv:3 ligne.trop_longue']);
      expect(rapport.sources.at(-1)).toMatchObject({ lignes: 3, retenues: 2, rejetees: 1 });
      expect(passage.pic).toBeLessThan(PIC);
    });
  });
});
