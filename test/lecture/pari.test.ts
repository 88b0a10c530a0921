import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Recueil } from '../../src/domaine/anomalie.ts';
import { avecDepot } from '../../src/lecture/charger.ts';
import type { FichierPret } from '../../src/lecture/fichier-pret.ts';
import { type Mise, parier } from '../../src/lecture/pari.ts';
import type { Relation } from '../../src/lecture/sql/lecture-csv.ts';
import { TAILLE_TETE } from '../../src/lecture/tete.ts';
import { ET } from '../outils/depot.ts';

/** Un fichier réduit à ce qui se compare. */
function relation(nom: string, champs: Partial<FichierPret> = {}): Relation<FichierPret> {
  const fichier = { nom } as FichierPret['fichier'];
  return {
    premierRang: 0,
    fichiers: [{ fichier, encodage: 'utf-8', estCopie: false, ...champs } as FichierPret],
  };
}

function miser(pressentie: Relation<FichierPret>, relations: readonly Relation<FichierPret>[]) {
  const gestes: string[] = [];
  const mise: Mise = {
    pressenties: [pressentie],
    attendre: async () => [...relations],
    lire: async ({ fichiers }) => void gestes.push(`lire ${fichiers[0].fichier.nom}`),
    interrompre: () => void gestes.push('interrompre'),
  };
  return { gestes, mise };
}

describe('lire avant que le balayage ne s’achève', () => {
  it('gagné : le fichier est tel que sa tête l’annonçait, rien ne se relit', async () => {
    const promise = relation('a');
    const { gestes, mise } = miser(promise, [promise]);
    expect(await parier(mise)).toEqual({ relations: [promise], gagne: true });
    expect(gestes).toEqual(['lire a']);
  });

  it('perdu dès que le balayage dément la tête : copie, autre encodage, refus, autre fichier', async () => {
    const promise = relation('a');
    const { fichier } = promise.fichiers[0];
    for (const tenues of [
      [relation('a', { fichier, estCopie: true })],
      [relation('a', { fichier, encodage: 'windows-1252' })],
      [relation('b')],
      [],
    ]) {
      const { gestes, mise } = miser(promise, tenues);
      expect(await parier(mise)).toEqual({ relations: tenues, gagne: false });
      expect(gestes).toEqual(['lire a', 'interrompre']);
    }
  });

  it('une lecture qui échoue est un pari perdu, pas une erreur : la lecture ordinaire dira pourquoi', async () => {
    const promise = relation('a');
    const { mise } = miser(promise, [promise]);
    const lire = () => Promise.reject(new Error('illisible'));
    expect((await parier({ ...mise, lire })).gagne).toBe(false);
  });

  it('un examen qui lève interrompt la lecture, l’attend, et son erreur sort', async () => {
    const { gestes, mise } = miser(relation('a'), []);
    let finir: () => void = () => undefined;
    const lire = () =>
      new Promise<void>((resoudre) => {
        finir = () => {
          gestes.push('lecture finie');
          resoudre();
        };
      });
    const attendre = () => Promise.reject(new Error('disque'));
    const interrompre = () => {
      gestes.push('interrompre');
      setTimeout(finir, 5);
    };
    await expect(parier({ ...mise, lire, attendre, interrompre })).rejects.toThrow('disque');
    expect(gestes).toEqual(['interrompre', 'lecture finie']);
  });
});

const ENTETE = 'finess_et;id_dossier;date_debut;type\n';
const LIGNE = `${ET};A;2025-09-01;soin\n`;
const LIGNES = Math.ceil(TAILLE_TETE / LIGNE.length) + 10;

/** Un agenda dont la tête est sans reproche, et la fin comme on veut ; ce que sa lecture en dit. */
async function lireAgenda(fin: string | Buffer) {
  const dossier = mkdtempSync(join(tmpdir(), 'esms-pari-'));
  try {
    writeFileSync(join(dossier, 'essms.csv'), `finess_et;finess_ej;secteur\n${ET};630000529;PA\n`);
    writeFileSync(join(dossier, 'dossiers.csv'), `finess_et;id_dossier;date_entree\n${ET};A;2020-01-01\n`);
    const debut = Buffer.from(ENTETE + LIGNE.repeat(LIGNES));
    writeFileSync(join(dossier, 'agenda.csv'), Buffer.concat([debut, Buffer.from(fin)]));
    const recueil = new Recueil(10);
    const sources = await avecDepot({ dossier, fenetres: [] }, recueil, async (charge) => charge.sources);
    const agenda = sources?.find(({ table }) => table === 'agenda');
    return {
      lues: agenda && [agenda.lignes - LIGNES, agenda.retenues - LIGNES, agenda.rejetees],
      details: recueil.details.map(({ code, ligne }) =>
        `${code} ${ligne === null ? '' : ligne - LIGNES}`.trim(),
      ),
    };
  } finally {
    rmSync(dossier, { recursive: true, force: true });
  }
}

describe('E1, E4 : ce que la fin d’un fichier dément de sa tête', () => {
  it('rien : chaque ligne compte une fois', async () => {
    expect(await lireAgenda(LIGNE)).toEqual({ lues: [1, 1, 0], details: [] });
  });

  it('un octet de windows-1252, une ligne blanche, un CR seul : relu par une copie, chaque ligne compte une fois', async () => {
    const latin = Buffer.from(`${ET};A;2025-09-02;r\xe9union\n`, 'latin1');
    expect(await lireAgenda(latin)).toEqual({ lues: [1, 1, 0], details: [] });
    expect(await lireAgenda(`\n\n${LIGNE}`)).toEqual({ lues: [1, 1, 0], details: [] });
    expect(await lireAgenda(`${LIGNE.trim()}\r${LIGNE}`)).toEqual({ lues: [2, 2, 0], details: [] });
  });

  it('deux colonnes de trop, que DuckDB saute : relu par une copie, la ligne est rejetée à sa place', async () => {
    expect(await lireAgenda(`${LIGNE.trim()};x;y\n${LIGNE}`)).toEqual({
      lues: [2, 1, 1],
      details: ['ligne.colonnes_en_trop 2'],
    });
  });

  it('un guillemet jamais refermé : le fichier est refusé, rien de ce qui a été lu d’avance ne reste', async () => {
    expect(await lireAgenda(`${ET};A;2025-09-02;"ouvert\n${LIGNE}`)).toEqual({
      lues: undefined,
      details: ['fichier.guillemet_non_referme 2'],
    });
  });
});
