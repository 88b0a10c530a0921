import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { DateCivile, Mois } from '../../src/domaine/date-civile.ts';
import type { BilanSoumission } from '../../src/domaine/lot.ts';
import { LotIllisible } from '../../src/lot/inventaire.ts';
import { ecrireRegistre, lireRegistre, tenirRegistre } from '../../src/lot/registre.ts';
import { ecrireDossier } from './dossier.ts';

type Etat = BilanSoumission['releves'][number]['etat'];

function bilan(empreinte: string, etat: Etat = 'retenu', nature: 'releves' | 'depot' = 'releves') {
  const releve = { fichier: 'f', mois: '2025-04' as Mois, empreinte, etat };
  return { nom: 'grappe', nature, releves: [releve] } as unknown as BilanSoumission;
}

const JOUR = '2025-10-02' as DateCivile;
const PLUS_TARD = '2025-11-03' as DateCivile;

describe('le registre des empreintes', () => {
  test('garde la première réception ; un changement est un constat, jusqu’à ce qu’il cesse', () => {
    const premier = tenirRegistre(new Map(), [bilan('aa')], JOUR);
    expect(premier.constats).toEqual([]);
    const second = tenirRegistre(premier.registre, [bilan('bb')], PLUS_TARD);
    expect(second.constats).toMatchObject([
      {
        code: 'lot.releve_change',
        gravite: 'avertissement',
        soumission: 'grappe',
        mois: '2025-04',
        message: "le relevé d'avril 2025 n'est plus celui qui a été reçu le 02/10/2025",
        nombres: { empreinte_recue: 'aa', empreinte_actuelle: 'bb' },
      },
    ]);
    expect(second.registre).toEqual(premier.registre);
    expect(tenirRegistre(second.registre, [bilan('aa')], PLUS_TARD).constats).toEqual([]);
  });

  test('ni un relevé altéré ou remplacé, ni celui que l’on calcule depuis un dépôt', () => {
    const bilans = [bilan('aa', 'altere'), bilan('bb', 'remplace'), bilan('cc', 'retenu', 'depot')];
    expect(tenirRegistre(new Map(), bilans, JOUR).registre.size).toBe(0);
  });

  test('s’écrit et se relit ; il dit ce qu’il ne prouve pas', async () => {
    const { registre } = tenirRegistre(new Map(), [bilan('aa')], JOUR);
    const texte = ecrireRegistre(registre);
    expect(texte).toContain("elle ne prouve pas qu'un relevé est honnête");
    const dossier = ecrireDossier({ 'registre.json': texte });
    expect(await lireRegistre(join(dossier, 'registre.json'), 'r')).toEqual(registre);
    expect(await lireRegistre(join(dossier, 'absent.json'), 'r')).toEqual(new Map());
  });

  test.each(['', '{}', '{"schema":"esms/lot-registre@1","releves":[{"soumission":"a"}]}'])(
    'illisible (%s), il n’est pas écrasé : le lot est refusé',
    async (texte) => {
      const dossier = ecrireDossier({ 'registre.json': texte });
      await expect(lireRegistre(join(dossier, 'registre.json'), 'r')).rejects.toThrow(LotIllisible);
    },
  );
});
