import { describe, expect, it } from 'vitest';
import { evaluerExemple } from '../../src/cli/evaluer-exemple.ts';
import { Recueil } from '../../src/domaine/anomalie.ts';
import { executerExemples, exemplesDe } from '../../src/regles/exemples.ts';
import { chargerReglesLivrees } from '../../src/regles/livrees.ts';

const livrees = chargerReglesLivrees();
const exemples = exemplesDe(livrees);

describe('les exemples vivent à côté des règles, et sont exécutés', () => {
  it.each(exemples)('$regle ($fichier:$ligne)', ({ situation, attendu }) => {
    expect(evaluerExemple(livrees, situation)).toMatchObject(attendu);
  });

  it('les totaux des treize exemples publiés y sont tous', () => {
    const ecrits = JSON.stringify(exemples.map(({ attendu }) => attendu));
    const totaux = [989_000, 874_000, 1_123_500, 973_000, 175_000, 447_000, 427_000, 300_000];
    const sons = [43_120, 88_704, 17_520, 12_936, 30_184, 26_611.2, 62_092.8, 5_256, 12_264];
    for (const nombre of [...totaux, ...sons]) expect(ecrits).toMatch(new RegExp(`:${nombre}[,}]`));
  });

  it('un exemple démenti est une anomalie, à sa ligne', () => {
    const [premier] = exemples.filter(({ situation }) => situation.calcul === 'sons');
    if (premier === undefined) throw new Error('aucun exemple du SONS');
    const recueil = new Recueil(10);
    const faux = { ...premier, attendu: { ...premier.attendu, montant: 1 } };
    executerExemples(livrees, [premier, faux], evaluerExemple, recueil);
    expect(recueil.details.map(({ code, fichier, ligne }) => [code, fichier, ligne])).toEqual([
      ['regles.exemple_faux', premier.fichier, premier.ligne],
    ]);
  });

  it('une situation mal écrite est une anomalie, pas un défaut interne', () => {
    const recueil = new Recueil(10);
    const cas = { regle: 'r', fichier: 'f.yaml', ligne: 3, rang: 0, attendu: { total: 1 } };
    const situations = [{ calcul: 'inconnu' }, { calcul: 'dispense', mois: 'x' }, {}];
    const faux = situations.map((situation) => ({ ...cas, situation }));
    executerExemples(livrees, faux, evaluerExemple, recueil);
    expect(recueil.erreurs).toBe(3);
    expect(recueil.details[0]?.message).toMatch(/^la situation ne se calcule pas : /);
  });
});
