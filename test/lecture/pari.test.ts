import { describe, expect, it } from 'vitest';
import type { FichierPret } from '../../src/lecture/fichier-pret.ts';
import { type Mise, parier } from '../../src/lecture/pari.ts';
import type { Relation } from '../../src/lecture/sql/lecture-csv.ts';

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
