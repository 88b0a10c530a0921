import { describe, expect, it } from 'vitest';
import { CODES_INDICATEURS } from '../../src/domaine/resultat.ts';
import { resoudreCibles, resoudreDispense, valeursCibles } from '../../src/indicateurs/cibles.ts';
import { REGISTRE } from '../../src/indicateurs/registre.ts';
import { chargerReglesLivrees } from '../../src/regles/livrees.ts';
import { date } from './situations.ts';

const regles = chargerReglesLivrees();
const AU = date('2025-09-30');

describe('section 1 : les cinq indicateurs du kit', () => {
  it('cinq indicateurs, aux cibles 90, 90, 90, 70 et 70 %', () => {
    const { citees, inconnues } = resoudreCibles(regles, AU);
    expect(citees.map(({ indicateur }) => indicateur)).toEqual([...CODES_INDICATEURS]);
    expect(citees.map(({ valeur }) => valeur)).toEqual([90, 90, 90, 70, 70]);
    expect(inconnues).toEqual([]);
  });

  it('chaque fiche porte son code, et chaque cible cite sa source, valeur comprise', () => {
    for (const { indicateur, valeur, reference } of resoudreCibles(regles, AU).citees) {
      expect(REGISTRE[indicateur].code).toBe(indicateur);
      expect(reference).toMatch(/^kit SESAN, partie 3 § 6, « .+ valeur cible \d\d % »$/);
      expect(reference).toContain(`valeur cible ${valeur} %`);
    }
  });

  it('la convention remplace une cible et sa référence, pas les autres', () => {
    const convenues = { dmp: { valeur: 62.5, reference: 'convention du 15/01/2024, art. 4' } };
    const { citees } = resoudreCibles(regles, AU, convenues);
    expect(citees.at(-1)).toEqual({ indicateur: 'dmp', ...convenues.dmp });
    expect(valeursCibles(citees)).toEqual({
      dossiers_actifs: 90,
      projets: 90,
      agenda: 90,
      mssante: 70,
      dmp: 62.5,
    });
  });

  it('avant le programme, les cibles sont inconnues, sauf celle que la convention donne', () => {
    const convenues = { dmp: { valeur: 70, reference: 'convention' } };
    const { citees, inconnues } = resoudreCibles(regles, date('2020-12-31'), convenues);
    expect(citees.map(({ indicateur }) => indicateur)).toEqual(['dmp']);
    expect(inconnues).toHaveLength(4);
    expect(inconnues[0]?.raison).toContain('rien avant le 01/01/2021');
  });

  it('T6 la dispense court du 2 septembre 2025', () => {
    expect(resoudreDispense(regles, date('2025-09-01'))).toBeNull();
    expect(resoudreDispense(regles, date('2025-09-02'))).toEqual({
      secteurs: ['AHI'],
      indicateurs: ['mssante', 'dmp'],
      eligible_sons: false,
    });
  });
});
