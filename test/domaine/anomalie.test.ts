import { describe, expect, test } from 'vitest';
import { anomalie, Recueil } from '../../src/domaine/anomalie.ts';
import { CATALOGUE } from '../../src/domaine/catalogue.ts';

const CLE = { code: 'finess.cle', message: 'clé fausse' } as const;
const DATE = { code: 'champ.date_invalide', message: 'date impossible' } as const;

describe('anomalie', () => {
  test('le catalogue donne la gravité et l’aide, ce qui manque vaut null', () => {
    expect(anomalie(DATE)).toEqual({
      code: 'champ.date_invalide',
      gravite: 'erreur',
      fichier: null,
      ligne: null,
      colonne: null,
      valeur: null,
      message: 'date impossible',
      aide: CATALOGUE['champ.date_invalide'].aide,
    });
  });

  test('le constat l’emporte sur le catalogue', () => {
    const lieu = { fichier: 'a.csv', ligne: 3, colonne: 'date', valeur: '31/02/2025' };
    expect(anomalie({ ...CLE, ...lieu, gravite: 'erreur', aide: 'ici' })).toEqual({
      ...CLE,
      ...lieu,
      gravite: 'erreur',
      aide: 'ici',
    });
  });
});

describe('Recueil', () => {
  test('les totaux restent vrais quand le détail est borné', () => {
    const recueil = new Recueil(2);
    for (let i = 0; i < 5; i++) recueil.ajouter(DATE);
    recueil.ajouter(CLE);
    expect([recueil.erreurs, recueil.avertissements]).toEqual([5, 1]);
    expect(recueil.details).toHaveLength(2);
    expect(recueil.place).toBe(0);
    expect([...recueil.parCode]).toEqual([
      ['champ.date_invalide', 5],
      ['finess.cle', 1],
    ]);
  });

  test('compter sans détail, à la gravité voulue ; zéro ne laisse aucune trace', () => {
    const recueil = new Recueil(10);
    recueil.compter('finess.cle', 3, 'erreur');
    recueil.compter('finess.cle', 2);
    recueil.compter('fichier.vide', 0);
    expect([recueil.erreurs, recueil.avertissements]).toEqual([3, 2]);
    expect(recueil.parCode.has('fichier.vide')).toBe(false);
    expect(recueil.aRefus).toBe(false);
    expect(recueil.details).toEqual([]);
  });

  test('un détail déjà compté ne compte pas deux fois', () => {
    const recueil = new Recueil(10);
    recueil.compter('champ.date_invalide', 1);
    recueil.detailler(anomalie(DATE));
    expect(recueil.erreurs).toBe(1);
    expect(recueil.details).toHaveLength(1);
  });

  test('un fichier refusé se sait, même sans détail retenu', () => {
    const recueil = new Recueil(0);
    recueil.ajouter({ code: 'fichier.vide', message: 'vide' });
    expect(recueil.aRefus).toBe(true);
    expect(recueil.details).toEqual([]);
  });

  test('un bilan est figé : la suite du recueil ne le change pas', () => {
    const recueil = new Recueil(10);
    recueil.ajouter(DATE);
    const bilan = recueil.bilan();
    recueil.ajouter(CLE);
    expect(bilan).toEqual({
      erreurs: 1,
      avertissements: 0,
      details: [anomalie(DATE)],
      parCode: new Map([['champ.date_invalide', 1]]),
    });
  });
});
